import { eq } from 'drizzle-orm';
import { itemValues, wealthItems } from '../../db/schema/index.ts';
import { changeInSection } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { lockItem } from './lock-item.ts';
import { wholeItem } from './present-item.ts';

/** Removes a mistyped value from an item's history, which keeps one at least. It is a change of the item. */
export const removeValue = (
  services: Services,
  { params, ifMatch, ...request }: Request<{ d: string; i: string; v: string }, undefined, undefined>,
) =>
  changeInSection(services, request, params.d, 'wealth', async ({ tx, changes }) => {
    const before = await lockItem(tx, params.d, params.i);
    if (!before.values.some((value) => value.id === params.v)) throw new Problem('not_found');
    await requireVersion(tx, ifMatch(), before);
    if (before.values.length === 1) throw new Problem('last_value');
    await tx.orm.delete(itemValues).where(eq(itemValues.id, params.v));
    await tx.orm
      .update(wealthItems)
      .set({ version: before.version + 1 })
      .where(eq(wealthItems.id, before.id));
    changes.replaced(before);
    return (await wholeItem(tx.sql, params.d, params.i))!;
  });
