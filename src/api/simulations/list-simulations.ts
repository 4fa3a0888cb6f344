import { enterSection } from '../dossiers/entered.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { presentSummary, type SummaryRow, summaryColumns } from './simulation-rows.ts';

/** The simulations of a dossier, the newest first, without inputs and results. */
export async function listSimulations(
  services: Services,
  { caller, params }: Request<{ d: string }, undefined, undefined>,
) {
  await enterSection(services, { caller }, params.d, 'simulations');
  const { sql } = services.db;
  const rows = await sql<SummaryRow[]>`
    select ${summaryColumns(sql)} from simulations
    where dossier_id = ${params.d} and removed_at is null order by id desc`;
  return rows.map(presentSummary);
}
