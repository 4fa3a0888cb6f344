import type { Family, Kinship } from '../../../domain/kinship.ts';
import type { TreePart } from '../../../domain/tree-layout.ts';

/** Of more children, the others are drawn with their parents once more. */
export const childrenAtOnce = 8;

/** How many stand side by side in a drawing, and on how many levels, so that it fits on a page and stays readable. */
const room = { wide: 9, high: 7, persons: 45 };

/**
 * Divides a family tree into drawings that fit on a page each: a couple with its children is in one of them, whole, and
 * who belongs to families in several is in each. The holders' own relatives come first, and near ones stay together.
 */
export function treeParts({ families, generationOf }: Kinship, firstIds: string[]): TreePart[] {
  const familiesOf = new Map<string, Family[]>();
  for (const family of families) {
    for (const id of membersOf(family)) familiesOf.set(id, [...(familiesOf.get(id) ?? []), family]);
  }
  const left = new Set(families);
  const starts = [...firstIds.flatMap((id) => familiesOf.get(id) ?? []), ...families];
  const parts: TreePart[] = [];
  for (const start of starts) {
    if (!left.has(start)) continue;
    const drawn = emptyPart();
    const add = (family: Family) => {
      if (!left.has(family) || !fits(drawn, family, generationOf)) return false;
      left.delete(family);
      drawn.families.push(family);
      for (const id of membersOf(family)) drawn.personIds.add(id);
      return true;
    };
    grow([start], add, familiesOf);
    parts.push(drawn);
  }
  return parts;
}

const emptyPart = (): TreePart => ({ families: [], personIds: new Set() });
export const membersOf = ({ parentIds, children }: Family) => [
  ...parentIds,
  ...children.map((child) => child.id),
];

/** Adds the families nearest to those that are there, for as long as there is room. */
function grow(queue: Family[], add: (family: Family) => boolean, familiesOf: Map<string, Family[]>) {
  const asked = new Set(queue);
  for (const family of queue) {
    if (!add(family)) continue;
    for (const near of membersOf(family).flatMap((id) => familiesOf.get(id) ?? [])) {
      if (!asked.has(near)) queue.push(near);
      asked.add(near);
    }
  }
}

function fits(part: TreePart, family: Family, generationOf: Map<string, number>): boolean {
  if (part.families.length === 0) return true;
  const personIds = new Set([...part.personIds, ...membersOf(family)]);
  if (personIds.size > room.persons) return false;
  const perLevel = Map.groupBy(personIds, (id) => generationOf.get(id) ?? 0);
  const levels = [...perLevel.keys()];
  if (Math.max(...levels) - Math.min(...levels) >= room.high) return false;
  return [...perLevel.values()].every((level) => level.length <= room.wide);
}
