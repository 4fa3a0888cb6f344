import { kinshipOf, type Relatives } from '../../domain/kinship.ts';
import { layOut, type TreeLayout, type TreeSizes } from '../../domain/tree-layout.ts';
import { type Route, routesOf } from '../../domain/tree-routes.ts';
import { lineColors } from './line-styles.ts';
import type { Place } from './near.ts';

/** A whole family as it is drawn: each person once, by the upper left corner of the card, in the order of reading. */
export type FamilyDrawing = {
  width: number;
  height: number;
  cards: { id: string; x: number; y: number }[];
  /** The lines, with the rectangle that each family's are in. */
  routes: (Route & { extent: Place })[];
};

const alonePerRow = 5;
const nobody: TreeLayout = { width: 0, height: 0, persons: [], families: [] };

/** Draws a family: generation below generation, and below them those who have no relative in it. */
export function drawFamily(relatives: Relatives, sizes: TreeSizes): FamilyDrawing {
  const { families, generationOf, alone } = kinshipOf(relatives);
  const single = new Set(alone);
  const related = relatives.persons.map(({ id }) => id).filter((id) => !single.has(id));
  const tree =
    related.length > 0 ? layOut({ families, personIds: new Set(related) }, generationOf, sizes) : nobody;
  const [stepX, stepY] = [sizes.width + sizes.gap.x, sizes.height + sizes.gap.y];
  const below = tree.height > 0 ? tree.height + 2 * sizes.gap.y : 0;
  const cards = [
    ...tree.persons.map(({ id, at: [x, y] }) => ({
      id,
      x: Math.round(x - sizes.width / 2),
      y: Math.round(y - sizes.height / 2),
    })),
    ...alone.map((id, i) => ({
      id,
      x: (i % alonePerRow) * stepX,
      y: below + Math.floor(i / alonePerRow) * stepY,
    })),
  ];
  return {
    width: Math.max(...cards.map(({ x }) => x + sizes.width), 0),
    height: Math.max(...cards.map(({ y }) => y + sizes.height), tree.height),
    cards: cards.sort((a, b) => a.y - b.y || a.x - b.x),
    routes: routesOf(tree, sizes, lineColors.length).map((route) => ({ ...route, extent: extentOf(route) })),
  };
}

/** The rectangle that a family's lines are in, with room for their knot. */
function extentOf({ knot, up, down }: Route): Place {
  const points = [knot, ...[...up, ...down].flatMap((line) => line.points)];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs) - 8, Math.min(...ys) - 8];
  return { x, y, width: Math.max(...xs) + 8 - x, height: Math.max(...ys) + 8 - y };
}
