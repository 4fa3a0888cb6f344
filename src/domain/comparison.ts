import type { Assumptions, Figures, Holder, PersonFigures, Result } from './simulation.ts';

/** Figures of two simulations, null where a year isn't projected; `difference`: the second less the first. */
type Compared = { simulation: Figures | null; with: Figures | null; difference: Figures | null };
export type ComparedYear = {
  year: number;
  persons: (Compared & { personId: Holder; currency: string })[];
  totals: (Compared & { currency: string })[];
};

/** Two results side by side, for every year that one of them has. Who holds nothing in a year holds zero. */
export function compareResults(first: Result, second: Result): ComparedYear[] {
  const byYear = ({ years }: Result) => new Map(years.map((year) => [year.year, year]));
  const [firstYears, secondYears] = [byYear(first), byYear(second)];
  const years = [...new Set([...firstYears.keys(), ...secondYears.keys()])].sort((a, b) => a - b);
  return years.map((year) => {
    const [a, b] = [firstYears.get(year), secondYears.get(year)];
    return {
      year,
      persons: sideBySide(a?.persons, b?.persons, personKey).map(({ row, ...compared }) => ({
        personId: row.personId,
        currency: row.currency,
        ...compared,
      })),
      totals: sideBySide(a?.totals, b?.totals, (row) => row.currency).map(({ row, ...compared }) => ({
        currency: row.currency,
        ...compared,
      })),
    };
  });
}

const personKey = ({ personId, currency }: PersonFigures) => `${personId ?? '~'} ${currency}`;

function sideBySide<T extends Figures>(
  first: T[] | undefined,
  second: T[] | undefined,
  keyOf: (row: T) => string,
): (Compared & { row: T })[] {
  const [a, b] = [
    new Map(first?.map((row) => [keyOf(row), row])),
    new Map(second?.map((row) => [keyOf(row), row])),
  ];
  // Less nothing: its figures alone.
  const figures = (rows: T[] | undefined, row: T | undefined) => (rows ? minus(row ?? zero, zero) : null);
  return [...new Map([...a, ...b])]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, row]) => {
      const [was, is] = [figures(first, a.get(key)), figures(second, b.get(key))];
      return { row, simulation: was, with: is, difference: was && is && minus(is, was) };
    });
}

const zero: Figures = { full: 0, usufruct: 0, bare: 0, debts: 0, net: 0, netReal: 0 };
const minus = (a: Figures, b: Figures): Figures => ({
  full: a.full - b.full,
  usufruct: a.usufruct - b.usufruct,
  bare: a.bare - b.bare,
  debts: a.debts - b.debts,
  net: a.net - b.net,
  netReal: a.netReal - b.netReal,
});

/** The assumptions that differ, each by its field: growth by kind, donations and deaths as a whole. */
export function differingAssumptions(first: Assumptions, second: Assumptions) {
  const [a, b] = [byField(first), byField(second)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort().flatMap((field) => {
    const [was, is] = [a[field] ?? '0', b[field] ?? '0'];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, simulation: was, with: is }];
  });
}

const byField = ({ growth, ...rest }: Assumptions): Record<string, unknown> => ({
  ...rest,
  ...Object.fromEntries(Object.entries(growth).map(([kind, percent]) => [`growth.${kind}`, percent])),
});
