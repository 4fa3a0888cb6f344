import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { InvitationState } from '../../domain/invitation.ts';
import type { AdvisorType, GrantedRight, Language } from '../../domain/words.ts';
import { accounts } from './auth.ts';
import { persons } from './family.ts';
import { dossiers, firms, members } from './firms.ts';

const instant = () => timestamp({ withTimezone: true });

/** An outsider registered in one dossier (R6). Removed advisors stay as rows, since the record speaks of them. */
export const advisors = pgTable(
  'advisors',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    firstName: text().notNull(),
    lastName: text().notNull(),
    email: text().notNull(),
    phone: text().notNull(),
    language: text().$type<Language>().notNull(),
    firmName: text(),
    type: text().$type<AdvisorType>().notNull(),
    typeText: text(),
    version: integer().notNull().default(1),
    removedAt: instant(),
  },
  (table) => [index().on(table.dossierId)],
);

/**
 * The period in which a person or an advisor holds a right in a dossier, from the save that gives it to its
 * withdrawal or its end; and, invited in the same way, in which a member belongs to the firm's team.
 * Pending until `accountId` is bound, open from then on. One invitation workflow each: `invitation-<id>`.
 */
export const grants = pgTable(
  'grants',
  {
    id: uuid().primaryKey(),
    firmId: uuid()
      .notNull()
      .references(() => firms.id),
    dossierId: uuid().references(() => dossiers.id),
    personId: uuid().references(() => persons.id),
    advisorId: uuid().references(() => advisors.id),
    memberId: uuid().references(() => members.id),
    /** Null in the team's grants. */
    right: text().$type<GrantedRight>(),
    email: text().notNull(),
    phone: text().notNull(),
    /**
     * What whoever gives the access says to the invitee, in the first e-mail of each cycle: plain text. It stands here
     * alone, beside the contact data, where an erasure can empty it.
     */
    message: text(),
    accountId: uuid().references(() => accounts.id),
    /** The account that gave it; null where the firm itself did (its first admin). */
    givenBy: uuid().references(() => accounts.id),
    givenAt: instant().notNull(),
    openedAt: instant(),
    endedAt: instant(),
    /**
     * When the access ends by itself, with the last day it was given until; null: without end, as a central person's
     * always is. From then on it is no access, also while `endedAt` hasn't been written yet.
     */
    endsAt: instant(),
    /** When the end is told beforehand; null: it was, or the day was set with fewer than 7 days left. */
    warnsAt: instant(),
    /** Grows with each save; a statement that writes names the one it read. */
    version: integer().notNull().default(1),
    /** The invitation's cycle (R13): a new one kills the links of the one before. */
    cycle: integer().notNull().default(1),
    state: text().$type<InvitationState>().notNull(),
    /** The dates of the invitation follow the workflow's clock. */
    sentAt: instant(),
    remindersSent: integer().notNull().default(0),
    nextReminderAt: instant(),
    expiresAt: instant(),
    /** When the sweep last made sure that the workflows exist, of a waiting grant and of one with an end. */
    watchedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    check('one_party', sql`num_nonnulls(${table.personId}, ${table.advisorId}, ${table.memberId}) = 1`),
    check(
      'right_in_a_dossier',
      sql`(${table.memberId} is null) = (${table.dossierId} is not null and ${table.right} is not null)`,
    ),
    check('known_right', sql`${table.right} in ('read_only', 'read_write')`),
    check('short_message', sql`char_length(${table.message}) <= 1000`),
    check('team_without_end', sql`${table.memberId} is null or ${table.endsAt} is null`),
    check('open_is_bound', sql`(${table.accountId} is null) = (${table.openedAt} is null)`),
    uniqueIndex('one_grant_a_person').on(table.personId).where(sql`${table.endedAt} is null`),
    uniqueIndex('one_grant_an_advisor').on(table.advisorId).where(sql`${table.endedAt} is null`),
    uniqueIndex('one_grant_a_member').on(table.memberId).where(sql`${table.endedAt} is null`),
    uniqueIndex('one_person_an_address')
      .on(table.dossierId, table.email)
      .where(sql`${table.endedAt} is null and ${table.personId} is not null`),
    uniqueIndex('one_advisor_an_address')
      .on(table.dossierId, table.email)
      .where(sql`${table.endedAt} is null and ${table.advisorId} is not null`),
    uniqueIndex('one_member_an_address')
      .on(table.email)
      .where(sql`${table.endedAt} is null and ${table.memberId} is not null`),
    index().on(table.personId),
    index().on(table.advisorId),
    index().on(table.email),
    index().on(table.accountId),
    index().on(table.dossierId),
    index('watched')
      .on(table.watchedAt)
      .where(
        sql`${table.endedAt} is null and (${table.endsAt} is not null or ${table.state} in ('queued', 'inviting', 'waiting_first_reminder', 'waiting_second_reminder'))`,
      ),
  ],
);

/** A dossier manager's look at the dossier as somebody who has access there; good until `expiresAt`, or its end before. */
export const views = pgTable(
  'views',
  {
    id: uuid().primaryKey(),
    dossierId: uuid()
      .notNull()
      .references(() => dossiers.id),
    /** Whose view it is. */
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    personId: uuid().references(() => persons.id),
    advisorId: uuid().references(() => advisors.id),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    check('one_viewed', sql`num_nonnulls(${table.personId}, ${table.advisorId}) = 1`),
    index().on(table.dossierId),
  ],
);

/** Codes sent as text messages to a number typed in a grant, or asked for by who lost his, stored as a hash. */
export const codes = pgTable('codes', {
  /** The grant, or the change of number. */
  subjectId: uuid().primaryKey(),
  phone: text().notNull(),
  hash: text().notNull(),
  tries: integer().notNull().default(0),
  expiresAt: instant().notNull(),
});
