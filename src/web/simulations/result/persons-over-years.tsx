import { Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from '../figures/figure.tsx';
import { marksOf } from '../figures/marks-of.ts';
import { MoneyChoice } from '../figures/money-choice.tsx';
import { type Money, personsSeries } from '../figures/persons-series.ts';
import { useNames } from '../figures/use-names.ts';
import type { Simulation } from '../use-simulations.ts';

type Props = { simulation: Simulation; currency: string };

/** Each person's net wealth over the years. */
export function PersonsOverYears({ simulation, currency }: Props) {
  const { t } = useTranslation();
  const names = useNames([simulation]);
  const [money, setMoney] = useState<Money>('net');
  const { result, startYear } = simulation;
  const series = personsSeries(
    result,
    { currency, money },
    { nameOf: names.person, others: (count) => t('simulations.others', { count }) },
  );
  const isWhole = series.every(({ values }) => values.every((value) => value === null || value >= 0));
  return (
    <Stack component="section">
      <Group justify="space-between">
        <Title order={3}>{t('simulations.byPerson')}</Title>
        <MoneyChoice startYear={startYear} value={money} onChange={setMoney} />
      </Group>
      <Figure
        title={t('simulations.byPersonTitle', { currency })}
        places={t('simulations.year')}
        as={isWhole ? 'areas' : 'lines'}
        chart={{
          currency,
          places: result.years.map(({ year }) => String(year)),
          series,
          marks: marksOf(simulation),
        }}
      />
    </Stack>
  );
}
