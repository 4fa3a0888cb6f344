import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { byYear } from './by-year.ts';
import type { Donation } from './use-donations.ts';

type Props = { donations: Donation[]; currency: string };

/** What was given in each year in one currency, as bars. The timeline beneath says the same in words. */
export function YearsChart({ donations, currency }: Props) {
  const { t } = useTranslation();
  const { money, roundMoney } = useFormats();
  const years = byYear(donations, currency);
  const text = years
    .filter(({ cents }) => cents > 0)
    .map(({ year, cents }) => `${year}: ${money(cents, currency)}`)
    .join('; ');
  return (
    <Box role="img" aria-label={t('donations.chart', { currency, years: text })} mb="lg">
      <Text size="sm" fw={500} mb={4}>
        {currency}
      </Text>
      <BarChart
        h={180}
        data={years}
        dataKey="year"
        series={[{ name: 'cents', color: 'petrol.6', label: t('donations.given') }]}
        valueFormatter={(cents) => roundMoney(cents, currency)}
        yAxisProps={{ width: 76 }}
        maxBarWidth={36}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
      />
    </Box>
  );
}
