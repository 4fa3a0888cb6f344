import { v7 as uuidv7 } from 'uuid';
import { fractionOf, type Owner, type Share } from '../../domain/ownership.ts';
import type { DonationCategory, DonationForm, ItemKind, Region } from '../../domain/words.ts';
import type { Sql } from '../client.ts';

/** An item of the wealth inventory with its newest value, in the minor unit of its currency, and its owners by form. */
export type ItemRow = {
  id: string;
  kind: ItemKind;
  name: string;
  description: string | null;
  country: string | null;
  currency: string;
  cents: number;
  valuedOn: string;
  owners: Owner[];
  version: number;
};

/** A dossier's wealth inventory by age of entry; with `itemId`, that item alone. One statement. */
export async function readItems(
  sql: Sql,
  dossierId: string,
  itemId: string | null = null,
): Promise<ItemRow[]> {
  return [
    ...(await sql<ItemRow[]>`
      select i.id, i.kind, i.name, i.description, i.country, i.currency, i.version, v.cents::float8 as cents,
        v.valued_on::text as "valuedOn",
        (select jsonb_agg(jsonb_build_object('personId', o.person_id, 'form', o.form,
            'share', concat_ws('/', o.numerator, nullif(o.denominator, 1)))
            order by array_position('{full,usufruct,bare}', o.form), o.person_id)
          from owners o where o.item_id = i.id) as owners
      from wealth_items i
      cross join lateral (select cents, valued_on from item_values where item_id = i.id
        order by valued_on desc limit 1) v
      where i.dossier_id = ${dossierId} and i.removed_at is null and (${itemId}::uuid is null or i.id = ${itemId})
      order by i.id`),
  ];
}

/** What an item was worth, the newest day first. */
export const readValues = async (
  sql: Sql,
  itemId: string,
): Promise<{ id: string; cents: number; valuedOn: string }[]> => [
  ...(await sql<{ id: string; cents: number; valuedOn: string }[]>`
    select id, cents::float8 as cents, valued_on::text as "valuedOn" from item_values
    where item_id = ${itemId} order by valued_on desc`),
];

/** How many items an inventory holds. */
export async function countItems(sql: Sql, dossierId: string): Promise<number> {
  const [row] = await sql<{ items: number }[]>`
    select count(*)::int as items from wealth_items where dossier_id = ${dossierId} and removed_at is null`;
  return row!.items;
}

/** Writes items with their first value and their owners, in one statement. @returns their ids, in order */
export async function insertItems(
  sql: Sql,
  dossierId: string,
  items: Omit<ItemRow, 'id' | 'version'>[],
): Promise<string[]> {
  const rows = items.map(({ owners, ...item }) => ({ ...item, owners: ownerRows(owners), id: uuidv7() }));
  await sql`
    with
    entered as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as j(id uuid, kind text, name text, description text, country text, currency text, cents bigint,
        "valuedOn" date, owners jsonb)),
    added as (insert into wealth_items (id, dossier_id, kind, name, description, country, currency)
      select id, ${dossierId}, kind, name, description, country, currency from entered),
    valued as (insert into item_values (id, item_id, valued_on, cents)
      select uuidv7(), id, "valuedOn", cents from entered)
    insert into owners (item_id, person_id, form, numerator, denominator)
    select e.id, o.person_id, o.form, o.numerator, o.denominator
    from entered e cross join jsonb_populate_recordset(null::owners, e.owners) o`;
  return rows.map((row) => row.id);
}

/** Owners as rows of their table. */
export const ownerRows = (owners: Owner[]) =>
  owners.map(({ personId, form, share }) => {
    const { n, d } = fractionOf(share);
    return { person_id: personId, form, numerator: Number(n), denominator: Number(d) };
  });

/** A donation; its value in the minor unit of its currency. */
export type DonationRow = {
  id: string;
  donorId: string;
  donees: { personId: string | null; share: Share }[];
  itemId: string | null;
  givenOn: string;
  category: DonationCategory;
  description: string;
  cents: number;
  currency: string;
  form: DonationForm;
  registered: boolean;
  registeredOn: string | null;
  usufructReserved: boolean;
  conditions: string | null;
  country: string | null;
  region: Region | null;
  version: number;
};

/** A dossier's donations, the oldest first; with `donationId`, that one alone. One statement. */
export async function readDonations(
  sql: Sql,
  dossierId: string,
  donationId: string | null = null,
): Promise<DonationRow[]> {
  return [
    ...(await sql<DonationRow[]>`
      select d.id, d.donor_id as "donorId", d.item_id as "itemId", d.given_on::text as "givenOn", d.category,
        d.description, d.cents::float8 as cents, d.currency, d.form, d.registered,
        d.registered_on::text as "registeredOn", d.usufruct_reserved as "usufructReserved", d.conditions, d.country,
        d.region, d.version,
        (select jsonb_agg(jsonb_build_object('personId', o.person_id, 'share',
            case o.denominator when 1 then '1' else o.numerator || '/' || o.denominator end) order by o.person_id)
          from donees o where o.donation_id = d.id) as donees
      from donations d
      where d.dossier_id = ${dossierId} and d.removed_at is null and (${donationId}::uuid is null or d.id = ${donationId})
      order by d.given_on, d.id`),
  ];
}

/**
 * Whether a person owns a part of an item, or gave or received a donation, of those that aren't removed. The person is
 * locked before: who enters him as an owner, donor or donee locks him too.
 */
export async function isInInventory(sql: Sql, personId: string): Promise<boolean> {
  const [found] = await sql`
    select from owners o join wealth_items i on i.id = o.item_id
      where o.person_id = ${personId} and i.removed_at is null
    union all
    select from donations d where d.donor_id = ${personId} and d.removed_at is null
    union all
    select from donees o join donations d on d.id = o.donation_id
      where o.person_id = ${personId} and d.removed_at is null
    limit 1`;
  return found !== undefined;
}
