import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  customType,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Language, ReportState } from '../../domain/words.ts';
import { accounts } from './auth.ts';
import { dossiers } from './firms.ts';
import { simulations } from './simulations.ts';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** A PDF of a dossier as it stood. One workflow each: `report-<id>`. */
export const reports = pgTable(
  'reports',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    language: text().$type<Language>().notNull(),
    simulationId: uuid().references(() => simulations.id),
    /** Whether it says who has access: then only those read it who may list the rights (R17). */
    withAccess: boolean().notNull(),
    state: text().$type<ReportState>().notNull().default('queued'),
    /** In percent. */
    progress: integer().notNull().default(0),
    pdf: bytea(),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp({ withTimezone: true }),
    version: integer().notNull().default(1),
  },
  (table) => [
    index().on(table.dossierId),
    index().on(table.simulationId),
    check('ready_is_whole', sql`(${table.state} = 'ready') = (${table.pdf} is not null)`),
  ],
);
