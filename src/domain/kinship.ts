import type { ParentKind, UnionKind } from './words.ts';

/** What a family tree is drawn from. */
export type Relatives = {
  persons: { id: string; birthDate: string | null }[];
  unions: Couple[];
  parents: { childId: string; parentId: string; kind: ParentKind }[];
};
type Couple = { personIds: string[]; kind: UnionKind; end: string | null };

/** A couple or a single parent, with the children whose parents they are. The same person may be in several. */
export type Family = {
  id: string;
  parentIds: string[];
  /** The couple's unions, of which the last is drawn; null: they never had one, or it isn't known. */
  union: Couple | null;
  children: { id: string; adopted: boolean }[];
};

export type Kinship = {
  families: Family[];
  /** Which generation somebody is drawn in, the eldest being 0. */
  generationOf: Map<string, number>;
  /** Those who are in no family. */
  alone: string[];
};

/**
 * Who belongs together, and who stands above whom.
 * @param childrenAtOnce so many children hang on one couple: of more, the others hang on the couple once more
 */
export function kinshipOf(
  { persons, unions, parents }: Relatives,
  childrenAtOnce = Number.POSITIVE_INFINITY,
): Kinship {
  const known = new Set(persons.map((person) => person.id));
  const families = new Map<string, Family>();
  const familyOf = (ids: string[]) => {
    const parentIds = ids.toSorted();
    const id = parentIds.join(' ');
    const family = families.get(id) ?? { id, parentIds, union: null, children: [] };
    families.set(id, family);
    return family;
  };
  for (const union of unions) {
    if (union.personIds.every((id) => known.has(id))) familyOf(union.personIds).union = union;
  }
  const links = withoutCircles(
    parents.filter(({ childId, parentId }) => known.has(childId) && known.has(parentId)),
  );
  const birthOf = new Map(persons.map((person) => [person.id, person.birthDate ?? '9999']));
  const children = [...Map.groupBy(links, (link) => link.childId)].sort(
    ([a], [b]) => birthOf.get(a)!.localeCompare(birthOf.get(b)!) || a.localeCompare(b),
  );
  for (const [id, his] of children) {
    // Two parents are a couple to the child, also where one of them adopted it.
    const sets = his.length <= 2 ? [his] : [...Map.groupBy(his, (link) => link.kind).values()];
    for (const set of sets) {
      const adopted = set.some((link) => link.kind === 'adoption');
      familyOf([...new Set(set.map((link) => link.parentId))]).children.push({ id, adopted });
    }
  }
  const all = [...families.values()];
  const related = new Set(
    all.flatMap((family) => [...family.parentIds, ...family.children.map((child) => child.id)]),
  );
  return {
    families: all.flatMap((family) => inPieces(family, childrenAtOnce)),
    generationOf: generations(all),
    alone: persons.map((person) => person.id).filter((id) => !related.has(id)),
  };
}

function inPieces(family: Family, childrenAtOnce: number): Family[] {
  if (family.children.length <= childrenAtOnce) return [family];
  const pieces = Math.ceil(family.children.length / childrenAtOnce);
  const size = Math.ceil(family.children.length / pieces);
  return Array.from({ length: pieces }, (_, i) => ({
    ...family,
    id: `${family.id} ${i}`,
    children: family.children.slice(i * size, (i + 1) * size),
  }));
}

type Link = Relatives['parents'][number];

/** The links without those that would make somebody his own ancestor: a drawing has an above and a below. */
function withoutCircles(links: Link[]): Link[] {
  const parentsOf = new Map<string, string[]>();
  return links.filter(({ childId, parentId }) => {
    const seen = new Set<string>();
    const stack = [parentId];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (id === childId) return false;
      if (seen.has(id)) continue;
      seen.add(id);
      stack.push(...(parentsOf.get(id) ?? []));
    }
    parentsOf.set(childId, [...(parentsOf.get(childId) ?? []), parentId]);
    return true;
  });
}

/**
 * Everybody below his parents, and couples on one level where that is possible: where it isn't (an uncle who marries
 * his niece), rounds end after as many as there are families. In-laws' parents stand just above them, not at the top.
 */
function generations(families: Family[]): Map<string, number> {
  const generationOf = relativeGenerations(families);
  const at = (id: string) => generationOf.get(id)!;
  const lower = (id: string, generation: number) => {
    if (at(id) >= generation) return false;
    generationOf.set(id, generation);
    return true;
  };
  const descend = () => {
    let changed = false;
    for (const { parentIds, children } of families) {
      const below = Math.max(...parentIds.map(at)) + 1;
      for (const { id } of children) changed = lower(id, below) || changed;
    }
    return changed;
  };
  const level = () => {
    let changed = false;
    for (const { parentIds } of families) {
      const same = Math.max(...parentIds.map(at));
      for (const id of parentIds) changed = lower(id, same) || changed;
    }
    return changed;
  };
  const deepest = families.length + 1;
  for (let round = 0; round < 3 * deepest; round++) {
    const moved = descend();
    const levelled = round < deepest && level();
    if (!moved && !levelled) break;
  }
  return generationOf;
}

/** How many generations somebody is below the eldest, counted along the shortest way from one of the family. */
function relativeGenerations(families: Family[]): Map<string, number> {
  const familiesOf = new Map<string, Family[]>();
  for (const family of families) {
    for (const id of [...family.parentIds, ...family.children.map((child) => child.id)]) {
      familiesOf.set(id, [...(familiesOf.get(id) ?? []), family]);
    }
  }
  const generationOf = new Map<string, number>();
  for (const first of familiesOf.keys()) {
    if (generationOf.has(first)) continue;
    const reached = new Map([[first, 0]]);
    for (const [id, generation] of reached) {
      for (const { parentIds, children } of familiesOf.get(id)!) {
        const parents = parentIds.includes(id) ? generation : generation - 1;
        for (const parent of parentIds) if (!reached.has(parent)) reached.set(parent, parents);
        for (const child of children) if (!reached.has(child.id)) reached.set(child.id, parents + 1);
      }
    }
    const eldest = Math.min(...reached.values());
    for (const [id, generation] of reached) generationOf.set(id, generation - eldest);
  }
  return generationOf;
}
