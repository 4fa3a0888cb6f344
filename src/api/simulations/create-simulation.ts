import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import { engine } from '../../domain/simulation.ts';
import { changeInDossier, requireLevel } from '../dossiers/entered.ts';
import { isRepetition, once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { type Projected, projectInventory } from './project-inventory.ts';
import type { CreateSimulation } from './schema.ts';
import { presentSummary, type SummaryRow, summaryColumns } from './simulation-rows.ts';

/** How many simulations one dossier holds. */
const mostInDossier = 100;

/**
 * Projects the inventory as it stands, and keeps assumptions, inputs and result. It is calculated before the
 * transaction that writes it.
 * @throws Problem `advisor_creates_nothing` (R7), `too_many`, `invalid` for impossible assumptions
 */
export async function createSimulation(
  services: Services,
  request: Request<{ d: string }, undefined, z.output<typeof CreateSimulation>>,
) {
  const dossierId = request.params.d;
  const project = () => projectInventory(services, request);
  const projected = (await isRepetition(services.db, request)) ? undefined : await project();
  return changeInDossier(
    services,
    request,
    dossierId,
    async (context) => {
      requireLevel(context, 'simulations', 'create');
      return once(context.tx, request, async () =>
        insertSimulation(context.tx, dossierId, request.caller.accountId, projected ?? (await project())),
      );
    },
    // Of two at once the second counts what the first added.
    'change',
  );
}

/** Keeps a projection. @throws Problem `too_many` */
export async function insertSimulation(
  { sql }: Queries,
  dossierId: string,
  createdBy: string,
  projected: Projected,
) {
  const { name, assumptions, inputs, result, at } = projected;
  const [created] = await sql<SummaryRow[]>`
    insert into simulations (id, dossier_id, name, assumptions, inputs, result, engine, created_by, created_at)
    select ${uuidv7()}, ${dossierId}, ${name}, ${JSON.stringify(assumptions)}::jsonb,
      ${JSON.stringify(inputs)}::jsonb, ${result}::jsonb, ${engine}, ${createdBy}, ${at}::timestamptz
    where (select count(*) from simulations where dossier_id = ${dossierId} and removed_at is null) < ${mostInDossier}
    returning ${summaryColumns(sql)}`;
  if (!created) throw new Problem('too_many');
  return presentSummary(created);
}
