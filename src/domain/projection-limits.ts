import type { Held } from './figures.ts';
import type { Refusal } from './simulation.ts';

/**
 * How much a projection may calculate, in divisions of an amount by one share, and how many lines of persons it may
 * have. The most takes some seconds.
 */
export const projectionLimits = { divisions: 10_000_000, lines: 25_000 };
/** In minor units. JSON's integers are exact to twice this, so that two simulations can still be subtracted. */
export const largestAmount = 2 ** 52 - 1;

/** An assumption that shows to be impossible while it is carried out. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(field: string, code: Refusal['code']) {
    super(code);
    this.refusal = { field, code };
  }
}

export type Budget = ReturnType<typeof budget>;

/** Counts what is calculated, so that no projection takes for ever or fills the memory. */
export function budget() {
  const left = { ...projectionLimits };
  const spend = (what: keyof typeof left, count: number) => {
    left[what] -= count;
    if (left[what] < 0) throw new Refused('horizon', 'projection_too_large');
  };
  return {
    lines: (count: number) => spend('lines', count),
    /** For making parts: fractions take ten times as long. */
    parts: (count: number) => spend('divisions', 10 * count),
    /** For dividing every item among its parts. */
    items: (items: Held[]) => {
      for (const { parts, weights } of items) spend('divisions', parts.length * sizeOf(weights.denominator));
    },
  };
}

/** How much longer numbers take than usual ones. */
const sizeOf = (denominator: bigint) => Math.ceil(denominator.toString(16).length / 16);

/** @throws Refused where an item, or all assets or debts of a currency, pass the largest amount */
export function refuseTooLarge(items: Held[]): void {
  for (const { kind, cents } of items) {
    if (cents > BigInt(largestAmount)) throw new Refused(`growth.${kind}`, 'amount_too_large');
  }
  for (const [, same] of Map.groupBy(items, (item) => `${item.currency} ${item.isDebt}`)) {
    const sum = same.reduce((total, { cents }) => total + cents, 0n);
    if (sum > BigInt(largestAmount)) throw new Refused('horizon', 'amount_too_large');
  }
}
