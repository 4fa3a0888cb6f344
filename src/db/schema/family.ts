import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Central, Language, ParentKind, Regime, Region, Sex, UnionKind } from '../../domain/words.ts';
import { dossiers } from './firms.ts';

const dossierId = () =>
  uuid()
    .notNull()
    .references(() => dossiers.id);

/** A person of the family tree. Removed persons stay as rows, since the record speaks of them. */
export const persons = pgTable(
  'persons',
  {
    id: uuid().primaryKey(),
    dossierId: dossierId(),
    firstName: text().notNull(),
    lastName: text().notNull(),
    birthDate: date(),
    deathDate: date(),
    sex: text().$type<Sex>(),
    /** ISO 3166-1 alpha-2, as is the domicile's country. */
    nationality: text(),
    country: text(),
    region: text().$type<Region>(),
    language: text().$type<Language>(),
    central: text().$type<Central>(),
    version: integer().notNull().default(1),
    removedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index().on(table.dossierId),
    uniqueIndex('one_of_each_central')
      .on(table.dossierId, table.central)
      .where(sql`${table.removedAt} is null`),
    check('region_of_belgium', sql`${table.region} is null or coalesce(${table.country} = 'BE', false)`),
    check('central_is_there', sql`${table.central} is null or ${table.removedAt} is null`),
  ],
);

const person = () =>
  uuid()
    .notNull()
    .references(() => persons.id);

export const unions = pgTable(
  'unions',
  {
    id: uuid().primaryKey(),
    dossierId: dossierId(),
    personA: person(),
    personB: person(),
    kind: text().$type<UnionKind>().notNull(),
    regime: text().$type<Regime>(),
    start: date(),
    end: date(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index().on(table.dossierId),
    index().on(table.personA),
    index().on(table.personB),
    check('two_persons', sql`${table.personA} <> ${table.personB}`),
  ],
);

export const parentLinks = pgTable(
  'parent_links',
  {
    id: uuid().primaryKey(),
    dossierId: dossierId(),
    childId: person(),
    parentId: person(),
    kind: text().$type<ParentKind>().notNull(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index().on(table.dossierId),
    uniqueIndex('one_link').on(table.childId, table.parentId),
    index().on(table.parentId),
    check('not_own_parent', sql`${table.childId} <> ${table.parentId}`),
  ],
);
