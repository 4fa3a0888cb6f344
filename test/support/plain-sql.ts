import { expect } from 'vitest';
import { connect, sqlState } from '../../src/db/client.ts';
import type { TestDatabase } from './database.ts';
import type { Rows } from './rows.ts';

/** One try: what it is called, the SQLSTATE that refuses it, and the SQL. */
export type Attempt = [title: string, state: string, sql: (rows: Rows) => string];

/** The SQLSTATEs that the guards refuse with, and PostgreSQL itself. */
export const irrevocable = 'DA005';
export const advisorHasAccess = 'DA006';
export const personHasAccess = 'DA018';
export const notAllowed = '42501';
export const check = '23514';

const tables = ['grants', 'persons', 'dossiers', 'advisors', 'members', 'accounts'];

/** Every row that says who has which access, and what the triggers and constraints are. */
export async function everything({ owner }: TestDatabase) {
  const rows = tables.map((table) => owner`select * from ${owner(table)} order by id`);
  const guards = owner`
    select tgname, tgenabled, tgrelid::regclass::text from pg_trigger where not tgisinternal order by 3, 1`;
  const functions = owner`
    select proname, prosrc, proconfig from pg_proc where pronamespace = 'public'::regnamespace order by 1`;
  return (await Promise.all([...rows, guards, functions])).map((found) => [...found]);
}

/** Runs SQL as the application's role, on a connection of its own. @returns its SQLSTATE, if it failed */
export async function attempt(database: TestDatabase, text: string): Promise<string | undefined> {
  const db = connect(database.url, { max: 1 });
  try {
    await db.sql.unsafe(text);
    return undefined;
  } catch (error) {
    return sqlState(error) ?? String(error);
  } finally {
    await db.close();
  }
}

/** Nothing comes of it: refused with that SQLSTATE, and not a row or guard changed. */
export async function expectRefused(database: TestDatabase, text: string, state: string) {
  const before = await everything(database);
  expect(await attempt(database, text)).toBe(state);
  expect(await everything(database)).toEqual(before);
}
