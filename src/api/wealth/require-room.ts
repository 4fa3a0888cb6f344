import type { Queries, Sql } from '../../db/client.ts';
import { countItems } from '../../db/queries/inventories.ts';
import { Problem } from '../problem.ts';
import { most } from './schema.ts';

/** Additions to one inventory wait for each other, until the transaction ends: none of two takes the other's room. */
export async function lockInventory({ sql }: Queries, dossierId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`wealth ${dossierId}`}, 0))`;
}

/** @throws Problem `too_many` where an inventory has no room for so many items more */
export async function requireRoom(sql: Sql, dossierId: string, more: number): Promise<void> {
  const items = await countItems(sql, dossierId);
  if (items + more > most.items) throw new Problem('too_many');
}
