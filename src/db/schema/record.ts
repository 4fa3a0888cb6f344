import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Outcome } from '../../domain/invitation.ts';
import type { EmailKind } from '../../domain/mail.ts';
import type { RecordAction } from '../../domain/record.ts';
import type { PartyKind } from '../../domain/words.ts';
import { grants } from './access.ts';
import { accounts } from './auth.ts';
import { dossiers, firms } from './firms.ts';
import { onboardings } from './onboardings.ts';

const instant = () => timestamp({ withTimezone: true });

/** R16: append-only; who, when, what before and after. Ids and codes alone. */
export const records = pgTable(
  'records',
  {
    id: uuid().primaryKey(),
    at: instant().notNull().defaultNow(),
    /** Null for what concerns an account alone. */
    firmId: uuid(),
    dossierId: uuid(),
    /** The account that acted; null: the system. */
    actorId: uuid(),
    action: text().$type<RecordAction>().notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    grantId: uuid(),
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
  },
  (table) => [index().on(table.dossierId, table.id), index().on(table.grantId, table.action)],
);

/** Beside the record, where an erasure can empty it: addresses, numbers, and where a call came from. */
export const recordDetails = pgTable('record_details', {
  recordId: uuid()
    .primaryKey()
    .references(() => records.id),
  details: jsonb().$type<Record<string, unknown>>().notNull(),
});

/** What an editable thing was before each change: a stale save is told what has changed since. */
export const revisions = pgTable(
  'revisions',
  {
    subjectId: uuid().notNull(),
    /** The version that the change replaced. */
    version: integer().notNull(),
    at: instant().notNull().defaultNow(),
    /** Field by field, as the API shows it. */
    content: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.subjectId, table.version] })],
);

/** Every e-mail that is meant to leave, once: its id is in its Message-ID. */
export const mails = pgTable(
  'mails',
  {
    id: uuid().primaryKey(),
    kind: text().$type<EmailKind>().notNull(),
    firmId: uuid().references(() => firms.id),
    dossierId: uuid().references(() => dossiers.id),
    grantId: uuid().references(() => grants.id),
    /** The invitation's cycle and step (0 invitation, 1 and 2 reminders); the step is null in a resent one. */
    cycle: integer(),
    step: integer(),
    /** Whose account it goes to; null: to an address typed in a grant. */
    accountId: uuid().references(() => accounts.id),
    email: text().notNull(),
    /** Codes and ids that the text needs as they were at the time. */
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** SHA-256 of the link's token, in mails that invite. */
    tokenHash: text().unique(),
    createdAt: instant().notNull().defaultNow(),
    claimedUntil: instant(),
    attempts: integer().notNull().default(0),
    sentAt: instant(),
    refusedAt: instant(),
    cancelledAt: instant(),
    lastError: text(),
  },
  (table) => [
    uniqueIndex('one_mail_a_step').on(table.grantId, table.cycle, table.step),
    index().on(table.dossierId, table.email, table.createdAt),
  ],
);

/** What a committed transaction made necessary in Temporal, until it is done. */
export const owed = pgTable(
  'owed',
  {
    id: uuid().primaryKey(),
    task: jsonb().$type<OwedTask>().notNull(),
    attempts: integer().notNull().default(0),
    dueAt: instant().notNull().defaultNow(),
    /** Since when it is owed: for what is spread over time, its turn, which may be to come. */
    createdAt: instant().notNull().defaultNow(),
    /** The onboarding that spreads it over time. */
    onboardingId: uuid().references(() => onboardings.id),
  },
  (table) => [
    index().on(table.dueAt),
    index().on(table.onboardingId),
    index('owed_grant').on(sql`(${table.task}->>'grantId')`),
  ],
);

/** Ids, kinds and dates alone: this goes to Temporal. */
export type OwedTask =
  | {
      kind: 'invite';
      grantId: string;
      cycle: number;
      partyKind: PartyKind;
      dossierId: string | null;
    }
  | { kind: 'settle'; grantId: string; cycle: number; outcome: Outcome }
  /** `changed`: the end was moved or removed, or the access withdrawn; else only that the workflow has to exist. */
  | { kind: 'expiry'; grantId: string; dossierId: string; changed: boolean }
  | { kind: 'mail'; mailId: string; mailKind: EmailKind; dossierId: string | null }
  | { kind: 'report'; reportId: string; dossierId: string }
  | { kind: 'onboarding'; onboardingId: string }
  | { kind: 'phone_change'; changeId: string };

export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    accountId: uuid().notNull(),
    path: text().notNull(),
    key: text().notNull(),
    bodyHash: text().notNull(),
    answer: jsonb(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.path, table.key] })],
);

/** How often something was done in a window that ends at `resetsAt`, by the database's clock. */
export const limits = pgTable('limits', {
  key: text().primaryKey(),
  points: integer().notNull(),
  resetsAt: instant().notNull(),
});
