import type { Assumptions, Inputs, Result } from '../../domain/simulation.ts';
import { enterSection } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { presentSummary, type SummaryRow, summaryColumns } from './simulation-rows.ts';

/** A simulation as it was stored, whatever has become of the inventory. @throws Problem `not_found` */
export async function openSimulation(
  services: Services,
  { caller, params }: Request<{ d: string; s: string }, undefined, undefined>,
) {
  await enterSection(services, { caller }, params.d, 'simulations');
  const { sql } = services.db;
  const [row] = await sql<(SummaryRow & { assumptions: Assumptions; inputs: Inputs; result: Result })[]>`
    select ${summaryColumns(sql)}, assumptions, inputs, result from simulations
    where id = ${params.s} and dossier_id = ${params.d} and removed_at is null`;
  if (!row) throw new Problem('not_found');
  return presentSummary(row);
}
