import type { Owner, Share } from '../../domain/ownership.ts';
import type { DonationCategory, DonationForm, ItemKind, Region } from '../../domain/words.ts';
import type { Sql } from '../client.ts';

/** An item of the wealth inventory with its newest value, in the minor unit of its currency, and its owners. */
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
            'share', o.numerator || '/' || o.denominator) order by o.form, o.person_id)
          from owners o where o.item_id = i.id) as owners
      from wealth_items i
      cross join lateral (select cents, valued_on from item_values where item_id = i.id
        order by valued_on desc limit 1) v
      where i.dossier_id = ${dossierId} and i.removed_at is null and (${itemId}::uuid is null or i.id = ${itemId})
      order by i.id`),
  ];
}

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
