import type { Family } from './kinship.ts';
import { knot, type Point, type TreeLayout, type TreeSizes } from './tree-layout.ts';

/** The lines of one couple or single parent: points of lines with right angles alone. */
export type Route = {
  family: Family;
  /** Where the parents' lines meet. */
  knot: Point;
  /** A number from 0 on below `colours`; families whose lines run beside each other have different ones. */
  colour: number;
  up: { parentId: string; points: Point[] }[];
  down: { childId: string; adopted: boolean; points: Point[] }[];
};

/** A stretch of a family's lines across one of the bands between two generations, above its knots or below them. */
type Across = { nth: number; band: number; below: boolean; from: number; to: number };

/** A line on its way: where it leaves or enters a card, and the x by which it passes each generation in between. */
type Way = { nth: number; below: boolean; start: Point; passes: Point[]; end: Point };

/** Lines of several families of one person leave or enter his card so far from each other. */
const beside = 24;
/** What stays free of lines at a card's two ends, together. */
const edge = 16;
/** Lines beside each other are so far from each other, where there is room. */
const pitch = 6;

/**
 * The lines between persons and their families, so that none can be taken for another: between two generations each
 * family has a lane of its own wherever it runs beside another, and no line runs through a card.
 * @param colours how many colours there are
 */
export function routesOf(layout: TreeLayout, { width, height, gap }: TreeSizes, colours: number): Route[] {
  const half = height / 2;
  const reach = gap.y + knot.height / 2;
  const rows = new Set(layout.persons.map(({ at }) => Math.round(at[1])));
  const inRow = ([, y]: Point) => rows.has(Math.round(y));
  const places = placesOnCards(layout, width);
  const drawn = withKnotsApart(layout, places, half + reach, inRow);
  const ways = drawn.map(({ family, at, up, down }, nth) => ({
    up: up.map(({ parentId, path }): Way => {
      const [x, y] = path[0]!;
      const start: Point = [x + places.below(parentId, family.id), y + half];
      return { nth, below: false, start, passes: path.slice(1, -1).filter(inRow), end: at };
    }),
    down: down.map(({ childId, path }): Way => {
      const [x, y] = path.at(-1)!;
      const end: Point = [x + places.above(childId, family.id), y - half];
      return { nth, below: true, start: at, passes: path.slice(1, -1).filter(inRow), end };
    }),
  }));
  const bandsOf = ({ below, start, passes }: Way) =>
    [below ? start[1] : start[1] + reach, ...passes.map(([, y]) => y + half + reach)].map(Math.round);
  const across = new Map<string, Across>();
  for (const way of ways.flatMap(({ up, down }) => [...up, ...down])) {
    const xs = [way.start[0], ...way.passes.map(([x]) => x), way.end[0]];
    for (const [i, band] of bandsOf(way).entries()) {
      const key = keyOf(way, band);
      const [a, b] = [xs[i]!, xs[i + 1]!];
      const known = across.get(key) ?? { nth: way.nth, band, below: way.below, from: a, to: a };
      across.set(key, { ...known, from: Math.min(known.from, a, b), to: Math.max(known.to, a, b) });
    }
  }
  const laneOf = lanes([...across.values()], reach);
  const colourOf = distinct([...across.values()], layout.families.length, colours, width);
  const pointsOf = (way: Way): Point[] => {
    const points: Point[] = [way.start];
    const xs = [...way.passes.map(([x]) => x), way.end[0]];
    for (const [i, band] of bandsOf(way).entries()) {
      const y = laneOf.get(keyOf(way, band))!;
      points.push([points.at(-1)![0], y], [xs[i]!, y]);
    }
    return way.below ? [...points, way.end] : points;
  };
  return drawn.map(({ family, at, up, down }, nth) => {
    const own = { nth, below: false };
    const meeting: Point = [at[0], laneOf.get(keyOf(own, Math.round(at[1]))) ?? at[1]];
    return {
      family,
      knot: meeting,
      colour: colourOf[nth]!,
      up: up.map(({ parentId }, i) => ({ parentId, points: pointsOf(ways[nth]!.up[i]!) })),
      down: down.map(({ childId, adopted }, i) => ({
        childId,
        adopted,
        points: pointsOf(ways[nth]!.down[i]!).with(0, meeting),
      })),
    };
  });
}

const keyOf = ({ nth, below }: Pick<Way, 'nth' | 'below'>, band: number) => `${nth} ${band} ${below}`;

/** Where on the edge of somebody's card the line of each of his families is: who has several has them side by side. */
function placesOnCards({ families }: TreeLayout, width: number) {
  const xOf = new Map(families.map(({ family, at }) => [family.id, at[0]]));
  const shift = (pairs: { id: string; familyId: string }[]) => {
    const familiesOf = Map.groupBy(pairs, ({ id }) => id);
    for (const his of familiesOf.values()) his.sort((a, b) => xOf.get(a.familyId)! - xOf.get(b.familyId)!);
    return (id: string, familyId: string) => {
      const his = familiesOf.get(id)!;
      return (
        (his.findIndex((one) => one.familyId === familyId) - (his.length - 1) / 2) *
        Math.min(beside, (width - edge) / his.length)
      );
    };
  };
  return {
    below: shift(
      families.flatMap(({ family }) => family.parentIds.map((id) => ({ id, familyId: family.id }))),
    ),
    above: shift(
      families.flatMap(({ family }) => family.children.map(({ id }) => ({ id, familyId: family.id }))),
    ),
  };
}

/**
 * The families with their knots moved aside by a little where they would lie on another family's line, or right above
 * where one enters a card.
 * @param toBand how far below the middle of its card a line comes to the knots
 */
function withKnotsApart(
  { families }: TreeLayout,
  places: ReturnType<typeof placesOnCards>,
  toBand: number,
  inRow: (point: Point) => boolean,
): TreeLayout['families'] {
  const verticals = families.flatMap(({ family, up, down }) => {
    const of = family.id;
    const passes = [...up, ...down].flatMap(({ path }) => path.slice(1, -1).filter(inRow));
    return [
      ...up.map(({ parentId, path: [from] }) => ({
        of,
        x: from![0] + places.below(parentId, of),
        band: Math.round(from![1] + toBand),
      })),
      ...down.map(({ childId, path }) => ({
        of,
        x: path.at(-1)![0] + places.above(childId, of),
        band: Math.round(path.at(-1)![1] - toBand),
      })),
      ...passes.flatMap(([x, y]) =>
        [y + toBand, y - toBand].map((band) => ({ of, x, band: Math.round(band) })),
      ),
    ];
  });
  const byBand = Map.groupBy(verticals, ({ band }) => band);
  const free = (x: number, of: string, inBand: typeof verticals) =>
    inBand.every((other) => other.of === of || Math.abs(other.x - x) > 1.5 * pitch);
  return families.map((one) => {
    const [x, y] = one.at;
    const inBand = byBand.get(Math.round(y)) ?? [];
    const aside = asides.find((by) => free(x + by, one.family.id, inBand)) ?? 0;
    inBand.push({ of: one.family.id, x: x + aside, band: Math.round(y) });
    return { ...one, at: [x + aside, y] };
  });
}
const asides = [0, 2, -2, 4, -4, 6, -6, 8, -8].map((by) => by * pitch);

/** The height of each stretch: where two of a band would lie over each other, they have different ones. */
function lanes(all: Across[], reach: number): Map<string, number> {
  const heights = new Map<string, number>();
  for (const stretches of Map.groupBy(all, ({ band, below }) => `${band} ${below}`).values()) {
    const ends: number[] = [];
    const laneOf = stretches
      .toSorted((a, b) => a.from - b.from)
      .map((stretch) => {
        const free = ends.findIndex((end) => end + 2 * pitch < stretch.from);
        const lane = free === -1 ? ends.length : free;
        ends[lane] = stretch.to;
        return { stretch, lane };
      });
    const { below, band } = stretches[0]!;
    // The knots hang in the middle of the band or above it, the children's lines leave below them.
    const [top, bottom] = below ? [0.32 * reach, 0.82 * reach] : [-0.5 * reach, 0.1 * reach];
    const step = Math.min(pitch, (bottom - top) / Math.max(1, ends.length - 1));
    const first = band + (top + bottom) / 2 - (step * (ends.length - 1)) / 2;
    for (const { stretch, lane } of laneOf) heights.set(keyOf(stretch, band), first + step * lane);
  }
  return heights;
}

/** A colour for each family that none has whose lines run beside or across its own, as far as there are enough. */
function distinct(all: Across[], count: number, colours: number, margin: number): number[] {
  const colourOf: number[] = [];
  const bands = Map.groupBy(all, ({ band }) => band);
  const byFamily = Map.groupBy(all, ({ nth }) => nth);
  for (let nth = 0; nth < count; nth++) {
    const others = (byFamily.get(nth) ?? []).flatMap(({ band, from, to }) =>
      bands.get(band)!.filter((other) => other.from - margin < to && other.to + margin > from),
    );
    const taken = others.flatMap((other) => (other.nth < nth ? [colourOf[other.nth]!] : []));
    const order = Array.from({ length: colours }, (_, i) => (nth + i) % colours);
    const uses = (colour: number) => taken.filter((one) => one === colour).length;
    colourOf.push(order.reduce((best, colour) => (uses(colour) < uses(best) ? colour : best)));
  }
  return colourOf;
}
