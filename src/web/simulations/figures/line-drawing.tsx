import { AreaChart, LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { type Chart, rowsOf } from './chart.ts';
import { styleOf } from './palette.ts';
import { useAmounts } from './use-amounts.ts';

/** Lines over the years; or areas on top of each other, where together they are the whole. */
export default function LineDrawing({ chart, stacked = false }: { chart: Chart; stacked?: boolean }) {
  const { short, whole } = useAmounts(chart.currency);
  const shared = {
    h: 300,
    data: rowsOf(chart),
    dataKey: 'place',
    series: chart.series.map(({ name }, nth) => ({ name: `s${nth}`, label: name, ...styleOf(nth) })),
    curveType: 'linear',
    withLegend: true,
    withDots: chart.places.length < 3,
    // Names of persons are long, and a phone narrow: the legend stands below, on as many lines as it takes.
    legendProps: { verticalAlign: 'bottom', itemSorter: null },
    valueFormatter: whole,
    yAxisProps: { tickFormatter: short, width: 76 },
    referenceLines: (chart.marks ?? []).map(({ place, sign }) => ({
      x: place,
      label: sign,
      labelPosition: 'insideTopLeft' as const,
    })),
    // The table beside it says the same to who can't see it.
    accessibilityLayer: false,
  } as const;
  return stacked ? (
    <AreaChart {...shared} type="stacked" withGradient={false} fillOpacity={0.45} />
  ) : (
    <LineChart {...shared} />
  );
}
