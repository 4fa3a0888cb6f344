import type { Sql } from '../../db/client.ts';
import { type ItemRow, readItems, readValues } from '../../db/queries/inventories.ts';

/** An item as the API shows it. */
export const presentItem = ({ cents, valuedOn, ...item }: ItemRow) => ({
  ...item,
  value: { cents, valuedOn },
});

/** An item as the API shows it alone, with its history; undefined if the dossier holds no such item. */
export async function wholeItem(sql: Sql, dossierId: string, itemId: string) {
  const [[item], values] = await Promise.all([readItems(sql, dossierId, itemId), readValues(sql, itemId)]);
  return item && { ...presentItem(item), values };
}

export type WholeItem = NonNullable<Awaited<ReturnType<typeof wholeItem>>>;
