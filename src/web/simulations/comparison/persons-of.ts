import type { Compared } from './comparison-query.ts';

/** Whoever holds anything of a currency in one of the simulations, in any year. */
export const personsOf = (comparisons: Compared[], currency: string): (string | null)[] => [
  ...new Set(
    comparisons.flatMap(({ years }) =>
      years.flatMap(({ persons }) =>
        persons.filter((one) => one.currency === currency).map(({ personId }) => personId),
      ),
    ),
  ),
];
