import fc from 'fast-check';
import type { Tree } from '../../../src/api/gedcom/gedcom-families.ts';
import type { Plan } from '../../../src/api/gedcom/plan.ts';
import { countries } from '../../../src/domain/countries.ts';
import {
  languages,
  type ParentKind,
  regimes,
  regions,
  sexes,
  unionKinds,
} from '../../../src/domain/words.ts';

/** Names as people have them, in every script, with all that has a meaning in GEDCOM. */
const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 25 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'@/ I1#\u00a0é\\",'), maxLength: 12 }),
    fc.constantFrom(
      ...[
        'Jean-François',
        'van den Berg',
        '@I1@',
        '@@',
        '@#DJULIAN@',
        '/',
        '?',
        'A/B/C',
        'Jr.',
        'III',
        'e\u0301',
      ],
      ...['李小明', 'בן־גוריון', 'محمد بن سلمان', 'நிலா', '👩‍👩‍👧 🇧🇪', '𝔉𝔯𝔞𝔫𝔷', '0 TRLR', '\ufffd'],
      ...['Ñ', '@', '/', '😀'].map((one) => one.repeat(100).slice(0, 100)),
      `a${'@'.repeat(99)}`,
    ),
  )
  // As the API's `Name` has it.
  .map((text) =>
    text
      .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
      .trim()
      .slice(0, 100),
  )
  .map((text) => (text.isWellFormed() ? text : text.slice(0, -1)).trim())
  .filter((text) => text !== '');

const nullable = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values));

const people = fc.array(
  fc.record({
    firstName: name,
    lastName: name,
    generation: fc.nat(3),
    bornOn: fc.option(fc.nat(3000)),
    diedOn: fc.option(fc.nat(3000)),
    sex: nullable(sexes),
    nationality: nullable(countries),
    country: nullable([...countries, ...Array<string>(250).fill('BE')]),
    region: nullable(regions),
    language: nullable(languages),
  }),
  { maxLength: 12 },
);
const couples = fc.array(
  fc.record({
    a: fc.nat(),
    b: fc.nat(),
    kind: fc.constantFrom(...unionKinds),
    regime: nullable(regimes),
    isDated: fc.boolean(),
    ends: fc.constantFrom('not', 'by death', 'by parting'),
  }),
  { maxLength: 10 },
);
const childhoods = fc.array(
  fc.record({
    child: fc.nat(),
    parent: fc.nat(),
    kind: fc.constantFrom<ParentKind>('birth', 'birth', 'adoption'),
  }),
  { maxLength: 25 },
);

const day = (year: number, days: number) => new Date(Date.UTC(year, 0, 1 + days)).toISOString().slice(0, 10);
const firstYear = (generation: number) => 1700 + 80 * generation;

type Drawn = {
  people: typeof people extends fc.Arbitrary<infer T> ? T : never;
  couples: typeof couples extends fc.Arbitrary<infer T> ? T : never;
  childhoods: typeof childhoods extends fc.Arbitrary<infer T> ? T : never;
};

/**
 * Any family that can be: with remarriages, couples of one sex, single parents, parents without a union, stepparents
 * who adopt. Each generation is born after the one before, and keeps to itself when it marries.
 */
export const anyTree = fc.record({ people, couples, childhoods }).map(treeOf);

function treeOf({ people, couples, childhoods }: Drawn): Tree {
  const dossierId = 'd';
  const version = 1;
  const persons = people.map(({ generation, bornOn, diedOn, region, ...person }, i) => ({
    ...person,
    id: `p${i}`,
    dossierId,
    birthDate: bornOn === null ? null : day(firstYear(generation), bornOn),
    deathDate: diedOn === null ? null : day(firstYear(generation) + 65, diedOn),
    region: person.country === 'BE' ? region : null,
    central: null,
    version,
    removedAt: null,
  }));
  const generationOf = (i: number) => people[i]!.generation;
  const unions: Tree['unions'] = [];
  const partners = new Set<string>();
  /** Who is married until death, or since a day that isn't known. */
  const taken = new Set<string>();
  for (const [nth, { kind, isDated, ends, regime, ...couple }] of couples.entries()) {
    if (persons.length === 0) break;
    const a = couple.a % persons.length;
    const others = [...persons.keys()].filter((i) => i !== a && generationOf(i) === generationOf(a));
    const b = others[couple.b % Math.max(others.length, 1)];
    if (b === undefined) continue;
    const [one, other] = [persons[a]!, persons[b]!];
    const isTaken = [one, other].some(({ id }) => taken.has(id));
    const hadOne = partners.has(one.id) || partners.has(other.id);
    const year = firstYear(generationOf(a)) + 20 + 3 * nth;
    const start = isDated || hadOne ? day(year, 0) : null;
    const deaths = [one.deathDate, other.deathDate].filter((death) => death !== null).sort();
    const union: Tree['unions'][number] = {
      id: `u${nth}`,
      dossierId,
      personIds: [one.id, other.id],
      kind: isTaken && kind === 'marriage' ? 'cohabitation' : kind,
      regime,
      start,
      end: ends === 'not' ? null : ends === 'by death' ? (deaths[0] ?? null) : day(year + 2, 100),
      version,
    };
    unions.push(union);
    if (union.kind === 'marriage' && (ends !== 'by parting' || !start)) {
      for (const id of union.personIds) taken.add(id);
    }
    for (const id of union.personIds) partners.add(id);
  }
  const parents: Tree['parents'] = [];
  for (const { child, parent, kind } of childhoods) {
    if (persons.length === 0) break;
    const c = child % persons.length;
    const elders = [...persons.keys()].filter((i) => generationOf(i) < generationOf(c));
    const p = elders[parent % Math.max(elders.length, 1)];
    if (p === undefined) continue;
    const [childId, parentId] = [`p${c}`, `p${p}`];
    const his = parents.filter((link) => link.childId === childId);
    if (his.some((link) => link.parentId === parentId)) continue;
    if (kind === 'birth' && his.filter((link) => link.kind === kind).length === 2) continue;
    parents.push({ id: `l${parents.length}`, dossierId, childId, parentId, kind, version });
  }
  return { persons, unions, parents };
}

/** A family without ids and order, to compare: persons by their place, a couple's two in any order. */
export function plainFamily(
  persons: Omit<Plan['persons'][number], 'xref'>[],
  unions: (Omit<Plan['unions'][number], 'xref' | 'personXrefs'> & { of: [number, number] })[],
  parents: { child: number; parent: number; kind: ParentKind }[],
) {
  const sorted = (items: object[]) => items.map((item) => JSON.stringify(item)).sort();
  return {
    persons: persons.map(
      ({ firstName, lastName, birthDate, deathDate, sex, nationality, country, region, language }) => ({
        ...{ firstName, lastName, birthDate, deathDate, sex, nationality, country, region, language },
      }),
    ),
    unions: sorted(
      unions.map(({ of, kind, regime, start, end }) => ({ of: of.toSorted(), kind, regime, start, end })),
    ),
    parents: sorted(parents.map(({ child, parent, kind }) => ({ child, parent, kind }))),
  };
}

export function plainTree({ persons, unions, parents }: Tree) {
  const at = new Map(persons.map(({ id }, i) => [id, i]));
  return plainFamily(
    persons,
    unions.map((union) => ({ ...union, of: union.personIds.map((id) => at.get(id)!) as [number, number] })),
    parents.map(({ childId, parentId, kind }) => ({
      child: at.get(childId)!,
      parent: at.get(parentId)!,
      kind,
    })),
  );
}

export function plainPlan({ persons, unions, parents }: Plan) {
  const at = new Map(persons.map(({ xref }, i) => [xref, i]));
  return plainFamily(
    persons,
    unions.map((union) => ({
      ...union,
      of: union.personXrefs.map((xref) => at.get(xref)!) as [number, number],
    })),
    parents.map(({ childXref, parentXref, kind }) => ({
      child: at.get(childXref)!,
      parent: at.get(parentXref)!,
      kind,
    })),
  );
}
