import type { Family } from './kinship.ts';

/**
 * A good order from left to right for each generation, as a place from 0 to 1: couples stand side by side, who was
 * married twice between both, and children below their parents.
 */
export function placesBeside(
  families: Family[],
  personIds: Iterable<string>,
  generationOf: Map<string, number>,
): Map<string, number> {
  const couplesOf = new Map<string, Family[]>();
  const parentsOf = new Map<string, Family>();
  for (const family of families) {
    for (const id of family.parentIds) couplesOf.set(id, [...(couplesOf.get(id) ?? []), family]);
    for (const { id } of family.children) parentsOf.set(id, family);
  }
  const partnersOf = (id: string) =>
    (couplesOf.get(id) ?? []).flatMap((family) => family.parentIds).filter((other) => other !== id);
  const place = new Map<string, number>();
  /** Where somebody's parents stand; who has none follows his partner. */
  const above = (id: string) => {
    const parents = (parentsOf.get(id)?.parentIds ?? []).map((parent) => place.get(parent) ?? 1);
    return parents.length > 0 ? parents.reduce((sum, one) => sum + one, 0) / parents.length : 2;
  };
  const generations = [...Map.groupBy(personIds, (id) => generationOf.get(id) ?? 0)].sort(
    ([a], [b]) => a - b,
  );
  for (const [, ids] of generations) {
    const order: string[] = [];
    const here = new Set(ids);
    // Siblings keep the order of their birth, in which their family lists them.
    const rank = new Map(ids.map((id) => [id, above(id) + siblingRank(id, parentsOf)]));
    for (const start of ids.toSorted((a, b) => rank.get(a)! - rank.get(b)!)) {
      if (!here.has(start)) continue;
      const together = chain(start, here, partnersOf);
      const [first, last] = [rank.get(together[0]!)!, rank.get(together.at(-1)!)!];
      order.push(...(first <= last ? together : together.toReversed()));
      for (const id of together) here.delete(id);
    }
    for (const [i, id] of order.entries()) place.set(id, (i + 0.5) / order.length);
  }
  return place;
}

const siblingRank = (id: string, parentsOf: Map<string, Family>) => {
  const siblings = parentsOf.get(id)?.children ?? [];
  return siblings.findIndex((child) => child.id === id) * 1e-6;
};

/** Who is bound to somebody by couples, from one end of the chain to the other. */
function chain(start: string, among: Set<string>, partnersOf: (id: string) => string[]): string[] {
  const walk = (from: string) => {
    const seen = new Set([from]);
    const stack = [from];
    const order: string[] = [];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      order.push(id);
      for (const partner of partnersOf(id)) {
        if (seen.has(partner) || !among.has(partner)) continue;
        seen.add(partner);
        stack.push(partner);
      }
    }
    return order;
  };
  return walk(walk(start).at(-1)!);
}
