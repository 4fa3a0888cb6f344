import type { Owner } from '../../../domain/ownership.ts';
import { most } from '../schema.ts';
import type { FamilyNames } from './family-names.ts';

/** Stands for somebody outside the family. */
const outside = 'outside';

/** Owners as a cell that people can type: `full Jeanne Dupont 1/2; full outside 1/2`. */
export const ownersText = (owners: Owner[], family: FamilyNames): string =>
  owners
    .map(({ personId, form, share }) =>
      [form, personId === null ? outside : family.nameOf(personId), share].join(' '),
    )
    .join('; ');

/** Owners as they stand in a cell, still to be judged: forms and shares are what was typed. */
type TypedOwner = { personId: string | null; form: string; share: string };

/**
 * Reads a cell of owners.
 * @returns them, and no more than one too many; or a code that says what is wrong with the first that is wrong
 */
export function ownersIn(
  cell: string,
  family: FamilyNames,
): TypedOwner[] | 'not_an_owner' | 'not_in_family' | 'ambiguous_person' {
  const owners: TypedOwner[] = [];
  const parts = cell.split(';').filter((part) => part.trim());
  for (const typed of parts.slice(0, most.owners + 1)) {
    const [, form, name, share] = /^(\S+)\s+(\S.*)\s(\S+)$/su.exec(typed.trim()) ?? [];
    if (!form || !name || !share) return 'not_an_owner';
    const isOutside = name.trim().toLowerCase() === outside;
    const personId = isOutside ? null : family.idOf(name.trim());
    if (personId === 'not_in_family' || personId === 'ambiguous_person') return personId;
    owners.push({ personId, form: form.toLowerCase(), share });
  }
  return owners;
}
