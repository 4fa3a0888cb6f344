import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { accounts } from './auth.ts';
import { dossiers } from './firms.ts';

/** A projection, with all that it was calculated from, so that it can be explained later. */
export const simulations = pgTable(
  'simulations',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    name: text().notNull(),
    /** What was assumed. */
    assumptions: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Family and inventory as they stood. */
    inputs: jsonb().$type<Record<string, unknown>>().notNull(),
    result: jsonb().$type<Record<string, unknown>>().notNull(),
    /** Which way of calculating gave the result. */
    engine: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    version: integer().notNull().default(1),
    removedAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.dossierId)],
);
