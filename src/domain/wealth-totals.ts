import { divideValue, type Owner } from './ownership.ts';
import { type ItemKind, isDebt, itemKinds, type OwnershipForm, ownershipForms } from './words.ts';

/** What counts of an item: its value in the minor unit of its currency, and whose it is. */
export type Holding = { kind: ItemKind; currency: string; cents: number; owners: Owner[] };

/** What somebody holds in one currency, to the cent. */
export type PersonTotal = {
  /** Null: those outside the family, together. */
  personId: string | null;
  currency: string;
  full: number;
  /** The value of what the right lies on, as it is for bare ownership: neither is ever added to what is owned in full. */
  usufruct: number;
  bare: number;
  debts: number;
  /** What is owned in full, less the debts. */
  net: number;
};

/** The totals of an inventory. There are no exchange rates: amounts of different currencies are never added. */
export type WealthTotals = {
  net: { currency: string; assets: number; debts: number; net: number }[];
  byPerson: PersonTotal[];
  /** Assets and debts, both above zero. */
  byKind: { kind: ItemKind; currency: string; cents: number }[];
  /** Assets alone. Usufruct and bare ownership are two sides of the same amount. */
  byForm: { form: OwnershipForm; currency: string; cents: number }[];
};

type Part = { personId: string | null; form: OwnershipForm | 'debt'; cents: bigint };

/**
 * Adds up an inventory, each currency for itself, in alphabetical order; persons in the order of their ids, those
 * outside the family last; kinds and forms in the order of their words. Each item's value is divided among its owners
 * to the cent (`divideValue`), so that the totals agree with each other exactly.
 * The sums are exact while they stay below 2^53: 900 items of the largest value.
 */
export function totalsOf(holdings: Holding[]): WealthTotals {
  const currencies = [...Map.groupBy(holdings, (holding) => holding.currency)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, held]) => ({ currency, held, parts: held.flatMap(partsIn) }));
  return {
    net: currencies.map(({ currency, held }) => {
      const [assets, debts] = [worth(held, (kind) => !isDebt(kind)), worth(held, isDebt)];
      return { currency, assets, debts, net: assets - debts };
    }),
    byPerson: currencies.flatMap(({ currency, parts }) => personsIn(currency, parts)),
    byKind: currencies.flatMap(({ currency, held }) =>
      itemKinds
        .filter((kind) => held.some((holding) => holding.kind === kind))
        .map((kind) => ({ kind, currency, cents: worth(held, (other) => other === kind) })),
    ),
    byForm: currencies.flatMap(({ currency, parts }) =>
      ownershipForms
        .filter((form) => parts.some((part) => part.form === form))
        .map((form) => ({ form, currency, cents: sum(parts, form) })),
    ),
  };
}

function partsIn({ kind, cents, owners }: Holding): Part[] {
  const parts = divideValue(BigInt(cents), owners);
  return owners.map(({ personId, form }, i) => ({
    personId,
    form: isDebt(kind) ? 'debt' : form,
    cents: parts[i]!,
  }));
}

/** Later than any id. */
const last = '\uffff';

const personsIn = (currency: string, parts: Part[]): PersonTotal[] =>
  [...Map.groupBy(parts, (part) => part.personId)]
    .sort(([a], [b]) => ((a ?? last) < (b ?? last) ? -1 : 1))
    .map(([personId, his]) => {
      const [full, debts] = [sum(his, 'full'), sum(his, 'debt')];
      const split = { usufruct: sum(his, 'usufruct'), bare: sum(his, 'bare') };
      return { personId, currency, full, ...split, debts, net: full - debts };
    });

const sum = (parts: Part[], form: Part['form']): number =>
  Number(parts.reduce((total, part) => (part.form === form ? total + part.cents : total), 0n));

const worth = (held: Holding[], which: (kind: ItemKind) => boolean): number =>
  Number(held.reduce((total, { kind, cents }) => (which(kind) ? total + BigInt(cents) : total), 0n));
