import { v7 as uuidv7 } from 'uuid';
import type { ItemKind, OwnershipForm } from '../../src/domain/words.ts';
import type { Dossier } from './people.ts';
import type { World } from './world.ts';

type OwnerRow = [personId: string | null, form: OwnershipForm, share: string];

/** An item of the wealth inventory by plain SQL, worth so many cents on the first of January. @returns its id */
export async function itemRow(
  { owner }: Pick<World, 'owner'>,
  { id: dossierId }: Pick<Dossier, 'id'>,
  cents: number,
  owners: OwnerRow[],
  {
    kind = 'real_estate',
    currency = 'EUR',
    name = 'Maison',
  }: { kind?: ItemKind; currency?: string; name?: string } = {},
): Promise<string> {
  const id = uuidv7();
  await owner`insert into wealth_items ${owner({ id, dossier_id: dossierId, kind, currency, name })}`;
  await valueRow({ owner }, id, '2026-01-01', cents);
  for (const [personId, form, share] of owners) {
    const [numerator, denominator = 1] = share.split('/').map(Number);
    await owner`
      insert into owners ${owner({ item_id: id, person_id: personId, form, numerator: numerator!, denominator })}`;
  }
  return id;
}

/** What an item was worth on a day. */
export const valueRow = ({ owner }: Pick<World, 'owner'>, itemId: string, valuedOn: string, cents: number) =>
  owner`insert into item_values ${owner({ id: uuidv7(), item_id: itemId, valued_on: valuedOn, cents })}`;
