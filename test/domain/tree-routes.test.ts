import { expect, test } from 'vitest';
import { kinshipOf, type Relatives } from '../../src/domain/kinship.ts';
import { rounded } from '../../src/domain/rounded-path.ts';
import { layOut, type Point, type TreeSizes } from '../../src/domain/tree-layout.ts';
import { routesOf } from '../../src/domain/tree-routes.ts';
import { largeFamily } from '../support/large-family.ts';

const sizes: TreeSizes = { width: 168, height: 72, gap: { x: 20, y: 28 } };

function drawn(size: number) {
  const { persons, unions, links } = largeFamily(size);
  const relatives: Relatives = {
    persons: persons.map(({ born }, i) => ({ id: `p${i}`, birthDate: `${born}-05-14` })),
    unions: unions.map(({ couple, kind, to }) => ({
      personIds: couple.map((i) => `p${i}`),
      kind,
      end: to === null ? null : `${to}-05-14`,
    })),
    parents: links.map(({ child, parent, kind }) => ({ childId: `p${child}`, parentId: `p${parent}`, kind })),
  };
  const { families, generationOf, alone } = kinshipOf(relatives);
  const personIds = new Set(relatives.persons.map(({ id }) => id).filter((id) => !alone.includes(id)));
  const layout = layOut({ families, personIds }, generationOf, sizes);
  return { relatives, generationOf, layout, routes: routesOf(layout, sizes, 5) };
}

type Stretch = { of: string; a: Point; b: Point };
const stretches = (routes: ReturnType<typeof routesOf>): Stretch[] =>
  routes.flatMap(({ family, up, down }) =>
    [...up, ...down].flatMap(({ points }) =>
      points.slice(1).map((b, i) => ({ of: family.id, a: points[i]!, b })),
    ),
  );
const sorted = (a: number, b: number): Point => (a < b ? [a, b] : [b, a]);
const overlap = ([a, b]: Point, [c, d]: Point) => Math.min(b, d) - Math.max(a, c);

test.each([8, 40, 150, 500])('of %i persons no line runs through a card (issue 6, point 6)', (size) => {
  const { layout, routes } = drawn(size);
  const through = stretches(routes).filter(({ a, b }) =>
    layout.persons.some(({ at: [x, y] }) => {
      const [across, down] = [sorted(a[0], b[0]), sorted(a[1], b[1])];
      const [left, top] = [x - sizes.width / 2, y - sizes.height / 2];
      return (
        across[1] > left + 1 &&
        across[0] < left + sizes.width - 1 &&
        down[1] > top + 1 &&
        down[0] < top + sizes.height - 1
      );
    }),
  );
  expect(through).toEqual([]);
});

test.each([8, 40, 150, 500])('of %i persons no two families have a line in common', (size) => {
  const all = stretches(drawn(size).routes);
  const common = all.filter((one, i) =>
    all.slice(i + 1).some((other) => {
      if (one.of === other.of) return false;
      const isAcross = ({ a, b }: Stretch) => Math.abs(a[1] - b[1]) < 0.01;
      if (isAcross(one) !== isAcross(other)) return false;
      const [along, aside] = isAcross(one) ? ([0, 1] as const) : ([1, 0] as const);
      const lies = sorted(one.a[along], one.b[along]);
      return (
        Math.abs(one.a[aside] - other.a[aside]) < 1 &&
        overlap(lies, sorted(other.a[along], other.b[along])) > 1
      );
    }),
  );
  expect(common).toEqual([]);
});

test.each([40, 500])(
  'of %i persons families whose lines cross or run beside each other differ in colour',
  (size) => {
    const { routes } = drawn(size);
    const spans = routes.map(({ knot, colour, up, down }) => {
      const xs = [...up, ...down].flatMap(({ points }) => points.map(([x]) => x));
      return { row: Math.round(knot[1] / 100), colour, span: [Math.min(...xs), Math.max(...xs)] as Point };
    });
    const beside = spans.flatMap((one, i) =>
      spans
        .slice(i + 1)
        .filter((other) => one.row === other.row && overlap(one.span, other.span) > 0)
        .map((other) => one.colour === other.colour),
    );
    // Five colours aren't enough where more than five families cross in one place.
    expect(beside.filter((isSame) => isSame).length).toBeLessThanOrEqual(size === 40 ? 0 : beside.length / 6);
  },
);

test('everybody stands just below his parents, in-laws too, where no marriage across generations forbids it', () => {
  const { relatives, generationOf } = drawn(150);
  const far = relatives.parents.filter(
    ({ childId, parentId }) => generationOf.get(childId)! - generationOf.get(parentId)! !== 1,
  );
  expect(relatives.parents.length).toBeGreaterThan(100);
  expect(far.length).toBeLessThan(relatives.parents.length / 20);
  expect(
    relatives.parents.every(
      ({ childId, parentId }) => generationOf.get(childId)! > generationOf.get(parentId)!,
    ),
  ).toBe(true);
});

test('a path has round corners, and none where it goes straight on', () => {
  expect(
    rounded(
      [
        [0, 0],
        [0, 5],
        [0, 10],
        [20, 10],
        [20, 10],
        [20, 40],
      ],
      4,
    ),
  ).toBe('M 0 0 L 0 6 Q 0 10 4 10 L 16 10 Q 20 10 20 14 L 20 40');
});
