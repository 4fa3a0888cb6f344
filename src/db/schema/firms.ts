import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { FirmRole, Language, TeamAccessMode } from '../../domain/words.ts';

export const firms = pgTable('firms', {
  id: uuid().primaryKey().default(sql`uuidv7()`),
  name: text().notNull(),
  language: text().$type<Language>().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
});

/** A team member. His address, number and account are in his grant, as with everybody who is invited. */
export const members = pgTable(
  'members',
  {
    id: uuid().primaryKey(),
    firmId: uuid()
      .notNull()
      .references(() => firms.id),
    firstName: text().notNull(),
    lastName: text().notNull(),
    language: text().$type<Language>().notNull(),
    role: text().$type<FirmRole>().notNull(),
    version: integer().notNull().default(1),
    leftAt: timestamp({ withTimezone: true }),
  },
  (table) => [index().on(table.firmId)],
);

export const dossiers = pgTable(
  'dossiers',
  {
    id: uuid().primaryKey(),
    firmId: uuid()
      .notNull()
      .references(() => firms.id),
    name: text().notNull(),
    managerId: uuid()
      .notNull()
      .references(() => members.id),
    teamMode: text().$type<TeamAccessMode>().notNull().default('listed'),
    version: integer().notNull().default(1),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Closed, never deleted (R16): everybody reads, nobody writes. Null: it isn't closed. */
    closedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index('dossiers_firm_id_index').on(table.firmId, sql`lower(${table.name})`),
    index().on(table.managerId),
  ],
);

/** Listed team access (R8). `selfGiven`: an admin who gave himself access. */
export const dossierMembers = pgTable(
  'dossier_members',
  {
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    memberId: uuid()
      .notNull()
      .references(() => members.id),
    selfGiven: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.dossierId, table.memberId] }), index().on(table.memberId)],
);
