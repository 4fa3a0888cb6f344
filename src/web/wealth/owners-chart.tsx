import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import type { Totals } from './use-inventory.ts';

type Props = { currency: string; rows: Totals['byPerson']; nameOf: (id: string | null) => string };

const series = [
  { name: 'full', color: 'petrol.6' },
  { name: 'usufruct', color: 'indigo.4' },
  { name: 'bare', color: 'grape.4' },
  { name: 'debts', color: 'orange.6' },
] as const;

/** What each person holds in one currency, as bars. The table beneath says the same in figures. */
export function OwnersChart({ currency, rows, nameOf }: Props) {
  const { t } = useTranslation();
  const { money, roundMoney } = useFormats();
  const shown = series.filter(({ name }) => rows.some((row) => row[name] !== 0));
  const largest = rows.slice(0, 12);
  return (
    <Box role="img" aria-label={t('wealth.chartByPerson', { currency })} my="sm">
      <Text size="sm" fw={500} mb={4}>
        {currency}
      </Text>
      <BarChart
        h={80 + largest.length * (14 + shown.length * 9)}
        data={largest.map((row) => ({ ...row, person: nameOf(row.personId) }))}
        dataKey="person"
        orientation="vertical"
        yAxisProps={{ width: 130 }}
        series={shown.map(({ name, color }) => ({ name, color, label: t(`wealth.columns.${name}`) }))}
        valueFormatter={(cents) => roundMoney(cents, currency)}
        tooltipProps={{ formatter: (cents: number) => money(cents, currency) }}
        withLegend
        // In the order of the bars, not of the alphabet.
        legendProps={{ verticalAlign: 'bottom', itemSorter: null }}
        gridAxis="x"
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
      />
    </Box>
  );
}
