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

/** Why no family can be like that, and whom it is about: persons, in the order that the reason names them. */
export type Flaw = { reason: FlawReason; personIds: string[] };
export type FlawReason =
  /** Somebody would be an ancestor of himself. */
  | 'own_ancestor'
  /** A child would be as old as a parent, or older: child, parent. */
  | 'born_before_parent'
  /** A child would have a third parent by birth. */
  | 'third_birth_parent'
  /** Somebody would be married twice at a time. */
  | 'overlapping_marriages'
  /** A union would start before one of the two was born, or after he died. */
  | 'union_outside_life';

/** Everything that makes a family tree impossible; what isn't known is taken to be possible. */
export function flawsOf(tree: Tree): Flaw[] {
  const byId = new Map(tree.persons.map((person) => [person.id, person]));
  return [
    ...ownAncestors(tree),
    ...bornBeforeParents(tree, byId),
    ...thirdParents(tree),
    ...overlappingMarriages(tree, byId),
    ...unionsOutsideLife(tree, byId),
  ];
}

type ById = Map<string, Tree['persons'][number]>;

function ownAncestors({ parents }: Tree): Flaw[] {
  const parentsOf = Map.groupBy(parents, (link) => link.childId);
  const done = new Set<string>();
  const flaws: Flaw[] = [];
  for (const start of parentsOf.keys()) {
    // Depth first without recursion: a line of thousands of ancestors is no reason to overflow.
    const path = [{ id: start, next: 0 }];
    const onPath = new Set([start]);
    while (path.length > 0) {
      const here = path.at(-1)!;
      const link = done.has(here.id) ? undefined : parentsOf.get(here.id)?.[here.next++];
      if (!link) {
        done.add(here.id);
        onPath.delete(here.id);
        path.pop();
      } else if (onPath.has(link.parentId)) {
        flaws.push({ reason: 'own_ancestor', personIds: [link.parentId] });
      } else {
        path.push({ id: link.parentId, next: 0 });
        onPath.add(link.parentId);
      }
    }
  }
  return flaws;
}

const bornBeforeParents = ({ parents }: Tree, byId: ById): Flaw[] =>
  parents.flatMap(({ childId, parentId }) => {
    const [child, parent] = [byId.get(childId)?.birthDate, byId.get(parentId)?.birthDate];
    return child && parent && child <= parent
      ? [{ reason: 'born_before_parent', personIds: [childId, parentId] }]
      : [];
  });

const thirdParents = ({ parents }: Tree): Flaw[] =>
  [
    ...Map.groupBy(
      parents.filter((link) => link.kind === 'birth'),
      (link) => link.childId,
    ),
  ].flatMap(([childId, links]) =>
    links.length > 2 ? [{ reason: 'third_birth_parent', personIds: [childId] }] : [],
  );

/** Later than any day. */
const never = '9999-12-31';

function overlappingMarriages({ unions }: Tree, byId: ById): Flaw[] {
  const marriages = unions
    .filter((union) => union.kind === 'marriage')
    .map(({ personIds, start, end }) => {
      const ends = [end, ...personIds.map((id) => byId.get(id)?.deathDate)].filter((day) => day != null);
      const until = ends.sort()[0] ?? never;
      return { personIds, from: start ?? until, until };
    });
  const overlap = (a: (typeof marriages)[number], b: (typeof marriages)[number]) =>
    (a.from < b.until && b.from < a.until) || (a.until === never && b.until === never);
  const ofPerson = Map.groupBy(
    marriages.flatMap((marriage) => marriage.personIds.map((id) => ({ id, marriage }))),
    ({ id }) => id,
  );
  return [...ofPerson].flatMap(([id, his]) =>
    his.some(({ marriage }, i) => his.slice(i + 1).some((other) => overlap(marriage, other.marriage)))
      ? [{ reason: 'overlapping_marriages', personIds: [id] }]
      : [],
  );
}

const unionsOutsideLife = ({ unions }: Tree, byId: ById): Flaw[] =>
  unions.flatMap(({ personIds, start }) =>
    personIds.flatMap((id) => {
      const { birthDate = null, deathDate = null } = byId.get(id) ?? {};
      const isOutside = start && ((birthDate && start < birthDate) || (deathDate && start > deathDate));
      return isOutside ? [{ reason: 'union_outside_life', personIds: [id] } satisfies Flaw] : [];
    }),
  );
