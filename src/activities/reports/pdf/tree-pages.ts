import type { Family, Kinship } from './kinship.ts';

/** Families that are drawn together, on one page. */
export type TreePage = { families: Family[]; personIds: Set<string> };

/** How many stand side by side on a page, and on how many levels, so that they stay readable. */
const room = { wide: 11, high: 7, persons: 60 };

/**
 * Divides a family tree into drawings that fit on a page: each couple with its children is in one of them, whole, and
 * who belongs to families in several is in each. The holders' own relatives come first, and near ones stay together.
 */
export function treePages({ families, generationOf }: Kinship, firstIds: string[]): TreePage[] {
  const familiesOf = new Map<string, Family[]>();
  for (const family of families) {
    for (const id of membersOf(family)) familiesOf.set(id, [...(familiesOf.get(id) ?? []), family]);
  }
  const left = new Set(families);
  const starts = [...firstIds.flatMap((id) => familiesOf.get(id) ?? []), ...families];
  const pages: TreePage[] = [];
  for (const start of starts) {
    if (!left.has(start)) continue;
    const drawn = emptyPage();
    const add = (family: Family) => {
      if (!left.has(family) || !fits(drawn, family, generationOf)) return false;
      left.delete(family);
      drawn.families.push(family);
      for (const id of membersOf(family)) drawn.personIds.add(id);
      return true;
    };
    grow([start], add, familiesOf);
    pages.push(drawn);
  }
  return joined(pages, generationOf);
}

const emptyPage = (): TreePage => ({ families: [], personIds: new Set() });
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

function fits(page: TreePage, family: Family, generationOf: Map<string, number>): boolean {
  if (page.families.length === 0) return true;
  return isRoom(new Set([...page.personIds, ...membersOf(family)]), generationOf);
}

function isRoom(personIds: Set<string>, generationOf: Map<string, number>): boolean {
  if (personIds.size > room.persons) return false;
  const perLevel = Map.groupBy(personIds, (id) => generationOf.get(id) ?? 0);
  const levels = [...perLevel.keys()];
  if (Math.max(...levels) - Math.min(...levels) >= room.high) return false;
  return [...perLevel.values()].every((level) => level.length <= room.wide);
}

/** Small drawings share a page with the one before, where there is room for both. */
function joined(pages: TreePage[], generationOf: Map<string, number>): TreePage[] {
  const result: TreePage[] = [];
  for (const page of pages) {
    const host = result.find((other) =>
      isRoom(new Set([...other.personIds, ...page.personIds]), generationOf),
    );
    if (!host) result.push(page);
    else {
      host.families.push(...page.families);
      for (const id of page.personIds) host.personIds.add(id);
    }
  }
  return result;
}
