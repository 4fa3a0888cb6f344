import type { Sql } from '../client.ts';

/** The day that it is in Brussels and Paris, by the database's clock: no day after it has come. ISO 8601. */
export async function today(sql: Sql): Promise<string> {
  const [row] = await sql<
    { day: string }[]
  >`select (now() at time zone 'Europe/Brussels')::date::text as day`;
  return row!.day;
}
