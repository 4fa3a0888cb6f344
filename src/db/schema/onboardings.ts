import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  NewDossier,
  Obstacle,
  OnboardingColumn,
  OnboardingState,
  PauseReason,
} from '../../domain/onboarding.ts';
import { accounts } from './auth.ts';
import { dossiers, firms, members } from './firms.ts';

const instant = () => timestamp({ withTimezone: true });

/** A file of a firm's families, checked, and perhaps carried out. One workflow each: `onboarding-<id>`. Nobody is named. */
export const onboardings = pgTable(
  'onboardings',
  {
    id: uuid().primaryKey(),
    firmId: uuid()
      .notNull()
      .references(() => firms.id),
    state: text().$type<OnboardingState>().notNull(),
    pausedBecause: text().$type<PauseReason>(),
    createdBy: uuid()
      .notNull()
      .references(() => accounts.id),
    /** Who started or resumed it last: it acts as him. */
    runBy: uuid().references(() => accounts.id),
    /** From where he did; emptied when it is over. */
    origin: jsonb().$type<{ address: string; requestId: string }>(),
    /** What the file holds. */
    lines: integer().notNull(),
    dossiers: integer().notNull(),
    persons: integer().notNull(),
    rights: integer().notNull(),
    irrevocable: integer().notNull(),
    rejections: integer().notNull(),
    /** The first of what is rejected, by line. */
    rejected: jsonb()
      .$type<{ line: number; column: OnboardingColumn | null; code: string; message: string }[]>()
      .notNull(),
    invitationsPerHour: integer().notNull(),
    /** When the next invitation has its turn, unless that is past. */
    nextInvitationAt: instant(),
    createdAt: instant().notNull().defaultNow(),
    startedAt: instant(),
    /** When it last got further, or somebody made it go on. */
    movedAt: instant().notNull().defaultNow(),
    finishedAt: instant(),
    version: integer().notNull().default(1),
  },
  (table) => [
    index().on(table.firmId),
    check('run_by_somebody', sql`${table.state} in ('checked', 'rejected') or ${table.runBy} is not null`),
    check('paused_for_a_reason', sql`(${table.state} = 'paused') = (${table.pausedBecause} is not null)`),
  ],
);

/** The dossiers that an onboarding still has to create, with names and addresses: a row goes when its dossier is done. */
export const onboardingLines = pgTable(
  'onboarding_lines',
  {
    onboardingId: uuid()
      .notNull()
      .references(() => onboardings.id),
    number: integer().notNull(),
    /** Who is to manage the dossier; null: who creates it. */
    managerId: uuid().references(() => members.id),
    content: jsonb().$type<NewDossier>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.onboardingId, table.number] })],
);

/** What became of each dossier of a file, written with the dossier itself: the key makes a second one impossible. */
export const onboardedDossiers = pgTable(
  'onboarded_dossiers',
  {
    onboardingId: uuid()
      .notNull()
      .references(() => onboardings.id),
    number: integer().notNull(),
    /** Null: it could not be created. */
    dossierId: uuid()
      .unique('one_onboarding_a_dossier')
      .references(() => dossiers.id),
    /** To whom it was handed over; null: to nobody. */
    managerId: uuid().references(() => members.id),
    persons: integer().notNull(),
    grantIds: uuid().array().notNull(),
    obstacles: jsonb().$type<Obstacle[]>().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.onboardingId, table.number] }),
    check('created_or_why_not', sql`(${table.dossierId} is null) = (${table.obstacles} <> '[]')`),
  ],
);
