import Fraction from 'fraction.js';
import { fractionOf, isWhole, type Owner } from './ownership.ts';
import type { Holder, PlannedDonation } from './simulation.ts';

/**
 * A part of an item, with both halves of its ownership: so that it is known whose bare ownership becomes full when
 * somebody's usufruct ends. Full ownership is both in one hand, not split. `key` names the holders, for their order.
 */
export type Part = { usufruct: Holder; bare: Holder; split: boolean; share: Fraction; key: string };

/**
 * The parts of an item. Owners don't say whose usufruct lies on whose bare ownership: each lies on all, in proportion.
 * @param owners a whole (`isWhole`)
 */
export function partsOf(owners: Owner[]): Part[] {
  if (!isWhole(owners)) throw new RangeError('the owners make no whole');
  const held = (form: Owner['form']) =>
    owners
      .filter((owner) => owner.form === form)
      .map(({ personId, share }) => ({ holder: personId, share: fractionOf(share) }));
  const usufructs = held('usufruct');
  const all = usufructs.reduce((sum, { share }) => sum.add(share), new Fraction(0));
  return merged([
    ...held('full').map(({ holder, share }) => inOneHand(holder, share)),
    ...usufructs.flatMap(({ holder: usufruct, share }) => {
      const ofAll = share.div(all);
      return held('bare').map((bare) => part(usufruct, bare.holder, true, bare.share.mul(ofAll)));
    }),
  ]);
}

/** How many parts `partsOf` gives at most. */
export function countParts(owners: Owner[]): number {
  const count = (form: Owner['form']) => owners.filter((owner) => owner.form === form).length;
  return count('full') + count('usufruct') * count('bare');
}

/** The parts as owners: each person once a form. */
export function ownersOf(parts: Part[]): Owner[] {
  const shares = new Map<string, { personId: Holder; form: Owner['form']; share: Fraction }>();
  const add = (personId: Holder, form: Owner['form'], share: Fraction) => {
    const key = `${form} ${personId}`;
    shares.set(key, { personId, form, share: share.add(shares.get(key)?.share ?? 0) });
  };
  for (const { usufruct, bare, split, share } of parts) {
    if (!split) add(bare, 'full', share);
    else {
      add(usufruct, 'usufruct', share);
      add(bare, 'bare', share);
    }
  }
  return [...shares.values()].map((owner) => ({ ...owner, share: owner.share.toFraction() }));
}

/**
 * Gives a part out of what the donor holds in full ownership.
 * @returns undefined where he holds less than that
 */
export function give(
  parts: Part[],
  { donorId, share, donees, usufructReserved }: Omit<PlannedDonation, 'year' | 'itemId'>,
): Part[] | undefined {
  const given = fractionOf(share);
  const own = parts.find((part) => !part.split && part.bare === donorId);
  if (!own || own.share.lt(given)) return undefined;
  return merged([
    ...parts.filter((part) => part !== own),
    { ...own, share: own.share.sub(given) },
    ...donees.map((donee) =>
      joined(usufructReserved ? donorId : donee.personId, donee.personId, given.mul(fractionOf(donee.share))),
    ),
  ]);
}

/** Ends the usufructs of who dies: they accrue to the bare owner of that very part. */
export function endUsufructs(parts: Part[], dying: ReadonlySet<Holder>): Part[] {
  const ends = ({ split, usufruct }: Part) => split && dying.has(usufruct);
  return parts.some(ends)
    ? merged(parts.map((part) => (ends(part) ? inOneHand(part.bare, part.share) : part)))
    : parts;
}

/** Heirs, prepared once for all that somebody leaves. */
export type Heirs = { parts: Part[]; ofBare: { holder: Holder; share: Fraction }[] };

/** @param heirs a whole: their shares are of what the deceased leaves */
export const heirsAsParts = (heirs: Owner[]): Heirs => ({
  parts: partsOf(heirs),
  ofBare: heirs
    .filter((heir) => heir.form !== 'usufruct')
    .map(({ personId, share }) => ({ holder: personId, share: fractionOf(share) })),
});

/**
 * Passes on what somebody leaves, whose usufructs have ended: full ownership as the heirs' forms say; bare ownership
 * on which another's usufruct lies, and debts, to who inherits in full or bare ownership.
 */
export function passOn(parts: Part[], deceasedId: string, heirs: Heirs, isDebt: boolean): Part[] {
  return merged(
    parts.flatMap((own) => {
      if (own.bare !== deceasedId) return [own];
      if (!own.split && !isDebt)
        return heirs.parts.map(({ usufruct, bare, share }) => joined(usufruct, bare, own.share.mul(share)));
      return heirs.ofBare.map(({ holder, share }) =>
        joined(own.split ? own.usufruct : holder, holder, own.share.mul(share)),
      );
    }),
  );
}

const part = (usufruct: Holder, bare: Holder, split: boolean, share: Fraction): Part => ({
  usufruct,
  bare,
  split,
  share,
  // Outsiders come last.
  key: `${bare ?? '~'} ${usufruct ?? '~'} ${split}`,
});
const inOneHand = (holder: Holder, share: Fraction) => part(holder, holder, false, share);
/** Usufruct and bare ownership that come together in one hand are full ownership. */
const joined = (usufruct: Holder, bare: Holder, share: Fraction) =>
  part(usufruct, bare, usufruct !== bare, share);

/** Each pair of holders once, in an order that follows from the holders alone. */
function merged(parts: Part[]): Part[] {
  const byHolders = new Map<string, Part>();
  for (const one of parts) {
    if (one.share.n === 0n) continue;
    const known = byHolders.get(one.key);
    byHolders.set(one.key, known ? { ...known, share: known.share.add(one.share) } : one);
  }
  return [...byHolders.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
