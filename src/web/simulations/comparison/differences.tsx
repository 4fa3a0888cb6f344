import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FiguresTable } from '../figures/figures-table.tsx';
import type { Money } from '../figures/persons-series.ts';
import { useAmounts } from '../figures/use-amounts.ts';
import { useNames } from '../figures/use-names.ts';
import type { Simulation } from '../use-simulations.ts';
import type { Compared } from './comparison-query.ts';
import { titlesOf } from './titles.ts';

type Props = { simulations: Simulation[]; comparisons: Compared[]; currency: string; money: Money };

/** What the others give more or less than the first simulation, in the last year that all of them reach: together and for each person. */
export function Differences({ simulations, comparisons, currency, money }: Props) {
  const { t } = useTranslation();
  const names = useNames(simulations);
  const { whole, signed } = useAmounts(currency);
  const year = Math.min(...simulations.map(({ startYear, horizon }) => startYear + horizon));
  const [firstTitle, ...titles] = titlesOf(comparisons);
  const ends = comparisons.map(({ years }) => years.find((one) => one.year === year));
  type Line = { simulation: Figures; difference: Figures };
  type Figures = Compared['years'][number]['totals'][number]['difference'];
  const cells = (lines: (Line | undefined)[]) => [
    whole(lines.find((line) => line)?.simulation?.[money] ?? 0),
    ...lines.map((line) => signed(line?.difference?.[money] ?? 0)),
  ];
  const persons = new Set(
    ends.flatMap((end) =>
      (end?.persons ?? []).filter((one) => one.currency === currency).map((one) => one.personId),
    ),
  );
  return (
    <Stack component="section" gap="xs">
      <Title order={3}>{t('simulations.differences', { year })}</Title>
      <Text size="sm">{t('simulations.differencesText', { name: firstTitle })}</Text>
      <FiguresTable
        caption={t('simulations.differencesOf', { year, currency })}
        head={[t('simulations.person'), firstTitle!, ...titles]}
        rows={[
          [
            t('simulations.everybody'),
            ...cells(ends.map((end) => end?.totals.find((total) => total.currency === currency))),
          ],
          ...[...persons].map((id) => [
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
