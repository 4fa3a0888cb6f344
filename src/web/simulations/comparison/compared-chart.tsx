import { useTranslation } from 'react-i18next';
import { Figure } from '../figures/figure.tsx';
import type { Money } from '../figures/persons-series.ts';
import type { Compared } from './comparison-query.ts';
import { titlesOf } from './titles.ts';

type Props = { comparisons: Compared[]; currency: string; money: Money };

/** Everybody's net wealth over the years, a line for each simulation, as far as it reaches. */
export function ComparedChart({ comparisons, currency, money }: Props) {
  const { t } = useTranslation();
  const years = [...new Set(comparisons.flatMap((one) => one.years.map(({ year }) => year)))].sort();
  const [firstTitle, ...titles] = titlesOf(comparisons);
  const valuesOf = (comparison: Compared, side: 'simulation' | 'with') =>
    years.map(
      (year) =>
        comparison.years
          .find((one) => one.year === year)
          ?.totals.find((total) => total.currency === currency)?.[side]?.[money] ?? null,
    );
  return (
    <Figure
      title={t('simulations.comparedTitle', { currency })}
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
  );
}
