import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { DonationCategory, DonationForm, Region } from '../../domain/words.ts';
import { persons } from './family.ts';
import { dossiers } from './firms.ts';
import { wealthItems } from './wealth.ts';

export const donations = pgTable(
  'donations',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    donorId: uuid()
      .notNull()
      .references(() => persons.id),
    itemId: uuid().references(() => wealthItems.id),
    givenOn: date().notNull(),
    category: text().$type<DonationCategory>().notNull(),
    /** What was given, in words. */
    description: text().notNull(),
    /** In the minor unit of the currency. */
    cents: bigint({ mode: 'number' }).notNull(),
    /** ISO 4217. */
    currency: text().notNull(),
    form: text().$type<DonationForm>().notNull(),
    registered: boolean().notNull(),
    registeredOn: date(),
    usufructReserved: boolean().notNull(),
    conditions: text(),
    /** The donor's domicile when he gave: its tax rules are the gift's. ISO 3166-1 alpha-2. */
    country: text(),
    region: text().$type<Region>(),
    version: integer().notNull().default(1),
    removedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index().on(table.dossierId),
    index().on(table.donorId),
    index().on(table.itemId),
    check('value_not_negative', sql`${table.cents} >= 0`),
    check('day_of_registration', sql`${table.registered} or ${table.registeredOn} is null`),
    check('donation_in_belgium', sql`${table.region} is null or coalesce(${table.country} = 'BE', false)`),
  ],
);

/** Who received which part of a donation; no person: somebody outside the family. */
export const donees = pgTable(
  'donees',
  {
    donationId: uuid()
      .notNull()
      .references(() => donations.id),
    personId: uuid().references(() => persons.id),
    numerator: integer().notNull(),
    denominator: integer().notNull(),
  },
  (table) => [
    unique('one_share_a_donee').on(table.donationId, table.personId).nullsNotDistinct(),
    index().on(table.personId),
    check('part_of_a_donation', sql`${table.numerator} between 1 and ${table.denominator}`),
  ],
);
