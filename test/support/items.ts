import { v7 as uuidv7 } from 'uuid';
import type { Dossier } from './people.ts';
import type { World } from './world.ts';

/** An item of a dossier's wealth inventory, without value or owners. @returns the id */
export async function item({ owner }: World, { id }: Dossier, { removed = false } = {}): Promise<string> {
  const itemId = uuidv7();
  await owner`
    insert into wealth_items (id, dossier_id, kind, name, currency, removed_at)
    values (${itemId}, ${id}, 'portfolio', 'Portefeuille', 'EUR', ${removed ? new Date() : null})`;
  return itemId;
}
