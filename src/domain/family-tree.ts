import type { ParentKind, UnionKind } from './words.ts';

/** A family as its rules see it. Days are ISO 8601, and null where they aren't known. */
export type Tree = {
  persons: { id: string; birthDate: string | null; deathDate: string | null }[];
  unions: {
    id: string;
    personIds: [string, string];
    kind: UnionKind;
    start: string | null;
    end: string | null;
  }[];
  parents: { id: string; childId: string; parentId: string; kind: ParentKind }[];
};

/**
 * Why no family can be like that: `of` is the id of the union or the parent link that can't be, `personIds` whom it
 * is about, in the order that the reason names them.
 */
export type Flaw = { reason: FlawReason; of: string; personIds: string[] };
export type FlawReason =
  /** Somebody would be an ancestor of himself; each link of the circle: child, parent. */
  | 'own_ancestor'
  /** A child would be as old as a parent, or older; where the parent's birth isn't known, as his ancestors: child, parent. */
  | 'born_before_parent'
  /** A child would have a third parent by birth; each link by birth: child, parent. */
  | 'third_birth_parent'
  /** Somebody would be married twice at a time; each marriage: who, with whom. */
  | 'overlapping_marriages'
  /** A union would start or end before one of the two was born (or that day), or after he died: who. */
  | 'union_outside_life';

/** How much of each a dossier's family may hold. */
export const familyLimits = { persons: 2000, unions: 2000, parents: 6000 } as const;

/**
 * Everything that makes a family tree impossible; what isn't known is taken to be possible. Who has no date of death
 * lives, and a marriage without an end lasts for as long as both live.
 */
export function flawsOf(tree: Tree): Flaw[] {
  const byId: ById = new Map(tree.persons.map((person) => [person.id, person]));
  return [
    ...ancestryFlaws(tree, byId),
    ...thirdParents(tree),
    ...overlappingMarriages(tree, byId),
    ...unionsOutsideLife(tree, byId),
  ];
}

/** The flaws that a change adds: what was impossible before doesn't hold up what has nothing to do with it. */
export function addedFlaws(before: Tree, after: Tree): Flaw[] {
  const keyOf = ({ reason, of, personIds }: Flaw) => [reason, of, ...personIds].join(' ');
  const known = new Set(flawsOf(before).map(keyOf));
  return flawsOf(after).filter((flaw) => !known.has(keyOf(flaw)));
}

type ById = Map<string, Tree['persons'][number]>;
type Link = Tree['parents'][number];

/** Circles of ancestors, and children who aren't younger than their parents. */
function ancestryFlaws({ parents }: Tree, byId: ById): Flaw[] {
  const linksOf = Map.groupBy(parents, (link) => link.childId);
  const order = ancestorsFirst(linksOf);
  const circleOf = circlesIn(parents, order);
  const inCircle = (link: Link) => circleOf.get(link.childId) === circleOf.get(link.parentId);
  const bornAfter = new Map<string, string>();
  /** The day of birth; of whom it isn't known, the day after which it has to be, which is his ancestors'. */
  const birthOf = (id: string) => byId.get(id)?.birthDate ?? bornAfter.get(id) ?? '';
  for (const id of order) {
    for (const link of linksOf.get(id) ?? []) {
      if (!inCircle(link) && birthOf(link.parentId) > (bornAfter.get(id) ?? ''))
        bornAfter.set(id, birthOf(link.parentId));
    }
  }
  return parents.flatMap((link) => {
    const { id: of, childId, parentId } = link;
    const birth = byId.get(childId)?.birthDate;
    const reasons: FlawReason[] = [];
    if (inCircle(link)) reasons.push('own_ancestor');
    if (birth && birth <= birthOf(parentId)) reasons.push('born_before_parent');
    return reasons.map((reason) => ({ reason, of, personIds: [childId, parentId] }));
  });
}

/** Everybody who is a child or a parent, after all of his ancestors but those who are also his descendants. */
function ancestorsFirst(linksOf: Map<string, Link[]>): string[] {
  const seen = new Set<string>();
  const order = new Set<string>();
  for (const start of linksOf.keys()) {
    // Depth first without recursion: a line of thousands of ancestors is no reason to overflow.
    const stack = [start];
    for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
      if (seen.has(id)) {
        order.add(id);
        stack.pop();
      } else {
        seen.add(id);
        for (const { parentId } of linksOf.get(id) ?? []) if (!seen.has(parentId)) stack.push(parentId);
      }
    }
  }
  return [...order];
}

/** For everybody somebody whose ancestor and descendant he is: himself, or the same one for a whole circle (Kosaraju). */
function circlesIn(parents: Link[], order: string[]): Map<string, string> {
  const childrenOf = Map.groupBy(parents, (link) => link.parentId);
  const circleOf = new Map<string, string>();
  for (const first of order.toReversed()) {
    const stack = circleOf.has(first) ? [] : [first];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (circleOf.has(id)) continue;
      circleOf.set(id, first);
      for (const { childId } of childrenOf.get(id) ?? []) stack.push(childId);
    }
  }
  return circleOf;
}

function thirdParents({ parents }: Tree): Flaw[] {
  const byBirth = Map.groupBy(
    parents.filter((link) => link.kind === 'birth'),
    (link) => link.childId,
  );
  return [...byBirth.values()]
    .filter((links) => links.length > 2)
    .flat()
    .map(({ id, childId, parentId }) => ({
      reason: 'third_birth_parent',
      of: id,
      personIds: [childId, parentId],
    }));
}

/** When somebody was married to somebody for certain; the days as numbers in their order. */
type Period = { of: string; who: string; withWhom: string; from: number; until: number };

const numberOf = (day: string) => Number(day.replaceAll('-', ''));
/** Later than any day. */
const never = 99_991_231;
/** Less than a day. */
const moment = 0.5;

function overlappingMarriages({ unions }: Tree, byId: ById): Flaw[] {
  const periods = unions
    .filter((union) => union.kind === 'marriage')
    .flatMap((union) => {
      const [a, b] = union.personIds;
      return [periodOf(union, a, b, byId), periodOf(union, b, a, byId)];
    })
    .filter((period) => period !== null);
  return [...Map.groupBy(periods, (period) => period.who).values()].flatMap((his) =>
    overlapping(his).map(({ of, who, withWhom }) => ({
      reason: 'overlapping_marriages',
      of,
      personIds: [who, withWhom],
    })),
  );
}

function periodOf(
  { id: of, start, end }: Tree['unions'][number],
  who: string,
  withWhom: string,
  byId: ById,
): Period | null {
  const [death, otherDeath] = [who, withWhom].map((id) => byId.get(id)?.deathDate ?? null);
  const period = (from: number, until: number) => (from <= until ? { of, who, withWhom, from, until } : null);
  // Of a dead person's marriage without an end the start alone is known: the other may have died long before him.
  if (death && !end && !otherDeath) return start ? period(numberOf(start), numberOf(start) + moment) : null;
  const ends = [end, death, otherDeath].filter((day) => day != null).map(numberOf);
  const until = Math.min(never, ...ends);
  return period(start ? numberOf(start) : until - moment, until);
}

/** Those of one person's periods that overlap another one of them. */
function overlapping(periods: Period[]): Period[] {
  const sorted = periods.toSorted((a, b) => a.from - b.from || a.until - b.until);
  let latest = Number.NEGATIVE_INFINITY;
  return sorted.filter(({ from, until }, i) => {
    const next = sorted[i + 1];
    const overlaps = from < latest || (next !== undefined && next.from < until);
    latest = Math.max(latest, until);
    return overlaps;
  });
}

const unionsOutsideLife = ({ unions }: Tree, byId: ById): Flaw[] =>
  unions.flatMap(({ id: of, personIds, start, end }) =>
    personIds
      .filter((id) => {
        const { birthDate = null, deathDate = null } = byId.get(id) ?? {};
        return [start, end].some(
          (day) => day && ((birthDate && day <= birthDate) || (deathDate && day > deathDate)),
        );
      })
      .map((id) => ({ reason: 'union_outside_life', of, personIds: [id] })),
  );
