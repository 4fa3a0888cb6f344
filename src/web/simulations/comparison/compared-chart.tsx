import { NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Figure } from '../figures/figure.tsx';
import type { Money } from '../figures/persons-series.ts';
import { useNames } from '../figures/use-names.ts';
import type { Simulation } from '../use-simulations.ts';
import type { Compared } from './comparison-query.ts';
import { personsOf } from './persons-of.ts';
import { titlesOf } from './titles.ts';

type Props = { simulations: Simulation[]; comparisons: Compared[]; currency: string; money: Money };

const everybody = 'everybody';

/** Net wealth over the years, everybody's or one person's, a line for each simulation, as far as it reaches. */
export function ComparedChart({ simulations, comparisons, currency, money }: Props) {
  const { t } = useTranslation();
  const names = useNames(simulations);
  const [whose, setWhose] = useState(everybody);
  const persons = personsOf(comparisons, currency);
  const years = [...new Set(comparisons.flatMap((one) => one.years.map(({ year }) => year)))].sort();
  const [firstTitle, ...titles] = titlesOf(comparisons);
  const valuesOf = (comparison: Compared, side: 'simulation' | 'with') =>
    years.map((year) => {
      const found = comparison.years.find((one) => one.year === year);
      const row =
        whose === everybody
          ? found?.totals.find((total) => total.currency === currency)
          : found?.persons.find((one) => idOf(one.personId) === whose && one.currency === currency);
      if (row) return row[side]?.[money] ?? null;
      // Nobody has a row for nothing.
      const { startYear, horizon } = comparison[side];
      return year >= startYear && year <= startYear + horizon ? 0 : null;
    });
  return (
    <Stack>
      <NativeSelect
        label={t('simulations.whose')}
        maw={320}
        data={[
          { value: everybody, label: t('simulations.everybody') },
          ...persons.map((id) => ({ value: idOf(id), label: names.person(id) })),
        ]}
        value={whose}
        onChange={(event) => setWhose(event.currentTarget.value)}
      />
      <Figure
        title={
          whose === everybody
            ? t('simulations.comparedTitle', { currency })
            : t('simulations.comparedOf', {
                currency,
                name: names.person(whose === idOf(null) ? null : whose),
              })
        }
        places={t('simulations.year')}
        as="lines"
        chart={{
          currency,
          places: years.map(String),
          series: [
            { name: firstTitle!, values: valuesOf(comparisons[0]!, 'simulation') },
            ...comparisons.map((comparison, i) => ({
              name: titles[i]!,
              values: valuesOf(comparison, 'with'),
            })),
          ],
        }}
      />
    </Stack>
  );
}

const idOf = (personId: string | null) => personId ?? 'outside';
