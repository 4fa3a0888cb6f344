import type { Queries } from '../../db/client.ts';
import { Problem } from '../problem.ts';
import { type WholeItem, wholeItem } from './present-item.ts';

/** Locks an item of a dossier's inventory, then reads it. @throws Problem `not_found` */
export async function lockItem({ sql }: Queries, dossierId: string, itemId: string): Promise<WholeItem> {
  const [found] = await sql`
    select from wealth_items where id = ${itemId} and dossier_id = ${dossierId} and removed_at is null
    for no key update`;
  // A statement of its own: it sees what the change that was waited for has written.
  const item = found && (await wholeItem(sql, dossierId, itemId));
  if (!item) throw new Problem('not_found');
  return item;
}
