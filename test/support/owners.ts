import fc from 'fast-check';
import Fraction from 'fraction.js';
import type { Owner } from '../../src/domain/ownership.ts';
import type { OwnershipForm } from '../../src/domain/words.ts';

/* Owners for property tests: any shares that are whole, exactly. */

const weights = fc.array(fc.integer({ min: 1, max: 997 }), { minLength: 1, maxLength: 5 });

/** Shares in proportion to weights, which together make `whole`. */
const inProportion = (of: number[], whole: Fraction) => {
  const sum = of.reduce((a, b) => a + b, 0);
  return of.map((weight) => whole.mul(new Fraction(weight, sum)).toFraction());
};

/** Owners of a debt, or of something that nobody split: full ownership alone. */
export const inFull = (persons: (string | null)[]): fc.Arbitrary<Owner[]> =>
  weights.chain((full) => named(persons, [['full', inProportion(full, new Fraction(1))]]));

/** Owners in every form, so that full ownership makes one with the usufruct and with the bare ownership. */
export const owners = (persons: (string | null)[]): fc.Arbitrary<Owner[]> =>
  fc.oneof(
    inFull(persons),
    fc.tuple(fc.option(weights, { nil: [] }), weights, weights).chain(([full, usufruct, bare]) => {
      const split = new Fraction(1, full.length + 1);
      return named(persons, [
        ['full', inProportion(full, new Fraction(1).sub(split))],
        ['usufruct', inProportion(usufruct, split)],
        ['bare', inProportion(bare, split)],
      ]);
    }),
  );

/** Gives each share to a person who has none in that form; `persons` are at least as many as the shares of a form. */
const named = (persons: (string | null)[], forms: [OwnershipForm, string[]][]): fc.Arbitrary<Owner[]> =>
  fc
    .tuple(
      ...forms.map(([form, shares]) =>
        fc
          .shuffledSubarray(persons, { minLength: shares.length, maxLength: shares.length })
          .map((who) => shares.map((share, i): Owner => ({ personId: who[i]!, form, share }))),
      ),
    )
    .chain((made) => {
      const all = made.flat();
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    });
