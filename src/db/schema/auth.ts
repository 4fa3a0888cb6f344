import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '../../domain/words.ts';

const id = () => uuid().primaryKey().default(sql`uuidv7()`);
const instant = () => timestamp({ withTimezone: true });
const made = () => instant().notNull().defaultNow();

/** Who can sign in. The authentication library's `user`; the address is lower-case, the number E.164. */
export const accounts = pgTable('accounts', {
  id: id(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  phone: text().notNull(),
  language: text().$type<Language>().notNull(),
  twoFactorEnabled: boolean().notNull().default(false),
  /** Whether a code by text message signs in: it may be given up for an authenticator app (R15). */
  textMessages: boolean().notNull().default(true),
  createdAt: made(),
  updatedAt: made(),
});

const accountId = () =>
  uuid()
    .notNull()
    .references(() => accounts.id);

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: accountId(),
    token: text().notNull().unique(),
    expiresAt: instant().notNull(),
    ipAddress: text(),
    userAgent: text(),
    createdAt: made(),
    updatedAt: made(),
  },
  (table) => [index().on(table.userId)],
);

/** The authentication library's `account`: here always a password. */
export const credentials = pgTable(
  'credentials',
  {
    id: id(),
    userId: accountId(),
    accountId: text().notNull(),
    providerId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: text(),
    password: text(),
    createdAt: made(),
    updatedAt: made(),
  },
  (table) => [index().on(table.userId)],
);

export const verifications = pgTable(
  'verifications',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: instant().notNull(),
    createdAt: made(),
    updatedAt: made(),
  },
  (table) => [index().on(table.identifier)],
);

export const twoFactors = pgTable(
  'two_factors',
  {
    id: id(),
    userId: accountId(),
    secret: text().notNull(),
    backupCodes: text().notNull(),
    verified: boolean().notNull().default(true),
    failedVerificationCount: integer().notNull().default(0),
    lockedUntil: instant(),
    /** The time step (30 seconds) of the last code taken from the authenticator app: none is taken twice. */
    lastStep: integer(),
  },
  (table) => [index().on(table.userId)],
);
