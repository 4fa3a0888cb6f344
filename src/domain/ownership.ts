import Fraction from 'fraction.js';
import type { OwnershipForm } from './words.ts';

/** A part of a whole, exactly: `1/3`, or `1` for all of it. */
export type Share = string;
/** Who owns which part of a thing, in which form. No person: somebody outside the family. */
export type Owner = { personId: string | null; form: OwnershipForm; share: Share };

export const fractionOf = (share: Share): Fraction => new Fraction(share);

const sumOf = (shares: Share[]) => shares.reduce((sum, share) => sum.add(share), new Fraction(0));

/** Whether parts of one whole are the whole, exactly. */
export const addUp = (shares: Share[]): boolean => sumOf(shares).equals(1);

/**
 * Whether a thing has an owner for each part of it, exactly: full ownership with the usufruct makes one, and so does
 * full ownership with the bare ownership.
 */
export function isWhole(owners: Pick<Owner, 'form' | 'share'>[]): boolean {
  const held = (...forms: OwnershipForm[]) =>
    owners.filter((owner) => forms.includes(owner.form)).map((owner) => owner.share);
  return addUp(held('full', 'usufruct')) && addUp(held('full', 'bare'));
}

/**
 * Divides an amount by shares that make at most one, so that the parts differ from the exact ones by less than a cent
 * and their sum is the amount's exact part, rounded down: the cents that are left go to the largest remainders, the
 * first of equal ones first.
 * @param cents not negative
 */
export function divide(cents: bigint, shares: Fraction[]): bigint[] {
  const exact = shares.map((share) => share.mul(new Fraction(cents)));
  const parts = exact.map((part) => part.floor().n / part.floor().d);
  const whole = exact.reduce((sum, part) => sum.add(part), new Fraction(0)).floor();
  let left = whole.n / whole.d - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part.sub(part.floor()) }))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index]! += 1n;
    left -= 1n;
  }
  return parts;
}
