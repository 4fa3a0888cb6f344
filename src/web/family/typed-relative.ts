import { addedFlaws, type FlawReason } from '../../domain/family-tree.ts';
import { type ParentKind, parentKinds } from '../../domain/words.ts';
import { nobodyYet, personBody, type TypedPerson } from './typed-person.ts';
import { noUnionYet, type TypedUnion, unionBody } from './typed-union.ts';
import type { Family, Person } from './use-family.ts';

/** What somebody becomes of a person who is there: his child, his partner, his parent. */
export type Role = 'child' | 'partner' | 'parent';
export type Relation = { role: Role; to: Person };

/** Somebody added to the family as typed: new, or there already and only related. */
export type TypedRelative = TypedPerson &
  TypedUnion & { who: string; personId: string; parentKind: string; otherParentId: string };

const noRelativeYet: TypedRelative = {
  ...nobodyYet,
  ...noUnionYet,
  who: 'new',
  personId: '',
  parentKind: 'birth',
  otherParentId: '',
};

/** How the form begins: of a child, the other parent is whom the first one lives with now. */
export function startOf(relation: Relation | null, { unions }: Family): TypedRelative {
  if (relation?.role !== 'child') return noRelativeYet;
  const now = unions.filter(({ personIds, end }) => !end && personIds.includes(relation.to.id));
  const otherParentId = now.length === 1 ? now[0]!.personIds.find((id) => id !== relation.to.id)! : '';
  return { ...noRelativeYet, otherParentId };
}

type Link = { childId: string; parentId: string; kind: ParentKind };

/** The links that make somebody (`id`) the relative that was typed. */
export function linksOf(typed: TypedRelative, relation: Relation | null, id: string): Link[] {
  if (!relation || relation.role === 'partner') return [];
  const kind = parentKinds.find((one) => one === typed.parentKind) ?? 'birth';
  if (relation.role === 'parent') return [{ childId: relation.to.id, parentId: id, kind }];
  return [relation.to.id, typed.otherParentId]
    .filter(Boolean)
    .map((parentId) => ({ childId: id, parentId, kind }));
}

/** What no family can be like in what was typed, by the field that it is said beside; asked before anything is saved. */
export function flawsIn(
  typed: TypedRelative,
  relation: Relation | null,
  family: Family,
): { field: keyof TypedRelative; reason: FlawReason }[] {
  const isNew = typed.who === 'new';
  const id = isNew ? 'new' : typed.personId;
  const { birthDate = null, deathDate = null } = personBody(typed);
  const before = {
    ...family,
    unions: family.unions.map((union) => ({ ...union, personIds: union.personIds as [string, string] })),
  };
  const links = linksOf(typed, relation, id).map((link, i) => ({ ...link, id: `new ${i}` }));
  const union = {
    id: 'new',
    ...unionBody(typed),
    personIds: [relation?.to.id ?? '', id] as [string, string],
  };
  const after = {
    persons: isNew ? [...family.persons, { id, birthDate, deathDate }] : family.persons,
    unions: relation?.role === 'partner' ? [...before.unions, union] : before.unions,
    parents: [...family.parents, ...links],
  };
  const fieldOf: Record<FlawReason, keyof TypedRelative> = {
    own_ancestor: 'personId',
    born_before_parent: isNew ? 'birthDate' : 'personId',
    third_birth_parent: 'parentKind',
    overlapping_marriages: 'start',
    union_outside_life: 'start',
  };
  return addedFlaws(before, after).map(({ reason }) => ({ field: fieldOf[reason], reason }));
}
