import {
  coordGreedy,
  coordSimplex,
  decrossDfs,
  decrossTwoLayer,
  type Graph,
  type GraphNode,
  graph,
  type SugiNode,
  sugiyama,
} from 'd3-dag';
import type { Family } from './kinship.ts';
import { placesBeside } from './places-beside.ts';

/** Families that are drawn together. */
export type TreePart = { families: Family[]; personIds: Set<string> };
/** How large a person's box is, and how much room is left between boxes; in any unit. */
export type TreeSizes = { width: number; height: number; gap: { x: number; y: number } };
/** Beyond so many, the straightest lines and the fewest crossings take too long: of 500, two seconds instead of a quarter. */
const manyPersons = 150;
/** The room for the place where a family's lines meet. */
export const knot = { width: 8, height: 8 };

export type Point = [x: number, y: number];
/** A drawing: where the persons' boxes are (their centres), and the lines between them and their families. */
export type TreeLayout = {
  width: number;
  height: number;
  persons: { id: string; at: Point }[];
  families: {
    family: Family;
    at: Point;
    up: { parentId: string; path: Point[] }[];
    down: { childId: string; adopted: boolean; path: Point[] }[];
  }[];
};

type Datum = { kind: 'person'; id: string } | { kind: 'family'; family: Family };

/** Lays out the families of one drawing, generation by generation, with few lines that cross. */
export function layOut(
  { families, personIds }: TreePart,
  generationOf: Map<string, number>,
  sizes: TreeSizes,
): TreeLayout {
  const dag = graph<Datum, undefined>();
  const nodes = new Map([...personIds].map((id) => [id, dag.node({ kind: 'person', id })]));
  const links = families.map((family) => {
    const node = dag.node({ kind: 'family', family });
    const up = family.parentIds.map((parentId) => ({
      parentId,
      link: dag.link(nodes.get(parentId)!, node, undefined),
    }));
    const down = family.children.map(({ id, adopted }) => ({
      childId: id,
      adopted,
      link: dag.link(node, nodes.get(id)!, undefined),
    }));
    return { family, node, up, down };
  });
  const levelOf = ({ data }: GraphNode<Datum>) =>
    data.kind === 'person'
      ? (generationOf.get(data.id) ?? 0)
      : Math.max(...data.family.parentIds.map((id) => generationOf.get(id) ?? 0)) + 0.5;
  const byGeneration = <N extends Datum, L>(all: Graph<N, L>): number => {
    const levels = [...new Set([...all.nodes()].map(levelOf))].sort((a, b) => a - b);
    for (const node of all.nodes()) node.y = levels.indexOf(levelOf(node));
    return levels.length - 1;
  };
  const places = placesBeside(families, personIds, generationOf);
  const placeOf = ({ data }: GraphNode<Datum>) =>
    data.kind === 'person' ? places.get(data.id)! : mean(data.family.parentIds.map((id) => places.get(id)!));
  const byPlaces = (layers: SugiNode<Datum>[][]) => {
    for (const layer of layers) layer.sort((a, b) => placeIn(a) - placeIn(b));
  };
  const placeIn = ({ data }: SugiNode<Datum>) =>
    data.role === 'node' ? placeOf(data.node) : mean([placeOf(data.link.source), placeOf(data.link.target)]);
  const isLarge = personIds.size > manyPersons;
  const layout = sugiyama()
    .nodeSize(({ data }: GraphNode<Datum>): [number, number] =>
      data.kind === 'person' ? [sizes.width, sizes.height] : [knot.width, knot.height],
    )
    .gap([sizes.gap.x, sizes.gap.y])
    .layering(byGeneration)
    .decross(
      isLarge
        ? decrossTwoLayer().inits([byPlaces]).passes(12)
        : decrossTwoLayer().inits([byPlaces, decrossDfs()]).passes(24),
    )
    .coord(isLarge ? coordGreedy() : coordSimplex());
  const { width, height } = layout(dag);
  const at = ({ x, y }: { x: number; y: number }): Point => [x, y];
  return {
    width,
    // The lines of a couple without children hang a little lower than its knot.
    height: height + knot.height,
    persons: [...nodes].map(([id, node]) => ({ id, at: at(node) })),
    families: links.map(({ family, node, up, down }) => ({
      family,
      at: at(node),
      up: up.map(({ parentId, link }) => ({ parentId, path: link.points })),
      down: down.map(({ childId, adopted, link }) => ({ childId, adopted, path: link.points })),
    })),
  };
}

const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
