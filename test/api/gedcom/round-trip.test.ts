import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planOf } from '../../../src/api/gedcom/plan.ts';
import { writeGedcom } from '../../../src/api/gedcom/write-gedcom.ts';
import { flawsOf } from '../../../src/domain/family-tree.ts';
import { anyTree, plainPlan, plainTree } from './trees.ts';

const runs = { numRuns: 500 };

test('the trees that the property is tried on are possible, and have all that a family can have', () => {
  const seen = { remarriages: 0, adoptions: 0, stepParents: 0, unmarried: 0, single: 0 };
  fc.assert(
    fc.property(anyTree, (tree) => {
      expect(flawsOf(tree)).toEqual([]);
      const { unions, parents } = tree;
      const partners = unions.flatMap((union) => union.personIds);
      const parentsOf = [...Map.groupBy(parents, (link) => link.childId).values()];
      const isCouple = (ids: string[]) =>
        unions.some((union) => ids.every((id) => union.personIds.includes(id)));
      seen.remarriages += Number(new Set(partners).size < partners.length);
      seen.adoptions += Number(parents.some((link) => link.kind === 'adoption'));
      seen.stepParents += Number(
        parentsOf.some(
          (links) => new Set(links.map((l) => l.kind)).size > 1 && isCouple(links.map((l) => l.parentId)),
        ),
      );
      seen.unmarried += Number(
        parentsOf.some((links) => links.length === 2 && !isCouple(links.map((l) => l.parentId))),
      );
      seen.single += Number(parentsOf.some((links) => links.length === 1));
    }),
    { numRuns: 1000 },
  );
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(10);
});

describe.each(['7', '5.5.1'] as const)('version %s', (version) => {
  test('a family that is exported and imported is the same family, and nothing of it is left out', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const plan = planOf(Buffer.from(writeGedcom(tree, version)), 2026);
        expect(plainPlan(plan)).toEqual(plainTree(tree));
        expect(plan.leftOut.filter(({ code }) => code !== 'no_place')).toEqual([]);
      }),
      runs,
    );
  });

  test('no line is longer than the 255 characters of 5.5.1, and none but the text has what a name has', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const lines = writeGedcom(tree, version)
          .replace(/^\ufeff/, '')
          .split('\n');
        expect(lines.pop()).toBe('');
        for (const line of lines) {
          expect([...line].length).toBeLessThanOrEqual(255);
          expect(line).toMatch(/^(0 HEAD|0 TRLR|0 @\w+@ (INDI|FAM|SUBM)|[1-3] [A-Z_]+( .*)?)$/su);
        }
      }),
      runs,
    );
  });
});
