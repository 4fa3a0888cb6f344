import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { handOver } from '../../commands/hand-over.ts';
import type { Queries } from '../../db/client.ts';
import type { Recipient } from '../../db/queries/dossier-facts.ts';
import { dossiers } from '../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { endViews } from '../views/end-view.ts';
import { changeInDossier, enter } from './entered.ts';
import { isManager } from './is-manager.ts';
import { presentDossier } from './present-dossier.ts';
import type { ChangeDossier } from './schema.ts';

type Change = z.output<typeof ChangeDossier>;

/**
 * Renames a dossier, or hands it to another manager (R1): both are told, and the former stays a listed member. A closed
 * one is handed over too, since nobody leaves the firm before he has.
 */
export const changeDossier = (
  services: Services,
  { params, body, ifMatch, ...request }: Request<{ d: string }, undefined, Change>,
) =>
  changeInDossier(
    services,
    request,
    params.d,
    async (context) => {
      const { dossier, tx, changes } = context;
      const mayRename = isManager(context);
      const mayHandOver = mayRename || dossier.member?.role === 'admin';
      if (!mayHandOver) throw new Problem('not_permitted');
      const { name, managerId } = body.get();
      if (name !== undefined && !mayRename) throw new Problem('not_permitted');
      if (name !== undefined && dossier.closedAt) throw new Problem('dossier_closed');
      const presented = presentDossier(context);
      await requireVersion(tx, ifMatch(), presented);

      const { me, ...replaced } = presented;
      changes.replaced(replaced);
      const subject = { kind: 'dossier', id: dossier.id };
      const changed = { ...dossier, version: dossier.version + 1, name: name ?? dossier.name };
      if (name !== undefined && name !== dossier.name) {
        changes.record('dossier_renamed', subject, { details: { before: dossier.name, after: name } });
      }
      if (managerId !== undefined && managerId !== dossier.managerId) {
        const next = await readCandidate(tx, dossier.firmId, managerId);
        if (!next) throw new Problem('not_a_manager');
        const former = dossier.manager;
        await handOver(tx, changes, { dossierId: dossier.id, from: former.memberId, to: managerId });
        await endViews(tx, dossier.id);
        const about = {
          dossierId: dossier.id,
          data: { actorId: request.caller.accountId, memberId: managerId },
        };
        changes.mail({ kind: 'manager_received', accountId: next.accountId, email: next.email, ...about });
        changes.mail({
          kind: 'manager_handed_over',
          accountId: former.accountId,
          email: former.email,
          ...about,
        });
        const member =
          dossier.member?.id === former.memberId ? { ...dossier.member, listed: true } : dossier.member;
        Object.assign(changed, { managerId, manager: { ...next, memberId: managerId }, member });
      }
      await tx.orm
        .update(dossiers)
        .set({ name: changed.name, version: changed.version })
        .where(eq(dossiers.id, dossier.id));
      return presentDossier(enter(changed));
    },
    'change',
    'closed',
  );

/** A member of the firm, with an account, who may manage dossiers; he stays one until the transaction ends. */
async function readCandidate({ sql }: Queries, firmId: string, memberId: string) {
  const [member] = await sql<(Recipient & { name: string })[]>`
    select a.id as "accountId", a.email, a.language, m.first_name || ' ' || m.last_name as name
    from members m join grants g on g.member_id = m.id and g.ended_at is null join accounts a on a.id = g.account_id
    where m.id = ${memberId} and m.firm_id = ${firmId} and m.role in ('manager', 'admin') and m.left_at is null
    for share of m`;
  return member;
}
