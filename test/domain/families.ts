import fc from 'fast-check';
import type { Tree } from '../../src/domain/family-tree.ts';
import { unionKinds } from '../../src/domain/words.ts';

/** A day as ISO 8601, from its number; 0 is in 1700. */
export const dayOf = (n: number) =>
  new Date(Date.UTC(1700, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);

const year = 365;

/** Somebody as he was, whether or not the tree tells it: days as numbers; `free`: from when on he may marry. */
type Life = { id: string; birth: number; death: number; free: number };
export type Family = { tree: Tree; lives: Life[] };

const pick = fc.nat(1000);
const stepKinds = ['founder', 'child', 'child', 'union', 'marriage', 'marriage'] as const;
const step = fc.record({
  kind: fc.constantFrom(...stepKinds),
  whom: fc.array(pick, { minLength: 3, maxLength: 3 }),
  /** Days: from the ripe age of whom it is about. */
  wait: fc.nat(30 * year),
  lasts: fc.option(fc.nat(40 * year)),
  lifespan: fc.option(fc.integer({ min: 0, max: 90 * year })),
  parents: fc.integer({ min: 1, max: 3 }),
  adopted: fc.boolean(),
  unionKind: fc.constantFrom(...unionKinds),
  untold: fc.boolean(),
});
type Step = Parameters<typeof family>[0][number];

/** A family that could be: generations, adoptions, remarriages, step-children; not everything about it is known. */
export const families: fc.Arbitrary<Family> = fc
  .array(step, { maxLength: 40, size: 'max' })
  .map((steps) => family(steps));

function family(steps: (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Family {
  const lives: Life[] = [];
  const tree: Tree = { persons: [], unions: [], parents: [] };

  function born(birth: number, { lifespan, untold }: Step): Life {
    const id = `p${lives.length}`;
    const death = lifespan === null ? Number.POSITIVE_INFINITY : birth + lifespan;
    tree.persons.push({
      id,
      birthDate: untold ? null : dayOf(birth),
      deathDate: lifespan === null ? null : dayOf(death),
    });
    const life = { id, birth, death, free: birth + 1 };
    lives.push(life);
    return life;
  }

  const some = (whom: number[], count: number) => [
    ...new Set(whom.slice(0, count).map((n) => lives[n % lives.length]!)),
  ];

  function child(of: Step) {
    const parents = some(of.whom, of.parents);
    const { id: childId } = born(Math.max(...parents.map((parent) => parent.birth)) + 1 + of.wait, of);
    for (const [i, { id: parentId }] of parents.entries()) {
      const kind = of.adopted || i > 1 ? 'adoption' : 'birth';
      tree.parents.push({ id: `l${tree.parents.length}`, childId, parentId, kind });
    }
  }

  function union(of: Step, kind: (typeof unionKinds)[number]) {
    const couple = some(of.whom, 2);
    if (couple.length < 2) return;
    const bothLive = Math.min(...couple.map((one) => one.death));
    const ripe = couple.map((one) => (kind === 'marriage' ? one.free : one.birth + 1));
    const start = Math.max(...ripe) + of.wait;
    if (start > bothLive || start === Number.POSITIVE_INFINITY) return;
    const end = of.lasts === null ? null : Math.min(start + of.lasts, bothLive);
    const over = end ?? bothLive;
    if (kind === 'marriage') for (const one of couple) one.free = over;
    tree.unions.push({
      id: `u${tree.unions.length}`,
      personIds: [couple[0]!.id, couple[1]!.id],
      kind,
      start: of.untold && start < over ? null : dayOf(start),
      end: end === null ? null : dayOf(end),
    });
  }

  const plain: Step = {
    kind: 'founder',
    whom: [0, 1, 2],
    wait: 30 * year,
    lasts: null,
    lifespan: null,
    parents: 2,
    adopted: false,
    unionKind: 'marriage',
    untold: false,
  };
  born(0, plain);
  born(1, plain);
  union({ ...plain, lasts: 20 * year }, 'marriage');
  child(plain);
  for (const one of steps) {
    if (one.kind === 'founder') born(one.wait, one);
    else if (one.kind === 'child') child(one);
    else union(one, one.kind === 'marriage' ? 'marriage' : one.unionKind);
  }
  return { tree, lives };
}

const days = fc.option(fc.nat(6).map((n) => dayOf(300 * year + n)));
const whom = fc.nat(6).map((n) => `p${n}`);
const two = fc.tuple(whom, whom).filter(([a, b]) => a !== b);

/** Links, unions and days at random, few enough of each to meet: most are impossible. */
export const anyTrees: fc.Arbitrary<Tree> = fc
  .record({
    days: fc.array(fc.tuple(days, days), { minLength: 7, maxLength: 7 }),
    unions: fc.array(
      fc.record({ personIds: two, kind: fc.constantFrom(...unionKinds), start: days, end: days }),
      { maxLength: 8, size: 'max' },
    ),
    parents: fc.uniqueArray(fc.record({ ids: two, kind: fc.constantFrom('birth', 'birth', 'adoption') }), {
      maxLength: 10,
      selector: ({ ids }) => ids.join(),
    }),
  })
  .map(({ days, unions, parents }) => ({
    persons: days.map(([birthDate, deathDate], i) => ({ id: `p${i}`, birthDate, deathDate })),
    unions: unions.map((union, i) => ({ id: `u${i}`, ...union })),
    parents: parents.map(({ ids: [childId, parentId], kind }, i) => ({
      id: `l${i}`,
      childId,
      parentId,
      kind: kind as 'birth' | 'adoption',
    })),
  }));
