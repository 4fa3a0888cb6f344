import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { PhoneChangeState } from '../../domain/phone-change.ts';
import { accounts } from './auth.ts';

const instant = () => timestamp({ withTimezone: true });

/**
 * A new number that somebody who lost his phone asks for (R15). One workflow each: `phone-change-<id>`.
 * Its links' tokens are kept as a hash: one by e-mail to the address, one by text message to the old number.
 */
export const phoneChanges = pgTable(
  'phone_changes',
  {
    id: uuid().primaryKey(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    oldPhone: text().notNull(),
    newPhone: text().notNull(),
    state: text().$type<PhoneChangeState>().notNull().default('asked'),
    addressHash: text().notNull().unique(),
    oldNumberHash: text().notNull().unique(),
    askedAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    provenAt: instant(),
    confirmedAt: instant(),
    confirmedBy: uuid().references(() => accounts.id),
    effectiveAt: instant(),
    /** When the old number's text message was taken by its provider. */
    warnedAt: instant(),
    endedAt: instant(),
    /** When the sweep last made sure that the workflow exists. */
    watchedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    check(
      'known_state',
      sql`${table.state} in ('asked', 'waiting', 'confirmed', 'done', 'refused', 'cancelled', 'expired', 'replaced')`,
    ),
    check(
      'live_until_it_ends',
      sql`(${table.state} in ('asked', 'waiting', 'confirmed')) = (${table.endedAt} is null)`,
    ),
    check('confirmed_by_another', sql`${table.confirmedBy} <> ${table.accountId}`),
    check(
      'confirmed_first',
      sql`${table.state} not in ('confirmed', 'done') or num_nulls(${table.provenAt}, ${table.confirmedAt}, ${table.confirmedBy}, ${table.effectiveAt}) = 0`,
    ),
    uniqueIndex('one_phone_change_an_account').on(table.accountId).where(sql`${table.endedAt} is null`),
    index().on(table.accountId),
    index('watched_phone_changes').on(table.watchedAt).where(sql`${table.endedAt} is null`),
  ],
);
