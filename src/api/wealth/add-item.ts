import type { z } from 'zod';
import { insertItems } from '../../db/queries/inventories.ts';
import { changeInSection } from '../dossiers/entered.ts';
import { once } from '../idempotency.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { itemErrors, refuse, strangersAmong } from './item-errors.ts';
import { wholeItem } from './present-item.ts';
import { lockInventory, requireRoom } from './require-room.ts';
import type { AddItem } from './schema.ts';

/** Enters an asset or a debt in the inventory. */
export const addItem = (
  services: Services,
  { params, body, ...request }: Request<{ d: string }, undefined, z.output<typeof AddItem>>,
) =>
  changeInSection(services, request, params.d, 'wealth', ({ tx }) =>
    once(tx, request, async () => {
      const item = body.get();
      await lockInventory(tx, params.d);
      await requireRoom(tx.sql, params.d, 1);
      refuse([...itemErrors(item), ...(await strangersAmong(tx, params.d, item.owners))]);
      const [id] = await insertItems(tx.sql, params.d, [rowOf(item)]);
      return (await wholeItem(tx.sql, params.d, id!))!;
    }),
  );

/** A new item as it is written. */
export const rowOf = ({ value, description = null, country = null, ...item }: z.output<typeof AddItem>) => ({
  ...item,
  ...value,
  description,
  country,
});
