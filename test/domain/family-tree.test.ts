import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addedFlaws, type Flaw, type FlawReason, flawsOf, type Tree } from '../../src/domain/family-tree.ts';
import { anyTrees, dayOf, type Family, families } from './families.ts';

const keysOf = (flaws: Flaw[]) => flaws.map((flaw) => JSON.stringify(flaw)).sort();
const reasonsOf = (tree: Tree) => [...new Set(flawsOf(tree).map((flaw) => flaw.reason))];
const flawed = (tree: Tree, reason: FlawReason) =>
  flawsOf(tree)
    .filter((flaw) => flaw.reason === reason)
    .map((flaw) => flaw.of);
const one = <T>(things: T[], n: number): T => things[n % things.length]!;
const picks = fc.nat(10_000);

describe('a family that could be', () => {
  test('has no flaw', () => {
    fc.assert(
      fc.property(families, ({ tree }) => {
        expect(flawsOf(tree)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('is of every kind: many generations, adoptions, remarriages, step-children, unknown days', () => {
    const found = fc.sample(families, { numRuns: 200, seed: 1 }).map(({ tree }) => tree);
    const marriagesOf = ({ persons, unions }: Tree) =>
      persons.map(({ id }) => unions.filter((u) => u.kind === 'marriage' && u.personIds.includes(id)));
    const isStepchild = ({ parents }: Tree, [a, b]: [string, string]) =>
      parents.some(
        (link) =>
          link.parentId === a &&
          !parents.some((other) => other.childId === link.childId && other.parentId === b),
      );
    for (const holds of [
      (tree: Tree) => generationsOf(tree) > 4,
      (tree: Tree) => tree.parents.some((link) => link.kind === 'adoption'),
      (tree: Tree) => marriagesOf(tree).some((his) => his.length > 2),
      (tree: Tree) => tree.unions.some((union) => isStepchild(tree, union.personIds)),
      (tree: Tree) => tree.unions.some((union) => union.start === null && union.end === null),
      (tree: Tree) => tree.persons.some((person) => person.birthDate === null),
    ])
      expect(found.filter(holds).length).toBeGreaterThan(5);
  });

  const generationsOf = ({ persons, parents }: Tree) => {
    const depth = new Map<string, number>();
    for (const { id } of persons) {
      const his = parents.filter((link) => link.childId === id);
      depth.set(id, 1 + Math.max(0, ...his.map((link) => depth.get(link.parentId)!)));
    }
    return Math.max(...depth.values());
  };
});

describe('one impossible thing in a family that could be is found, and is the only thing found', () => {
  /** Each makes one thing impossible. @returns the tree, and the ids of what can't be */
  const spoilt: Record<FlawReason, (family: Family, n: number, m: number) => { tree: Tree; of: string[] }> = {
    own_ancestor({ tree }, n, m) {
      const { childId, parentId } = one(tree.parents, n);
      let ancestor = parentId;
      for (let up = m % 5; up > 0; up--)
        ancestor = tree.parents.find((link) => link.childId === ancestor)?.parentId ?? ancestor;
      const link = { id: 'new', childId: ancestor, parentId: childId, kind: 'adoption' as const };
      const persons = tree.persons.map((person) => ({ ...person, birthDate: null }));
      return { tree: { ...tree, persons, parents: [...tree.parents, link] }, of: ['new'] };
    },
    born_before_parent({ tree, lives }, n, m) {
      const { id, childId, parentId } = one(tree.parents, n);
      const birth = lives.find((life) => life.id === parentId)!.birth;
      const births = new Map([
        [parentId, dayOf(birth)],
        [childId, dayOf(birth - (m % 1000))],
      ]);
      const persons = tree.persons.map((person) => ({
        ...person,
        birthDate: births.get(person.id) ?? person.birthDate,
      }));
      return { tree: { ...tree, persons }, of: [id] };
    },
    third_birth_parent({ tree }, n) {
      const { childId } = one(tree.parents, n);
      const already = tree.parents.filter((link) => link.childId === childId && link.kind === 'birth');
      const added = Array.from({ length: 3 - already.length }, (_, i) => `new${i}`);
      const of = [...already.map((link) => link.id), ...added];
      const persons = added.map((id) => ({ id, birthDate: null, deathDate: null }));
      const links = added.map((id) => ({ id, childId, parentId: id, kind: 'birth' as const }));
      return {
        tree: {
          ...tree,
          persons: [...tree.persons, ...persons],
          parents: [...tree.parents, ...links],
        },
        of,
      };
    },
    overlapping_marriages(family, n, m) {
      const marriages = family.tree.unions.filter(
        ({ kind, start, end, personIds }) =>
          kind === 'marriage' &&
          start &&
          start !== end &&
          personIds.every((id) => family.lives.find((life) => life.id === id)!.death > numberOf(start)),
      );
      const { id, start, personIds } = one(marriages, n);
      const end = dayOf(numberOf(start!) + 1);
      const tree = withUnion(family.tree, personIds[m % 2]!, { kind: 'marriage', start, end });
      return { tree, of: ['new', id] };
    },
    union_outside_life({ tree, lives }, n, m) {
      const { id, birth, death } = one(lives, n);
      const after = 1 + (m % 1000);
      const [early, late] = [dayOf(birth - (m % 1000)), dayOf(death === Infinity ? 0 : death + after)];
      const days = one(
        [
          { start: early, end: null },
          { start: null, end: early },
          ...(death === Infinity
            ? []
            : [
                { start: late, end: null },
                { start: null, end: late },
              ]),
        ],
        m,
      );
      const persons = tree.persons.map((person) =>
        person.id === id ? { ...person, birthDate: dayOf(birth) } : person,
      );
      return { tree: withUnion({ ...tree, persons }, id, { kind: 'cohabitation', ...days }), of: ['new'] };
    },
  };
  const numberOf = (day: string) => (Date.parse(day) - Date.parse(dayOf(0))) / 86_400_000;

  /** With somebody new, of whom nothing else is known. */
  const withUnion = (
    tree: Tree,
    id: string,
    union: Pick<Tree['unions'][number], 'kind' | 'start' | 'end'>,
  ): Tree => ({
    ...tree,
    persons: [...tree.persons, { id: 'new', birthDate: null, deathDate: null }],
    unions: [...tree.unions, { id: 'new', personIds: [id, 'new'], ...union }],
  });

  test.each(Object.entries(spoilt))('%s', (reason, spoil) => {
    const property = fc.property(families, picks, picks, (family, n, m) => {
      const { tree, of } = spoil(family, n, m);
      expect(reasonsOf(tree)).toEqual([reason]);
      expect(flawed(tree, reason as FlawReason)).toEqual(expect.arrayContaining(of));
      expect(keysOf(addedFlaws(family.tree, tree))).toEqual(keysOf(flawsOf(tree)));
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('the flaws of any tree', () => {
  test('are of every reason, and sometimes none', () => {
    const found = fc.sample(anyTrees, { numRuns: 1000, seed: 1 }).map(reasonsOf);
    const times = Map.groupBy([...found.flat(), ...found.filter((none) => none.length === 0)], String);
    expect(times.size).toBe(6);
    for (const one of times.values()) expect(one.length).toBeGreaterThan(20);
  });

  test('don’t depend on the order of persons, unions, links or spouses', () => {
    const shuffled = <T>(things: T[]) => fc.shuffledSubarray(things, { minLength: things.length });
    const pairs = anyTrees.chain((tree) =>
      fc.record({
        tree: fc.constant(tree),
        other: fc.record({
          persons: shuffled(tree.persons),
          unions: shuffled(tree.unions.map((union) => ({ ...union, personIds: swapped(union.personIds) }))),
          parents: shuffled(tree.parents),
        }),
      }),
    );
    const swapped = ([a, b]: [string, string]): [string, string] => [b, a];
    fc.assert(
      fc.property(pairs, ({ tree, other }) => {
        expect(keysOf(flawsOf(other))).toEqual(keysOf(flawsOf(tree)));
      }),
      { numRuns: 500 },
    );
  });

  test('are the same under other ids', () => {
    const property = fc.property(anyTrees, fc.func(fc.string()), (tree, name) => {
      const renamed = (id: string) => `${name(id)} ${id}`;
      const other: Tree = {
        persons: tree.persons.map((person) => ({ ...person, id: renamed(person.id) })),
        unions: tree.unions.map((union) => ({
          ...union,
          id: renamed(union.id),
          personIds: union.personIds.map(renamed) as [string, string],
        })),
        parents: tree.parents.map((link) => ({
          ...link,
          id: renamed(link.id),
          childId: renamed(link.childId),
          parentId: renamed(link.parentId),
        })),
      };
      const expected = flawsOf(tree).map((flaw) => ({
        ...flaw,
        of: renamed(flaw.of),
        personIds: flaw.personIds.map(renamed),
      }));
      expect(keysOf(flawsOf(other))).toEqual(keysOf(expected));
    });
    fc.assert(property, { numRuns: 300 });
  });

  test('are all that a change to it adds, but for those that were there', () => {
    const property = fc.property(anyTrees, anyTrees, (before, after) => {
      const known = keysOf(flawsOf(before));
      const added = keysOf(flawsOf(after)).filter((key) => !known.includes(key));
      expect(keysOf(addedFlaws(before, after))).toEqual(added);
    });
    fc.assert(property);
  });
});

describe('against slow and obvious judges', () => {
  /** Everybody's ancestors: one more generation each time, until nobody has more. */
  function ancestorsIn({ persons, parents }: Tree) {
    const ancestors = new Map(persons.map(({ id }) => [id, new Set<string>()]));
    for (let grown = true; grown; ) {
      grown = false;
      for (const { childId, parentId } of parents) {
        const his = ancestors.get(childId)!;
        const before = his.size;
        for (const id of [parentId, ...ancestors.get(parentId)!]) his.add(id);
        grown ||= his.size > before;
      }
    }
    return ancestors;
  }

  test('a link is of a circle when the child is an ancestor of the parent', () => {
    const property = fc.property(anyTrees, (tree) => {
      const ancestors = ancestorsIn(tree);
      const expected = tree.parents.filter((link) => ancestors.get(link.parentId)!.has(link.childId));
      expect(flawed(tree, 'own_ancestor').sort()).toEqual(expected.map((link) => link.id).sort());
    });
    fc.assert(property, { numRuns: 1000 });
  });

  test('a child is younger than the parent, or than those whom the parent is younger than', () => {
    const property = fc.property(anyTrees, (tree) => {
      const ancestors = ancestorsIn(tree);
      const birthOf = (id: string) => tree.persons.find((person) => person.id === id)!.birthDate;
      const latest = (id: string): string => {
        const above = tree.parents.filter(
          (link) => link.childId === id && !ancestors.get(link.parentId)!.has(id),
        );
        return (
          birthOf(id) ?? above.map((link) => latest(link.parentId)).reduce((a, b) => (a > b ? a : b), '')
        );
      };
      const expected = tree.parents.filter(
        ({ childId, parentId }) => birthOf(childId) && birthOf(childId)! <= latest(parentId),
      );
      expect(flawed(tree, 'born_before_parent').sort()).toEqual(expected.map((link) => link.id).sort());
    });
    fc.assert(property, { numRuns: 1000 });
  });

  test('a marriage overlaps another when some moment is of both', () => {
    const numberOf = (day: string) => (Date.parse(day) - Date.parse(dayOf(0))) / 86_400_000;
    const moments = Array.from({ length: 50 }, (_, i) => 300 * 365 + (i - 4) / 4);
    const forever = moments.at(-1)! + 0.25;
    const property = fc.property(anyTrees, (tree) => {
      const deathOf = (id: string) => tree.persons.find((person) => person.id === id)!.deathDate;
      const periodOf = (union: Tree['unions'][number], id: string) => {
        const other = union.personIds.find((one) => one !== id)!;
        const ends = [union.end, deathOf(id), deathOf(other)].filter((day) => day !== null).map(numberOf);
        const until = Math.min(forever, ...ends);
        const start = union.start === null ? until - 0.25 : numberOf(union.start);
        const mayEndAtOnce = deathOf(id) && !deathOf(other) && !union.end;
        return { start, until: mayEndAtOnce ? start + (union.start ? 0.25 : -1) : until };
      };
      const expected = tree.persons.flatMap(({ id }) => {
        const his = tree.unions.filter((u) => u.kind === 'marriage' && u.personIds.includes(id));
        const overlaps = (one: (typeof his)[number], other: (typeof his)[number]) => {
          const [a, b] = [periodOf(one, id), periodOf(other, id)];
          return moments.some((m) => a.start <= m && m < a.until && b.start <= m && m < b.until);
        };
        // Those of no length are looked at by example.
        fc.pre(his.every((one) => periodOf(one, id).start !== periodOf(one, id).until));
        return his
          .filter((one) => his.some((other) => one !== other && overlaps(one, other)))
          .map((union) => `${id} ${union.id}`);
      });
      const found = flawsOf(tree)
        .filter((flaw) => flaw.reason === 'overlapping_marriages')
        .map((flaw) => `${flaw.personIds[0]} ${flaw.of}`);
      expect(found.sort()).toEqual(expected.sort());
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
