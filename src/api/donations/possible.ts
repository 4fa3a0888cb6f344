import type { Queries } from '../../db/client.ts';
import {
  type DonationFlawReason,
  flawsOfDonation,
  type Living,
  type PossibleDonation,
} from '../../domain/donation-flaws.ts';
import type { Region } from '../../domain/words.ts';
import { Problem } from '../problem.ts';

/** A person of the family, with his present domicile. */
export type Relative = Living & { country: string | null; region: Region | null };

/** Reads the persons of a donation who are of the family, and keeps them there until the transaction ends. */
export const holdPersons = async (
  { sql }: Queries,
  dossierId: string,
  { donorId, donees }: Pick<PossibleDonation, 'donorId' | 'donees'>,
): Promise<Relative[]> => [
  ...(await sql<Relative[]>`
    select id, birth_date::text as "birthDate", death_date::text as "deathDate", country, region from persons
    where dossier_id = ${dossierId} and removed_at is null
      and id = any(${[donorId, ...donees.flatMap(({ personId }) => personId ?? [])]}::uuid[])
    order by id for share`),
];

/** @throws Problem `invalid`, with an entry for each thing that keeps it from being a donation */
export function requirePossible(donation: PossibleDonation, family: Relative[]): void {
  const flaws = flawsOfDonation(donation, family);
  if (flaws.length === 0) return;
  throw new Problem('invalid', {
    errors: flaws.map(({ field, reason }) => ({ field, code: reason, message: messages[reason] })),
  });
}

const messages: Record<DonationFlawReason, string> = {
  not_in_family: 'Not a person of this family.',
  donor: 'Nobody gives to himself.',
  repeated: 'Each donee is named once.',
  not_whole: 'The shares of the donees make one, exactly.',
  before_birth: 'The donor was not born yet.',
  after_death: 'The donor had died.',
  unborn_then: 'He was not born yet when it was given.',
  dead_then: 'He had died when it was given.',
  not_registered: 'Only a registered donation has a day of registration.',
  before_gift: 'It is registered before it is given.',
  only_in_belgium: 'A region goes with a domicile in Belgium alone.',
};

/** The item that was given has to be in the dossier's inventory, and stays there meanwhile. @throws Problem `invalid` */
export async function requireItem({ sql }: Queries, dossierId: string, itemId: string | null): Promise<void> {
  if (!itemId) return;
  const [item] = await sql`
    select id from wealth_items where id = ${itemId} and dossier_id = ${dossierId} and removed_at is null for share`;
  if (item) return;
  throw new Problem('invalid', {
    errors: [{ field: 'itemId', code: 'not_in_inventory', message: 'Not an item of this inventory.' }],
  });
}
