import { readItems } from '../../db/queries/inventories.ts';
import { totalsOf } from '../../domain/wealth-totals.ts';
import { enterSection } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { presentItem, wholeItem } from './present-item.ts';

/** The wealth inventory, whole, with its totals. */
export async function listItems(
  services: Services,
  { caller, params }: Request<{ d: string }, undefined, undefined>,
) {
  await enterSection(services, { caller }, params.d, 'wealth');
  const items = await readItems(services.db.sql, params.d);
  return { items: items.map(presentItem), totals: totalsOf(items) };
}

/** One item with its history. @throws Problem `not_found` */
export async function readItem(
  services: Services,
  { caller, params }: Request<{ d: string; i: string }, undefined, undefined>,
) {
  await enterSection(services, { caller }, params.d, 'wealth');
  const item = await wholeItem(services.db.sql, params.d, params.i);
  if (!item) throw new Problem('not_found');
  return item;
}
