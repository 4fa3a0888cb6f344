import { Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Figure } from '../figures/figure.tsx';
import { marksOf } from '../figures/marks-of.ts';
import { useAmounts } from '../figures/use-amounts.ts';
import type { Simulation } from '../use-simulations.ts';

type Props = { simulation: Simulation; currency: string };

/** Everybody's net wealth: now, at the end, and over the years; in the money of each year, and in today's. */
export function NetOverYears({ simulation, currency }: Props) {
  const { t } = useTranslation();
  const { whole } = useAmounts(currency);
  const { startYear, result } = simulation;
  const totals = result.years.map(({ totals: all }) => all.find((total) => total.currency === currency));
  const [first, last] = [totals[0], totals.at(-1)];
  const end = result.years.at(-1)!.year;
  const shown = [
    [t('simulations.endOf', { year: startYear }), first?.net],
    [t('simulations.endOf', { year: end }), last?.net],
    [t('simulations.endInMoneyOf', { year: end, start: startYear }), last?.netReal],
  ] as const;
  return (
    <Stack component="section">
      <Title order={3}>{t('simulations.net')}</Title>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {shown.map(([label, cents]) => (
          <Card key={label} withBorder padding="md">
            <Text size="sm">{label}</Text>
            <Text size="xl" fw={600} style={{ fontVariantNumeric: 'tabular-nums' }}>
              {whole(cents ?? 0)}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
      <Figure
        title={t('simulations.netTitle', { currency })}
        places={t('simulations.year')}
        as="lines"
        chart={{
          currency,
          places: result.years.map(({ year }) => String(year)),
          series: [
            { name: t('simulations.nominal'), values: totals.map((total) => total?.net ?? 0) },
            {
              name: t('simulations.real', { year: startYear }),
              values: totals.map((total) => total?.netReal ?? 0),
            },
          ],
          marks: marksOf(simulation),
        }}
      />
    </Stack>
  );
}
