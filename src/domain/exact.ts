import { Decimal } from 'decimal.js';
import type Fraction from 'fraction.js';

/** A clone of our own: nobody else's settings of the library change a figure. */
const Exact = Decimal.clone({ defaults: true, precision: 40, rounding: Decimal.ROUND_HALF_EVEN });

/** What growth factors are whole multiples of: a percentage has at most four decimals. */
export const unit = 1_000_000n;

/** What a year's growth multiplies by, in millionths: `2.1` percent gives 1 021 000. */
export const factorOf = (percent: string): bigint =>
  BigInt(new Exact(percent).div(100).plus(1).times(unit.toString()).toFixed());

/** A quotient rounded to a whole number, a tie to the even one. `divisor` is positive. */
export function roundHalfEven(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const down = size / divisor;
  const twice = (size % divisor) * 2n;
  const rounded = twice > divisor || (twice === divisor && down % 2n === 1n) ? down + 1n : down;
  return dividend < 0n ? -rounded : rounded;
}

/** Shares of one whole as numerators over one denominator. */
export type Weights = { numerators: bigint[]; denominator: bigint };

export function weightsOf(shares: Fraction[]): Weights {
  const denominator = shares.reduce((lcm, { d }) => (lcm / gcd(lcm, d)) * d, 1n);
  return { denominator, numerators: shares.map(({ n, d }) => (denominator / d) * n) };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/**
 * Divides cents among weights that make one, as `divide` does with fractions: nothing is lost, and the cents that are
 * left go to the largest remainders, the first of equal ones first. Made for many divisions by the same weights.
 * @param cents not negative
 */
export function divideByWeights(cents: bigint, { numerators, denominator }: Weights): bigint[] {
  if (numerators.length === 1) return [cents];
  let left = cents;
  const remainders: bigint[] = [];
  const parts = numerators.map((numerator) => {
    const product = cents * numerator;
    const part = product / denominator;
    remainders.push(product - part * denominator);
    left -= part;
    return part;
  });
  if (left === 0n) return parts;
  const byRemainder = remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const { index } of byRemainder.slice(0, Number(left))) parts[index]! += 1n;
  return parts;
}
