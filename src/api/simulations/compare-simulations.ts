import type { z } from 'zod';
import { compareResults, differingAssumptions } from '../../domain/comparison.ts';
import type { Assumptions, Result } from '../../domain/simulation.ts';
import { enterSection } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import { Id, type Request } from '../route.ts';
import type { Services } from '../services.ts';
import type { ComparisonQuery } from './schema.ts';
import { presentSummary, type SummaryRow, summaryColumns } from './simulation-rows.ts';

/**
 * Two simulations of one dossier, year by year and person by person, and the assumptions that differ.
 * @throws Problem `not_found`; `invalid` where `with` names no simulation of the dossier
 */
export async function compareSimulations(
  services: Services,
  { caller, params, query }: Request<{ d: string; s: string }, z.output<typeof ComparisonQuery>, undefined>,
) {
  await enterSection(services, { caller }, params.d, 'simulations');
  const { sql } = services.db;
  const other = Id.safeParse(query.with).data ?? null;
  const rows = await sql<(SummaryRow & { sameInputs: boolean; assumptions: Assumptions; result: Result })[]>`
    select ${summaryColumns(sql)}, assumptions, result,
      inputs - 'startYear' = (select inputs - 'startYear' from simulations where id = ${params.s}) as "sameInputs"
    from simulations
    where id in (${params.s}, ${other}) and dossier_id = ${params.d} and removed_at is null`;
  const [first, second] = [params.s, other].map((id) => rows.find((row) => row.id === id));
  if (!first) throw new Problem('not_found');
  if (!second) throw new Problem('invalid', { errors: [noSimulation(query.with)] });
  return {
    simulation: presentSummary(first),
    with: presentSummary(second),
    sameInputs: second.sameInputs,
    assumptions: differingAssumptions(first.assumptions, second.assumptions),
    years: compareResults(first.result, second.result),
  };
}

const noSimulation = (named: string | undefined) =>
  named === undefined
    ? { field: 'with', code: 'required', message: 'Name the other simulation.' }
    : { field: 'with', code: 'no_simulation', message: 'Not a simulation of this dossier.' };
