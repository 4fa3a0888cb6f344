import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { type DonationRow, readDonations } from '../../db/queries/inventories.ts';
import { donations, donees } from '../../db/schema/index.ts';
import { changeInSection } from '../dossiers/entered.ts';
import { defined } from '../fields.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { writeDonees } from './donees.ts';
import { lockDonation } from './lock-donation.ts';
import { holdPersons, requireItem, requirePossible } from './possible.ts';
import { presentDonation } from './present-donation.ts';
import type { ChangeDonation } from './schema.ts';

/** Changes a donation; what is left out stays. */
export const changeDonation = (
  services: Services,
  {
    params,
    body,
    ifMatch,
    ...request
  }: Request<{ d: string; n: string }, undefined, z.output<typeof ChangeDonation>>,
) =>
  changeInSection(services, request, params.d, 'donations', async ({ tx, changes }) => {
    const before = await lockDonation(tx, params);
    const change = defined(body.get());
    await requireVersion(tx, ifMatch(), presentDonation(before));
    const changed: DonationRow = { ...before, ...change, version: before.version + 1 };
    requirePossible(changed, await holdPersons(tx, params.d, changed));
    // The item may have left the inventory since: a donation keeps such a link, and gets none.
    if (changed.itemId !== before.itemId) await requireItem(tx, params.d, changed.itemId);
    changes.replaced(before);
    const { id, donees: parts, ...columns } = changed;
    await tx.orm.update(donations).set(columns).where(eq(donations.id, id));
    if (change.donees) {
      await tx.orm.delete(donees).where(eq(donees.donationId, id));
      await writeDonees(tx, id, parts);
    }
    const [written] = await readDonations(tx.sql, params.d, id);
    return presentDonation(written!);
  });
