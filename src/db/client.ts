import type { PgDatabase } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema/index.ts';

/** The role that owns no table: what it may do is in the migration `guards`. */
export const appRole = 'dossier_access_app';

type Orm = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;
/** Tagged templates of the driver: prepared once a connection, one round trip each. */
export type Sql = postgres.Sql | postgres.TransactionSql;

/** Both ways to the same connection: `orm` for everyday statements, `sql` for those written by hand. */
export type Queries = { sql: Sql; orm: Orm };
export type Database = Queries & { close(): Promise<void> };

/** Opens a pool of at most `max` connections to a PostgreSQL URL, lazily, under the application's role. */
export function connect(url: string, options: { max?: number; role?: string } = {}): Database {
  const client = postgres(url, {
    max: options.max ?? 10,
    connection: { role: options.role ?? appRole, application_name: 'dossier-access' },
    connect_timeout: 5,
    onnotice: () => {},
  });
  const orm = drizzle(client, { schema, casing: 'snake_case' });
  return { sql: client, orm, close: () => client.end({ timeout: 5 }) };
}

/** The facts a decision stood on have changed: the transaction is to be run again. */
export class StaleFacts extends Error {}

const attempts = 5;

/**
 * Runs `work` in one transaction; again, from its first statement, when another transaction changed what it
 * had read, or took the same place in a unique index. `work` has to be free of effects outside the database.
 * @throws what `work` throws, after at most 5 runs.
 */
export async function transaction<T>(db: Database, work: (tx: Queries) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.orm.transaction((orm) => work({ orm, sql: clientOf(orm) }));
    } catch (error) {
      if (attempt === attempts || !isRace(error)) throw error;
    }
  }
}

/** Runs reads on one snapshot: all of them see the database as it was at the first. */
export const snapshot = <T>(db: Database, read: (tx: Queries) => Promise<T>): Promise<T> =>
  db.orm.transaction((orm) => read({ orm, sql: clientOf(orm) }), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  });

const clientOf = (orm: Orm) => (orm._.session as unknown as { client: postgres.TransactionSql }).client;

const raceStates = ['23505', '40001', '40P01'];

const isRace = (error: unknown) => error instanceof StaleFacts || raceStates.includes(sqlState(error) ?? '');

/** The SQLSTATE of a database error, also inside the ORM's wrapping; undefined for other errors. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (e instanceof postgres.PostgresError) return e.code;
  }
  return undefined;
}

const awayStates = ['57P01', '57P02', '57P03', '53300'];
const awayCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'ENOENT',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
];

/** Whether an error says that the database can't be reached at present. */
export function isDatabaseAway(error: unknown): boolean {
  if (awayStates.includes(sqlState(error) ?? '')) return true;
  for (let e = error; e instanceof Error; e = e.cause) {
    if (awayCodes.includes((e as NodeJS.ErrnoException).code ?? '')) return true;
  }
  return false;
}
