import { divideByWeights, roundHalfEven, type Weights, weightsOf } from './exact.ts';
import type { Part } from './parts.ts';
import type { Figures, Holder, PersonFigures, ProjectedYear } from './simulation.ts';
import type { ItemKind } from './words.ts';

/** An item while it is projected: what it is worth, and whose it is. */
export type Held = {
  id: string;
  kind: ItemKind;
  currency: string;
  isDebt: boolean;
  cents: bigint;
  parts: Part[];
  weights: Weights;
};

export const withParts = (held: Omit<Held, 'parts' | 'weights'>, parts: Part[]): Held => ({
  ...held,
  parts,
  weights: weightsOf(parts.map((part) => part.share)),
});

type Amounts = Omit<Figures, 'netReal'>;
/** What one person holds in one currency, before inflation. */
export type Tallied = Amounts & { personId: Holder; currency: string };

/**
 * What everybody holds, by id, outsiders last. The cents of each item are divided among its parts, so that nothing is
 * lost; who has the usufruct of a part and whose it is are counted with the same cents of it.
 */
export function tally(items: Held[]): Tallied[] {
  const rows = new Map<string, Map<Holder, Tallied>>();
  for (const { currency, isDebt, cents, parts, weights } of items) {
    const ofCurrency = rows.get(currency) ?? new Map<Holder, Tallied>();
    rows.set(currency, ofCurrency);
    const rowOf = (personId: Holder) => {
      let row = ofCurrency.get(personId);
      if (!row) {
        row = { personId, currency, full: 0, usufruct: 0, bare: 0, debts: 0, net: 0 };
        ofCurrency.set(personId, row);
      }
      return row;
    };
    for (const [i, part] of divideByWeights(cents, weights).entries()) {
      const { usufruct, bare, split } = parts[i]!;
      const amount = Number(part);
      if (isDebt) rowOf(bare).debts += amount;
      else if (split) {
        rowOf(usufruct).usufruct += amount;
        rowOf(bare).bare += amount;
      } else rowOf(bare).full += amount;
    }
  }
  return [...rows.values()].flatMap((ofCurrency) => [...ofCurrency.values()].map(netted)).sort(byPerson);
}

/** Everybody's together, by currency: amounts of different ones are never added. */
export function totalsOf(rows: Tallied[]): (Amounts & { currency: string })[] {
  return [...Map.groupBy(rows, (row) => row.currency)]
    .map(([currency, of]) => {
      const sum = (field: keyof Amounts) => of.reduce((total, row) => total + row[field], 0);
      const [full, usufruct, bare, debts] = [sum('full'), sum('usufruct'), sum('bare'), sum('debts')];
      return netted({ currency, full, usufruct, bare, debts, net: 0 });
    })
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** How things stand in a year; `deflate` brings an amount to the money of the start year. */
export function yearOf(year: number, items: Held[], deflate: (cents: number) => number): ProjectedYear {
  const rows = tally(items);
  const real = <T extends Amounts>(row: T) => ({ ...row, netReal: deflate(row.net) });
  return { year, persons: rows.map(real) satisfies PersonFigures[], totals: totalsOf(rows).map(real) };
}

/** Divides by the price level, exactly, and rounds to the cent, a tie to the even one. */
export const deflator =
  ({ level, base }: { level: bigint; base: bigint }) =>
  (cents: number): number =>
    Number(roundHalfEven(BigInt(cents) * base, level));

const netted = <T extends Amounts>(row: T): T => ({ ...row, net: row.full + row.bare - row.debts });

const byPerson = (a: Tallied, b: Tallied) =>
  order(a.personId ?? '~', b.personId ?? '~') || order(a.currency, b.currency);
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
