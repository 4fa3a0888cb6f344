import Fraction from 'fraction.js';
import type { OwnershipForm } from './words.ts';

/** A part of a whole, exactly and in lowest terms: `1/3`, or `1` for all of it. */
export type Share = string;
/** Who owns which part of a thing, in which form. No person: somebody outside the family. */
export type Owner = { personId: string | null; form: OwnershipForm; share: Share };

export const fractionOf = (share: Share): Fraction => new Fraction(share);

const shareAsTyped = /^\d{1,9}(\/(?!0+$)\d{1,9})?$/;

/** A share as people type it, in lowest terms; null where it is none, or not above zero and at most one. */
export function shareIn(typed: string): Share | null {
  if (!shareAsTyped.test(typed)) return null;
  const share = fractionOf(typed);
  return share.compare(0) > 0 && share.compare(1) <= 0 ? share.toFraction() : null;
}

/** Exact fractions that nobody reduced: to reduce the sum of a hundred takes longer than all the rest. */
type Ratio = { n: bigint; d: bigint };

const sumOf = (parts: Ratio[]): Ratio =>
  parts.reduce((sum, part) => ({ n: sum.n * part.d + part.n * sum.d, d: sum.d * part.d }), { n: 0n, d: 1n });

/** Below zero: less than one; zero: one, exactly; above: more. */
const againstOne = (shares: Share[]): number => {
  const { n, d } = sumOf(shares.map(fractionOf));
  return n === d ? 0 : n < d ? -1 : 1;
};

/** Whether parts of one whole are the whole, exactly. */
export const addUp = (shares: Share[]): boolean => againstOne(shares) === 0;

const heldIn = (owners: Pick<Owner, 'form' | 'share'>[], ...forms: OwnershipForm[]) =>
  owners.filter((owner) => forms.includes(owner.form)).map((owner) => owner.share);

/**
 * Whether a thing has an owner for each part of it, exactly: full ownership with the usufruct makes one, and so does
 * full ownership with the bare ownership.
 */
export const isWhole = (owners: Pick<Owner, 'form' | 'share'>[]): boolean =>
  addUp(heldIn(owners, 'full', 'usufruct')) && addUp(heldIn(owners, 'full', 'bare'));

/** Why a thing can't be owned like that. `owner`: which one it is about, by place; null: all of them together. */
export type OwnershipFlaw = { owner: number | null; reason: OwnershipFlawReason };
export type OwnershipFlawReason =
  /** The same person stands there twice in the same form. */
  | 'same_owner'
  /** A debt is owed, not split into usufruct and bare ownership. */
  | 'debt_in_full'
  /** Full ownership and usufruct, or full and bare ownership, make less or more than the whole. */
  | 'usufruct_short'
  | 'usufruct_over'
  | 'bare_short'
  | 'bare_over';

/** Everything that is wrong with who owns a thing, or owes it. */
export function ownershipFlaws(owners: Owner[], isDebt: boolean): OwnershipFlaw[] {
  const seen = new Set<string>();
  const flaws: OwnershipFlaw[] = [];
  for (const [owner, { personId, form }] of owners.entries()) {
    const key = `${form} ${personId}`;
    if (seen.has(key)) flaws.push({ owner, reason: 'same_owner' });
    else if (isDebt && form !== 'full') flaws.push({ owner, reason: 'debt_in_full' });
    seen.add(key);
  }
  for (const half of ['usufruct', 'bare'] as const) {
    const difference = againstOne(heldIn(owners, 'full', half));
    if (difference !== 0) flaws.push({ owner: null, reason: `${half}_${difference < 0 ? 'short' : 'over'}` });
  }
  return flaws;
}

/**
 * Divides an amount by shares that make at most one, so that the parts differ from the exact ones by less than a cent
 * and their sum is the amount's exact part, rounded down: the cents that are left go to the largest remainders, the
 * first of equal ones first.
 * @param cents not negative
 */
export function divide(cents: bigint, shares: Ratio[]): bigint[] {
  const { n, d } = sumOf(shares);
  return apportion(cents, shares, (cents * n) / d);
}

/**
 * Divides an item's value among its owners, in their order, each part being less than a cent away from the exact one.
 * Full ownership and the usufruct add up to the value, and so do full ownership and the bare ownership: the parts in
 * usufruct and those in bare ownership are parts of the same amount, what isn't owned in full. That amount is rounded
 * to the cent first, half a cent going to full ownership; then each form's parts are made as `divide` makes them.
 * @param cents not negative
 * @param owners that are whole
 */
export function divideValue(cents: bigint, owners: Pick<Owner, 'form' | 'share'>[]): bigint[] {
  const shares = owners.map((owner) => fractionOf(owner.share));
  const full = sumOf(shares.filter((_, i) => owners[i]!.form === 'full'));
  const inFull = (2n * cents * full.n + full.d) / (2n * full.d);
  const parts = { full: inFull, usufruct: cents - inFull, bare: cents - inFull };
  const made = owners.map(() => 0n);
  for (const [form, total] of Object.entries(parts)) {
    const places = [...owners.keys()].filter((i) => owners[i]!.form === form);
    const divided = apportion(
      cents,
      places.map((i) => shares[i]!),
      total,
    );
    for (const [nth, place] of places.entries()) made[place] = divided[nth]!;
  }
  return made;
}

/** The parts of an amount by largest remainders, so that they make `total`: the sum of the exact ones, rounded. */
function apportion(cents: bigint, shares: Ratio[], total: bigint): bigint[] {
  const parts = shares.map(({ n, d }) => (cents * n) / d);
  let left = total - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = shares
    .map(({ n, d }, place) => ({ place, n: (cents * n) % d, d }))
    .sort((a, b) => Number(b.n * a.d - a.n * b.d) || a.place - b.place);
  for (const { place } of byRemainder) {
    if (left === 0n) break;
    parts[place]! += 1n;
    left -= 1n;
  }
  return parts;
}
