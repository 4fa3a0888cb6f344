import fc from 'fast-check';
import Fraction from 'fraction.js';
import type { Owner } from '../../src/domain/ownership.ts';
import { project } from '../../src/domain/projection.ts';
import type { Assumptions, Inputs, Result } from '../../src/domain/simulation.ts';
import { type ItemKind, itemKinds } from '../../src/domain/words.ts';

type Item = Inputs['items'][number];

export const startYear = 2026;
export const full = (personId: string | null, share = '1'): Owner => ({ personId, form: 'full', share });
export const usufruct = (personId: string | null, share = '1'): Owner => ({
  personId,
  form: 'usufruct',
  share,
});
export const bare = (personId: string | null, share = '1'): Owner => ({ personId, form: 'bare', share });

export const item = (id: string, cents: number, owners: Owner[], more: Partial<Item> = {}): Item => ({
  id,
  kind: 'real_estate',
  name: id,
  currency: 'EUR',
  cents,
  valuedOn: '2026-01-01',
  owners,
  ...more,
});

/** A family of these persons: `married` couples, and `children` of each parent. */
export function family(
  ids: string[],
  {
    married = [],
    children = {},
    dead = [],
  }: { married?: [string, string][]; children?: Record<string, string[]>; dead?: string[] } = {},
): Pick<Inputs, 'persons' | 'unions' | 'parents'> {
  return {
    persons: ids.map((id) => ({
      id,
      firstName: id,
      lastName: 'Dupont',
      deathDate: dead.includes(id) ? '2020-01-01' : null,
    })),
    unions: married.map((personIds) => ({ personIds, kind: 'marriage', start: null, end: null })),
    parents: Object.entries(children).flatMap(([parentId, childIds]) =>
      childIds.map((childId) => ({ childId, parentId, kind: 'birth' as const })),
    ),
  };
}

export const inputs = (of: Pick<Inputs, 'persons' | 'unions' | 'parents'>, items: Item[]): Inputs => ({
  startYear,
  ...of,
  items,
});

export const assume = (some: Partial<Assumptions> = {}): Assumptions => ({
  horizon: 1,
  inflation: '0',
  growth: {},
  donations: [],
  deaths: [],
  ...some,
});

/** The result of assumptions that are possible. */
export function resultOf(of: Inputs, assumptions: Assumptions): Result {
  const outcome = project(of, assumptions);
  if ('refusals' in outcome) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.result;
}

/** What somebody has in a year, in one currency: its figures that aren't zero. */
export function figuresOf(result: Result, year: number, personId: string | null, currency = 'EUR') {
  const row = result.years
    .find((one) => one.year === year)!
    .persons.find((person) => person.personId === personId && person.currency === currency);
  const { personId: _, currency: __, ...figures } = row ?? { personId, currency };
  return Object.fromEntries(Object.entries(figures).filter(([, amount]) => amount !== 0));
}

const people = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Owners that are a whole: up to six equal units, full or split, each given to somebody. */
const owners: fc.Arbitrary<Owner[]> = fc
  .integer({ min: 1, max: 6 })
  .chain((units) => fc.tuple(fc.constant(units), fc.integer({ min: 0, max: units })))
  .chain(([units, inFull]) => {
    const hands = (count: number) =>
      fc.array(fc.constantFrom(...people, null), { minLength: count, maxLength: count });
    return fc.tuple(fc.constant(units), hands(inFull), hands(units - inFull), hands(units - inFull));
  })
  .map(([units, ...hands]) =>
    (['full', 'usufruct', 'bare'] as const).flatMap((form, i) =>
      [...Map.groupBy(hands[i]!, (personId) => personId)].map(([personId, held]) => ({
        personId,
        form,
        share: new Fraction(held.length, units).toFraction(),
      })),
    ),
  );

const items = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...itemKinds),
      currency: fc.constantFrom('EUR', 'EUR', 'CHF'),
      cents: fc.oneof(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 10 ** 12 })),
      owners,
    }),
    { maxLength: 5 },
  )
  .map((all) => all.map(({ owners: held, cents, ...more }, i) => item(`i${i}`, cents, held, more)));

/** Six persons; who is younger may be the child of who is older, and some are married or dead. */
const families = fc
  .record({
    married: fc.subarray([
      ['a', 'b'],
      ['c', 'd'],
    ] as [string, string][]),
    links: fc.uniqueArray(
      fc.tuple(fc.constantFrom(...people), fc.constantFrom(...people)).filter(([p, c]) => p < c),
      { selector: (link) => link.join(), maxLength: 8 },
    ),
    dead: fc.subarray(people, { maxLength: 2 }),
  })
  .map(({ married, links, dead }) => ({
    ...family(people, { married, dead }),
    parents: links.map(([parentId, childId]) => ({ childId, parentId, kind: 'birth' as const })),
  }));

export const percent = fc
  .integer({ min: -500_000, max: 500_000 })
  .map((tenThousandths) => String(tenThousandths / 10_000));

const growth = fc
  .dictionary(fc.constantFrom(...itemKinds), percent, { maxKeys: 6 })
  .map((by) => by as Partial<Record<ItemKind, string>>);

const years = (horizon: number) => fc.integer({ min: startYear + 1, max: startYear + horizon });
const parts = fc.constantFrom(['1'], ['1/2', '1/2'], ['1/3', '2/3'], ['1/7', '2/7', '4/7']);

/** A family with its inventory, and assumptions about it; most of them possible. */
export const cases: fc.Arbitrary<{ of: Inputs; assumptions: Assumptions }> = fc
  .record({ of: fc.tuple(families, items), horizon: fc.integer({ min: 1, max: 6 }) })
  .map(({ of: [who, what], horizon }) => ({ of: inputs(who, what), horizon }))
  .chain(({ of, horizon }) => {
    const dead = of.persons.filter((person) => person.deathDate).map((person) => person.id);
    const living = people.filter((id) => !dead.includes(id));
    const givable = of.items
      .filter(({ kind }) => !['mortgage', 'loan', 'other_debt'].includes(kind))
      .flatMap(({ id, owners: held }) =>
        held
          .filter(({ form, personId }) => form === 'full' && living.includes(personId!))
          .map(({ personId, share }) => ({ itemId: id, donorId: personId!, share })),
      );
    const donation = fc
      .record({
        from: fc.constantFrom(...(givable.length > 0 ? givable : [undefined])),
        year: years(horizon),
        of: fc.constantFrom('1/2', '1/3', '1'),
        parts,
        donees: fc.shuffledSubarray([...living, null], { minLength: 3, maxLength: 3 }),
        usufructReserved: fc.boolean(),
      })
      .map(({ from, year, of: part, parts: shares, donees, usufructReserved }) => {
        if (!from || donees.includes(from.donorId)) return [];
        const { share, ...rest } = from;
        return [
          {
            year,
            ...rest,
            share: new Fraction(share).mul(part).toFraction(),
            donees: shares.map((one, i) => ({ personId: donees[i]!, share: one })),
            usufructReserved,
          },
        ];
      });
    const deaths = fc
      .shuffledSubarray(living, { maxLength: 3 })
      .chain((ids) =>
        fc.tuple(
          ...ids.map((personId) => fc.record({ personId: fc.constant(personId), year: years(horizon) })),
        ),
      );
    return fc.record({
      of: fc.constant(of),
      assumptions: fc.record({
        horizon: fc.constant(horizon),
        inflation: percent,
        growth,
        donations: fc.array(donation, { maxLength: 3 }).map((all) => all.flat()),
        deaths: fc.tuple(deaths, fc.option(owners)).map(([all, heirs]) =>
          all.map((death, i) => {
            const outlived = heirs?.every(
              ({ personId }) =>
                !dead.includes(personId!) && !all.some((other) => other.personId === personId),
            );
            return i === 0 && heirs && outlived ? { ...death, heirs } : death;
          }),
        ),
      }),
    });
  });

/** As `cases`, of those that are possible. */
export const possible = cases.map((one) => ({ ...one, outcome: project(one.of, one.assumptions) }));
