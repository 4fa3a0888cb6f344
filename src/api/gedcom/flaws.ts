import { type FlawReason, flawsOf, type Tree } from '../../domain/family-tree.ts';
import { type FieldError, Problem } from '../problem.ts';
import type { FileLink } from './parents.ts';
import type { FilePerson, Life } from './persons.ts';
import type { Fate, FileUnion } from './unions.ts';

const messages: Record<FlawReason | 'before_birth' | 'before_start', string> = {
  own_ancestor: 'Somebody would be an ancestor of himself',
  born_before_parent: 'A child would not be younger than a parent',
  third_birth_parent: 'A child would have a third parent by birth',
  overlapping_marriages: 'Somebody would be married twice at a time',
  union_outside_life: 'A union would lie outside the life of one of the two',
  before_birth: 'Nobody dies before he is born',
  before_start: 'A union ends before it starts',
};

/** How long nobody is married: a marriage that was heard of last before that is over. */
const yearsOfMarriage = 100;

export type FileFamily = {
  persons: (FilePerson & Life)[];
  unions: (FileUnion & Fate)[];
  parents: FileLink[];
};

/**
 * Refuses a file whose family no family can be like.
 * @param lineOf the line of a person's record
 * @throws Problem `impossible_tree`; its `errors` name the line of the first person and the cross-references of all
 */
export function refuseImpossible(
  family: FileFamily,
  lineOf: (xref: string) => number,
  thisYear: number,
): void {
  const flaws = [...reversed(family), ...flawsOf(treeOf(family, thisYear))];
  const errors = flaws.map(({ reason, personIds }): FieldError => {
    const [first] = personIds;
    return {
      field: `line ${lineOf(first!)}`,
      code: reason,
      message: `${messages[reason]}: ${personIds.join(', ')}.`,
    };
  });
  const unique = new Map(errors.map((error) => [error.field + error.code + error.message, error]));
  if (unique.size > 0) throw new Problem('impossible_tree', { errors: [...unique.values()].slice(0, 100) });
}

function reversed({ persons, unions }: FileFamily) {
  return [
    ...persons
      .filter(({ birthDate, deathDate }) => birthDate && deathDate && deathDate < birthDate)
      .map(({ xref }) => ({ reason: 'before_birth' as const, personIds: [xref] })),
    ...unions
      .filter(({ start, end }) => start && end && end < start)
      .map(({ personXrefs }) => ({ reason: 'before_start' as const, personIds: personXrefs })),
  ];
}

/**
 * The family as the rules see it. Of old marriages and those of the dead, files rarely have the day of the end: of one
 * that may have ended the start alone is certain.
 */
function treeOf({ persons, unions, parents }: FileFamily, thisYear: number): Tree {
  const byXref = new Map(persons.map((person) => [person.xref, person]));
  const mayHaveEnded = ({ end, personXrefs, lastYear }: FileUnion & Fate) => {
    const partners = personXrefs.map((xref) => byXref.get(xref)!);
    if (end || partners.every(({ deathDate }) => deathDate)) return false;
    const lastHeardOf = Math.max(lastYear ?? 0, ...partners.map((partner) => partner.lastYear ?? 0));
    return (
      partners.some(({ isDead, deathDate }) => isDead && !deathDate) ||
      lastHeardOf < thisYear - yearsOfMarriage
    );
  };
  return {
    persons: persons.map(({ xref, birthDate, deathDate }) => ({ id: xref, birthDate, deathDate })),
    unions: unions.map((union, i) => {
      const { personXrefs: personIds, kind, start, end } = union;
      const known = mayHaveEnded(union) ? { kind: start ? kind : 'cohabitation', end: start } : { kind, end };
      return { id: `union ${i}`, personIds, start, ...known };
    }),
    parents: parents.map(({ childXref, parentXref, kind }, i) => ({
      id: `link ${i}`,
      childId: childXref,
      parentId: parentXref,
      kind,
    })),
  };
}
