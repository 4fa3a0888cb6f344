import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import { ownerRows } from '../../db/queries/inventories.ts';
import { wealthItems } from '../../db/schema/index.ts';
import type { Owner } from '../../domain/ownership.ts';
import { changeInSection } from '../dossiers/entered.ts';
import { defined } from '../fields.ts';
import { type FieldError, Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { itemErrors, refuse, strangersAmong } from './item-errors.ts';
import { lockItem } from './lock-item.ts';
import { type WholeItem, wholeItem } from './present-item.ts';
import { type ChangeItem, most } from './schema.ts';

type Change = z.output<typeof ChangeItem>;

/** Changes an item. The value of a day that has one is corrected; that of another day is added to the history. */
export const changeItem = (
  services: Services,
  { params, body, ifMatch, ...request }: Request<{ d: string; i: string }, undefined, Change>,
) =>
  changeInSection(services, request, params.d, 'wealth', async ({ tx, changes }) => {
    const before = await lockItem(tx, params.d, params.i);
    const change = body.get();
    await requireVersion(tx, ifMatch(), before);
    const { value, owners, ...columns } = defined(change);
    refuse([
      ...itemErrors({ ...before, ...defined(change) }),
      ...currencyErrors(before, change),
      ...(await strangersAmong(tx, params.d, owners ?? [])),
    ]);
    if (value) await writeValue(tx, before, value);
    if (owners) await writeOwners(tx, before.id, owners);
    const version = before.version + 1;
    await tx.orm
      .update(wealthItems)
      .set({ ...columns, version })
      .where(eq(wealthItems.id, before.id));
    changes.replaced(before);
    return (await wholeItem(tx.sql, params.d, params.i))!;
  });

/** Values of other days are amounts in the present currency: only where there are none can it be corrected. */
function currencyErrors({ currency, value, values }: WholeItem, change: Change): FieldError[] {
  const isOther = change.currency !== undefined && change.currency !== currency;
  const days = new Set([...values.map((known) => known.valuedOn), (change.value ?? value).valuedOn]);
  if (!isOther || days.size === 1) return [];
  const message = 'The item has values of several days, in its currency.';
  return [{ field: 'currency', code: 'has_history', message }];
}

async function writeValue(
  { sql }: Queries,
  { id, values }: WholeItem,
  { cents, valuedOn }: WholeItem['value'],
): Promise<void> {
  const isKnown = values.some((known) => known.valuedOn === valuedOn);
  if (!isKnown && values.length >= most.values) throw new Problem('too_many');
  await sql`
    insert into item_values (id, item_id, valued_on, cents) values (uuidv7(), ${id}, ${valuedOn}, ${cents})
    on conflict (item_id, valued_on) do update set cents = excluded.cents`;
}

async function writeOwners({ sql }: Queries, itemId: string, owners: Owner[]): Promise<void> {
  await sql`delete from owners where item_id = ${itemId}`;
  await sql`
    insert into owners (item_id, person_id, form, numerator, denominator)
    select ${itemId}, person_id, form, numerator, denominator
    from jsonb_populate_recordset(null::owners, ${JSON.stringify(ownerRows(owners))}::jsonb)`;
}
