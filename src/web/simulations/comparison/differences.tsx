import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FiguresTable } from '../figures/figures-table.tsx';
import type { Money } from '../figures/persons-series.ts';
import { useAmounts } from '../figures/use-amounts.ts';
import { useNames } from '../figures/use-names.ts';
import type { Simulation } from '../use-simulations.ts';
import type { Compared } from './comparison-query.ts';
import { personsOf } from './persons-of.ts';
import { titlesOf } from './titles.ts';

type Props = { simulations: Simulation[]; comparisons: Compared[]; currency: string; money: Money };

/** What the others give more or less than the first simulation, in a year that all of them reach, at first the last: together and for each person. */
export function Differences({ simulations, comparisons, currency, money }: Props) {
  const { t } = useTranslation();
  const names = useNames(simulations);
  const { whole, signed } = useAmounts(currency);
  const last = Math.min(...simulations.map(({ startYear, horizon }) => startYear + horizon));
  const first = Math.max(...simulations.map(({ startYear }) => startYear));
  const [year, setYear] = useState(last);
  const [firstTitle, ...titles] = titlesOf(comparisons);
  const ends = comparisons.map(({ years }) => years.find((one) => one.year === year));
  type Line = { simulation: Figures; difference: Figures };
  type Figures = Compared['years'][number]['totals'][number]['difference'];
  const cells = (lines: (Line | undefined)[]) => [
    whole(lines.find((line) => line)?.simulation?.[money] ?? 0),
    ...lines.map((line) => signed(line?.difference?.[money] ?? 0)),
  ];
  return (
    <Stack component="section" gap="xs">
      <Title order={3}>{t('simulations.differences', { year })}</Title>
      <Text size="sm">{t('simulations.differencesText', { name: firstTitle })}</Text>
      <NativeSelect
        label={t('simulations.differencesIn')}
        maw={160}
        data={Array.from({ length: Math.max(last - first, 0) + 1 }, (_, i) => String(last - i))}
        value={String(year)}
        onChange={(event) => setYear(Number(event.currentTarget.value))}
      />
      <FiguresTable
        caption={t('simulations.differencesOf', { year, currency })}
        head={[t('simulations.person'), firstTitle!, ...titles]}
        rows={[
          [
            t('simulations.everybody'),
            ...cells(ends.map((end) => end?.totals.find((total) => total.currency === currency))),
          ],
          ...personsOf(comparisons, currency).map((id) => [
            names.person(id),
            ...cells(
              ends.map((end) => end?.persons.find((one) => one.personId === id && one.currency === currency)),
            ),
          ]),
        ]}
      />
    </Stack>
  );
}
