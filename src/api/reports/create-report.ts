import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import { readReport } from '../../db/queries/reports.ts';
import { mayListRights } from '../../domain/access.ts';
import { changeInSection } from '../dossiers/entered.ts';
import { once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import type { CreateReport } from './schema.ts';
import { presentReport } from './seen.ts';

/** How many reports a dossier holds. */
const most = 100;

/**
 * Asks for a report: it is drawn after the answer, and its state and progress can be read meanwhile.
 * @throws Problem `advisor_creates_nothing` (R7), `not_permitted` also for who may not list the rights and asks for
 * them (R17), `too_many`
 */
export const createReport = (
  services: Services,
  { params, body, ...request }: Request<{ d: string }, undefined, z.output<typeof CreateReport>>,
) =>
  changeInSection(services, request, params.d, 'reports', async ({ tx, changes, capabilities }) => {
    if (body.field('withAccess') === true && !mayListRights(capabilities)) throw new Problem('not_permitted');
    return once(tx, request, async () => {
      const { language, simulationId = null, withAccess = false } = body.get();
      const id = uuidv7();
      await requireSimulation(tx, params.d, simulationId);
      await requireRoom(tx, params.d);
      await tx.sql`
        insert into reports (id, dossier_id, language, simulation_id, with_access, created_by)
        select ${id}, ${params.d}, coalesce(${language ?? null}, a.language), ${simulationId}, ${withAccess}, a.id
        from accounts a where a.id = ${request.caller.accountId}`;
      changes.owe({ kind: 'report', reportId: id, dossierId: params.d });
      return presentReport((await readReport(tx.sql, id))!);
    });
  });

/** @throws Problem `invalid` where it is none of this dossier's, or removed */
async function requireSimulation({ sql }: Queries, dossierId: string, simulationId: string | null) {
  if (!simulationId) return;
  const [simulation] = await sql`
    select from simulations where id = ${simulationId} and dossier_id = ${dossierId} and removed_at is null
    for share`;
  if (simulation) return;
  throw new Problem('invalid', {
    errors: [{ field: 'simulationId', code: 'not_in_dossier', message: 'Not a simulation of this dossier.' }],
  });
}

/** One addition at a time, so that two at once don't both take the last place. @throws Problem `too_many` */
async function requireRoom({ sql }: Queries, dossierId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reports ${dossierId}`}, 0))`;
  const [held] = await sql<{ count: number }[]>`
    select count(*)::int as count from reports where dossier_id = ${dossierId}`;
  if (held!.count >= most) throw new Problem('too_many');
}
