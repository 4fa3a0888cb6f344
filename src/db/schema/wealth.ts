import { sql } from 'drizzle-orm';
import {
  bigint,
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
import type { ItemKind, OwnershipForm } from '../../domain/words.ts';
import { persons } from './family.ts';
import { dossiers } from './firms.ts';

/** An asset or a debt. Removed ones stay as rows, since donations and simulations speak of them. */
export const wealthItems = pgTable(
  'wealth_items',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    kind: text().$type<ItemKind>().notNull(),
    name: text().notNull(),
    description: text(),
    /** Where it lies: ISO 3166-1 alpha-2. */
    country: text(),
    /** ISO 4217. */
    currency: text().notNull(),
    version: integer().notNull().default(1),
    removedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.dossierId)],
);

/** What an item was worth on a day: the newest day's value is the present one. */
export const itemValues = pgTable(
  'item_values',
  {
    id: uuid().primaryKey(),
    itemId: uuid()
      .notNull()
      .references(() => wealthItems.id),
    valuedOn: date().notNull(),
    /** In the minor unit of the item's currency. */
    cents: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    unique('one_value_a_day').on(table.itemId, table.valuedOn),
    check('not_negative', sql`${table.cents} >= 0`),
  ],
);

/** Who owns which part of an item, or owes it; no person: somebody outside the family. */
export const owners = pgTable(
  'owners',
  {
    itemId: uuid()
      .notNull()
      .references(() => wealthItems.id),
    personId: uuid().references(() => persons.id),
    form: text().$type<OwnershipForm>().notNull(),
    numerator: integer().notNull(),
    denominator: integer().notNull(),
  },
  (table) => [
    unique('one_share_an_owner').on(table.itemId, table.personId, table.form).nullsNotDistinct(),
    index().on(table.personId),
    check('a_part_of_one', sql`${table.numerator} between 1 and ${table.denominator}`),
  ],
);
