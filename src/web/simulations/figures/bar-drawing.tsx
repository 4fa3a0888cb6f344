import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { type Chart, rowsOf } from './chart.ts';
import { styleOf } from './palette.ts';
import { useAmounts } from './use-amounts.ts';

/** Bars from left to right, one for each person, of parts on top of each other. */
export default function BarDrawing({ chart }: { chart: Chart }) {
  const { short, whole } = useAmounts(chart.currency);
  return (
    <BarChart
      h={90 + 44 * chart.places.length}
      data={rowsOf(chart)}
      dataKey="place"
      type="stacked"
      orientation="vertical"
      series={chart.series.map(({ name }, nth) => ({
        name: `s${nth}`,
        label: name,
        color: styleOf(nth).color,
      }))}
      withLegend
      legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
      gridAxis="y"
      maxBarWidth={26}
      valueFormatter={whole}
      xAxisProps={{ tickFormatter: short }}
      yAxisProps={{ width: 130 }}
      accessibilityLayer={false}
    />
  );
}
