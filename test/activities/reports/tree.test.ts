import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { a3, page } from '../../../src/activities/reports/pdf/theme.ts';
import { personSize as box } from '../../../src/activities/reports/pdf/tree.ts';
import { childrenAtOnce, membersOf, treeParts } from '../../../src/activities/reports/pdf/tree-parts.ts';
import type { ReportData } from '../../../src/activities/reports/report-data.ts';
import { type Family, kinshipOf } from '../../../src/domain/kinship.ts';
import { layOut } from '../../../src/domain/tree-layout.ts';
import { large, person, sample } from './sample.ts';

type Tree = Pick<ReportData, 'persons' | 'unions' | 'parents'>;

/** A family tree of whoever with whomever: circles, marriages with oneself's ancestors and ten parents too. */
const trees: fc.Arbitrary<Tree> = fc.integer({ min: 1, max: 60 }).chain((count) => {
  const id = fc.integer({ min: 0, max: count - 1 }).map((i) => `p${i}`);
  const pair = fc.tuple(id, id).filter(([a, b]) => a !== b);
  const pairs = count > 1 ? fc.uniqueArray(pair, { maxLength: 80, selector: String }) : fc.constant([]);
  return fc.record({
    persons: fc.constant(Array.from({ length: count }, (_, i) => person(`p${i}`, 'A', String(i)))),
    unions: pairs.map((all) =>
      all
        .slice(0, 40)
        .map((personIds) => ({ personIds, kind: 'marriage' as const, regime: null, start: null, end: null })),
    ),
    parents: fc.tuple(pairs, fc.boolean()).map(([all, adopted]) =>
      all.map(([childId, parentId]) => ({
        childId,
        parentId,
        kind: adopted ? ('adoption' as const) : ('birth' as const),
      })),
    ),
  });
});

const drawn = (tree: Tree, first: string[] = []) => {
  const kinship = kinshipOf(tree, childrenAtOnce);
  const parts = treeParts(kinship, first);
  return { ...kinship, parts, layouts: parts.map((part) => layOut(part, kinship.generationOf, box)) };
};

describe('any family tree', () => {
  test('has everybody in a drawing or alone, and each couple with its children whole in exactly one', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        const { families, alone, parts } = drawn(tree);
        const inDrawings = new Set(parts.flatMap((part) => [...part.personIds]));
        expect(tree.persons.every(({ id }) => inDrawings.has(id) !== alone.includes(id))).toBe(true);
        const all = parts.flatMap((part) => part.families);
        expect(all.toSorted(byId)).toEqual(families.toSorted(byId));
        for (const { families: his, personIds } of parts) {
          expect(new Set(his.flatMap(membersOf))).toEqual(personIds);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is drawn with no two persons over each other, children below their parents, and readable on A3', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        for (const { persons, families, width, height } of drawn(tree).layouts) {
          const at = new Map(persons.map((one) => [one.id, one.at]));
          for (const [
            i,
            {
              at: [x, y],
            },
          ] of persons.entries()) {
            expect(x - box.width / 2).toBeGreaterThanOrEqual(-0.01);
            expect(x + box.width / 2).toBeLessThanOrEqual(width + 0.01);
            expect(y + box.height / 2).toBeLessThanOrEqual(height + 0.01);
            for (const { at: other } of persons.slice(i + 1)) {
              expect(Math.abs(x - other[0]) >= box.width || Math.abs(y - other[1]) >= box.height).toBe(true);
            }
          }
          for (const { family, at: knot } of families) {
            for (const id of family.parentIds) expect(at.get(id)![1]).toBeLessThan(knot[1]);
            for (const { id } of family.children) expect(at.get(id)![1]).toBeGreaterThan(knot[1]);
          }
          const room = a3.height - 2 * page.margin;
          expect(Math.min(1, room / width)).toBeGreaterThan(0.6);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('loses no child and no parent but in circles', () => {
    const { families } = kinshipOf(sample());
    const links = families.flatMap(({ parentIds, children }) =>
      children.flatMap((child) => parentIds.map((parentId) => `${child.id} of ${parentId}`)),
    );
    expect(links.toSorted()).toEqual(
      sample()
        .parents.map(({ childId, parentId }) => `${childId} of ${parentId}`)
        .toSorted(),
    );
    const persons = ['a', 'b'].map((id) => person(id, id, id));
    const parents = [
      { childId: 'a', parentId: 'b', kind: 'birth' as const },
      { childId: 'b', parentId: 'a', kind: 'birth' as const },
    ];
    expect(kinshipOf({ persons, unions: [], parents }).families.map(membersOf)).toEqual([['b', 'a']]);
  });
});

const byId = (a: Family, b: Family) => a.id.localeCompare(b.id);

test('who was married twice stands between both, and children below their own parents', () => {
  const [layout] = drawn(sample(), ['jeanne', 'paul']).layouts;
  const x = (id: string) => layout!.persons.find((one) => one.id === id)!.at[0];
  const top = ['luc', 'jeanne', 'paul', 'anna'].sort((a, b) => x(a) - x(b));
  expect([top, top.toReversed()]).toContainEqual(['luc', 'jeanne', 'paul', 'anna']);
  const children = ['lea', 'zoe', 'tom'].sort((a, b) => x(a) - x(b));
  expect([children, children.toReversed()]).toContainEqual(['lea', 'zoe', 'tom']);
  const y = (id: string) => layout!.persons.find((one) => one.id === id)!.at[1];
  expect(new Set(['luc', 'jeanne', 'paul', 'anna'].map(y)).size).toBe(1);
  expect(new Set(['lea', 'zoe', 'tom', 'ahmed', 'eleni'].map(y)).size).toBe(1);
});

test('the holders’ own family is in the first drawing', () => {
  const data = large({ persons: 200, items: 0, donations: 0 });
  expect(drawn(data, ['p150']).parts[0]!.personIds).toContain('p150');
  expect(drawn(data, ['p3']).parts[0]!.personIds).toContain('p3');
});

test('a couple with thirty children is drawn with some of them at a time', () => {
  const persons = ['a', 'b', ...Array.from({ length: 30 }, (_, i) => `c${i}`)].map((id) =>
    person(id, id, id),
  );
  const parents = persons
    .slice(2)
    .flatMap(({ id }) => ['a', 'b'].map((parentId) => ({ childId: id, parentId, kind: 'birth' as const })));
  const { parts, families } = drawn({ persons, unions: [], parents });
  expect(families.map((family) => family.children.length)).toEqual([8, 8, 8, 6]);
  expect(parts).toHaveLength(4);
});
