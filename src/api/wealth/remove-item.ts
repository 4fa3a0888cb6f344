import { eq, sql } from 'drizzle-orm';
import { wealthItems } from '../../db/schema/index.ts';
import { changeInSection } from '../dossiers/entered.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { lockItem } from './lock-item.ts';

/** Removes an item from the inventory. Donations that are linked to it keep their link. */
export const removeItem = (
  services: Services,
  { params, ifMatch, ...request }: Request<{ d: string; i: string }, undefined, undefined>,
) =>
  changeInSection(services, request, params.d, 'wealth', async ({ tx, changes }) => {
    const item = await lockItem(tx, params.d, params.i);
    await requireVersion(tx, ifMatch(), item);
    await tx.orm
      .update(wealthItems)
      .set({ removedAt: sql`now()`, version: item.version + 1 })
      .where(eq(wealthItems.id, item.id));
    changes.replaced(item);
    return undefined;
  });
