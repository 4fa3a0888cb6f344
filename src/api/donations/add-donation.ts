import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import { readDonations } from '../../db/queries/inventories.ts';
import { donations } from '../../db/schema/index.ts';
import { changeInSection } from '../dossiers/entered.ts';
import { once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { writeDonees } from './donees.ts';
import { holdPersons, type Relative, requireItem, requirePossible } from './possible.ts';
import { presentDonation } from './present-donation.ts';
import type { AddDonation } from './schema.ts';

/** How many donations a dossier holds. */
const most = 500;

/** Adds a donation to the inventory. */
export const addDonation = (
  services: Services,
  { params, body, ...request }: Request<{ d: string }, undefined, z.output<typeof AddDonation>>,
) =>
  changeInSection(services, request, params.d, 'donations', ({ tx }) =>
    once(tx, request, async () => {
      const { donees, registeredOn = null, itemId = null, ...given } = body.get();
      await requireRoom(tx, params.d);
      const family = await holdPersons(tx, params.d, { donorId: given.donorId, donees });
      const donation = { ...given, registeredOn, itemId, ...domicileOf(given, family) };
      requirePossible({ ...donation, donees }, family);
      await requireItem(tx, params.d, itemId);
      const id = uuidv7();
      await tx.orm.insert(donations).values({ id, dossierId: params.d, ...donation });
      await writeDonees(tx, id, donees);
      const [added] = await readDonations(tx.sql, params.d, id);
      return presentDonation(added!);
    }),
  );

/** One addition at a time, so that two at once don't both take the last place. @throws Problem `too_many` */
async function requireRoom({ sql }: Queries, dossierId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`donations ${dossierId}`}, 0))`;
  const [held] = await sql<{ count: number }[]>`
    select count(*)::int as count from donations where dossier_id = ${dossierId} and removed_at is null`;
  if (held!.count >= most) throw new Problem('too_many');
}

/** The domicile as it was given; what was left out of it as the donor's is at present, where that goes together. */
function domicileOf(
  { donorId, country, region }: Pick<z.output<typeof AddDonation>, 'donorId' | 'country' | 'region'>,
  family: Relative[],
) {
  const donor = family.find((person) => person.id === donorId);
  if (country !== undefined) return { country, region: region ?? null };
  return { country: donor?.country ?? null, region: region === undefined ? (donor?.region ?? null) : region };
}
