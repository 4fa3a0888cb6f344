import { Line, Path, Svg, View } from '@react-pdf/renderer';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { createElement as h, type ReactNode } from 'react';
import { box, type Style, write } from './parts.ts';
import { colours, lines } from './theme.ts';

/** One line of a chart: what it shows, and its values, one for each place on the horizontal axis. */
export type Series = { name: string; values: number[]; strong?: boolean };

const size = { width: 499, height: 230 };
const inner = { left: 58, right: 10, top: 10, bottom: 20 };

/** A chart of lines over the years. `marks`: years with something to mark, and its sign. */
export function lineChart(
  years: number[],
  series: Series[],
  { label, marks }: { label: (value: number) => string; marks: { year: number; sign: string }[] },
): ReactNode {
  const values = series.flatMap((one) => one.values);
  const x = scaleLinear()
    .domain([years[0]!, Math.max(years.at(-1)!, years[0]! + 1)])
    .range([inner.left, size.width - inner.right]);
  const y = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(0, ...values)])
    .nice()
    .range([size.height - inner.bottom, inner.top]);
  const drawn = line<number>()
    .x((_, i) => x(years[i]!))
    .y((value) => y(value));
  const text = (content: string, style: Style) =>
    write(
      content,
      { position: 'absolute', fontSize: 7, color: colours.muted, ...style },
      JSON.stringify(style),
    );
  const ticksY = y.ticks(6);
  const ticksX = x.ticks(Math.min(10, years.length)).filter(Number.isInteger);
  return h(
    View,
    { wrap: false, style: { marginBottom: 10 } },
    h(
      View,
      { style: { ...size, position: 'relative' } },
      h(
        Svg,
        { ...size, viewBox: `0 0 ${size.width} ${size.height}`, style: { position: 'absolute' } },
        ...ticksY.map((tick) =>
          h(Line, {
            key: `y ${tick}`,
            x1: inner.left,
            x2: size.width - inner.right,
            y1: y(tick),
            y2: y(tick),
            stroke: tick === 0 ? colours.muted : colours.rule,
            strokeWidth: tick === 0 ? 0.9 : 0.5,
          }),
        ),
        ...marks.map(({ year }, i) =>
          h(Line, {
            key: `mark ${i}`,
            x1: x(year),
            x2: x(year),
            y1: inner.top,
            y2: size.height - inner.bottom,
            stroke: colours.muted,
            strokeWidth: 0.6,
            strokeDasharray: '1 2',
          }),
        ),
        ...series.map(({ values, strong }, i) =>
          h(Path, {
            key: `line ${i}`,
            d: drawn(values) ?? '',
            fill: 'none',
            stroke: strong ? colours.ink : lineOf(i).colour,
            strokeWidth: strong ? 2 : 1.4,
            ...(strong || !lineOf(i).dash ? {} : { strokeDasharray: lineOf(i).dash }),
          }),
        ),
      ),
      ...ticksY.map((tick) =>
        text(label(tick), { top: y(tick) - 5, left: 0, width: inner.left - 6, textAlign: 'right' }),
      ),
      ...ticksX.map((tick) =>
        text(String(tick), {
          top: size.height - inner.bottom + 4,
          left: x(tick) - 20,
          width: 40,
          textAlign: 'center',
        }),
      ),
      ...marks.map(({ year, sign }) =>
        text(sign, { top: 0, left: x(year) - 10, width: 20, textAlign: 'center' }),
      ),
    ),
    legend(series),
  );
}

const lineOf = (index: number) => lines[index % lines.length]!;

const legend = (series: Series[]) =>
  box(
    { flexDirection: 'row', flexWrap: 'wrap', columnGap: 16, rowGap: 3, paddingLeft: inner.left },
    ...series.map(({ name, strong }, i) =>
      box(
        { flexDirection: 'row', alignItems: 'center' },
        h(
          Svg,
          { width: 26, height: 8, viewBox: '0 0 26 8', style: { marginRight: 4 } },
          h(Path, {
            d: 'M 0 4 H 26',
            fill: 'none',
            stroke: strong ? colours.ink : lineOf(i).colour,
            strokeWidth: strong ? 2 : 1.4,
            ...(strong || !lineOf(i).dash ? {} : { strokeDasharray: lineOf(i).dash }),
          }),
        ),
        write(name, { fontSize: 7.5 }),
      ),
    ),
  );
