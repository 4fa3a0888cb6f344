import type { Queries, Sql } from '../../db/client.ts';
import { isoInstant } from '../fields.ts';
import { Problem } from '../problem.ts';

/** A simulation without what makes it large. */
export type SummaryRow = {
  id: string;
  name: string;
  version: number;
  createdAt: string;
  startYear: number;
  horizon: number;
  engine: string;
};

/** The columns of `SummaryRow`, from `simulations`. */
export const summaryColumns = (sql: Sql) => sql`
  id, name, version, created_at as "createdAt", engine, (assumptions->>'horizon')::int as horizon,
  extract(year from created_at at time zone 'UTC')::int as "startYear"`;

export const presentSummary = <T extends { createdAt: string }>(row: T): T => ({
  ...row,
  createdAt: isoInstant(row.createdAt)!,
});

/** Locks a simulation of a dossier. @returns it as lists show it @throws Problem `not_found` */
export async function lockSimulation({ sql }: Queries, { d, s }: { d: string; s: string }) {
  const [row] = await sql<SummaryRow[]>`
    select ${summaryColumns(sql)} from simulations
    where id = ${s} and dossier_id = ${d} and removed_at is null for no key update`;
  if (!row) throw new Problem('not_found');
  return presentSummary(row);
}
