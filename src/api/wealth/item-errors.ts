import type { Queries } from '../../db/client.ts';
import { type Owner, type OwnershipFlawReason, ownershipFlaws } from '../../domain/ownership.ts';
import { type ItemKind, isDebt } from '../../domain/words.ts';
import { lockPersons } from '../family/in-family.ts';
import { type FieldError, Problem } from '../problem.ts';

const adding: Partial<Record<OwnershipFlawReason, string>> = {
  usufruct_short: 'Full ownership and usufruct add up to less than one.',
  usufruct_over: 'Full ownership and usufruct add up to more than one.',
  bare_short: 'Full and bare ownership add up to less than one.',
  bare_over: 'Full and bare ownership add up to more than one.',
};

/** What is wrong with an item beyond its single fields, one entry a field. */
export function itemErrors({ kind, owners }: { kind: ItemKind; owners: Owner[] }): FieldError[] {
  const flaws = ownershipFlaws(owners, isDebt(kind));
  const together = flaws.filter((flaw) => flaw.owner === null);
  return [
    ...flaws.flatMap(({ owner, reason }): FieldError[] => {
      if (owner === null) return [];
      return reason === 'same_owner'
        ? [{ field: `owners.${owner}`, code: reason, message: 'The same owner in the same form, twice.' }]
        : [{ field: `owners.${owner}.form`, code: reason, message: 'A debt is owed in `full`.' }];
    }),
    ...(together.length > 0
      ? [
          {
            field: 'owners',
            code: 'does_not_add_up',
            message: together.map(({ reason }) => adding[reason]).join(' '),
          },
        ]
      : []),
  ];
}

/** Locks an item's owners. @returns an entry for each who is not of the family */
export async function strangersAmong(tx: Queries, dossierId: string, owners: Owner[]): Promise<FieldError[]> {
  const ids = owners.flatMap(({ personId }) => personId ?? []);
  const known = new Set((await lockPersons(tx, dossierId, ids)).map((person) => person.id));
  return owners.flatMap(({ personId }, i) =>
    personId === null || known.has(personId)
      ? []
      : [{ field: `owners.${i}.personId`, code: 'not_in_family', message: 'Not a person of this family.' }],
  );
}

/** @throws Problem `invalid` if there is an error */
export function refuse(errors: FieldError[]): void {
  if (errors.length > 0) throw new Problem('invalid', { errors });
}
