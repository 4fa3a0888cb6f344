import { eq, sql } from 'drizzle-orm';
import { donations } from '../../db/schema/index.ts';
import { changeInSection } from '../dossiers/entered.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { lockDonation } from './lock-donation.ts';
import { presentDonation } from './present-donation.ts';

/** Removes a donation from the inventory; its row stays. */
export const removeDonation = (
  services: Services,
  { params, ifMatch, ...request }: Request<{ d: string; n: string }, undefined, undefined>,
) =>
  changeInSection(services, request, params.d, 'donations', async ({ tx, changes }) => {
    const before = await lockDonation(tx, params);
    await requireVersion(tx, ifMatch(), presentDonation(before));
    changes.replaced(before);
    await tx.orm
      .update(donations)
      .set({ removedAt: sql`now()`, version: before.version + 1 })
      .where(eq(donations.id, before.id));
    return undefined;
  });
