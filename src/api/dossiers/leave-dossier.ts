import { Changes } from '../../db/changes.ts';
import { type Sql, StaleFacts, transaction } from '../../db/client.ts';
import type { Caller } from '../../db/queries/dossier-facts.ts';
import { inForce } from '../../db/queries/grants.ts';
import { type AskedLine, lockLines } from '../../db/queries/lock-lines.ts';
import { isOwn } from '../../domain/access.ts';
import { refusalToLeave } from '../../domain/leaving.ts';
import { endLine } from '../access-rights/carry-out.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { causeIn } from './entered.ts';

/**
 * Ends all access that the caller has in a dossier as an external party, in a closed one too; also what waits for the
 * code that confirms its number (R10). He and the manager get one e-mail each, whatever the number of his hats (R12).
 * @throws Problem `not_found`; `not_external` for the team; `access_irrevocable`, with nothing changed, for who has
 *   access as a central person, be it among other hats (R5)
 */
export async function leaveDossier(
  { db, starter }: Services,
  { params, ...request }: Request<{ d: string }, undefined, undefined>,
): Promise<void> {
  const { caller } = request;
  await transaction(db, async (tx) => {
    const locked = await lockLines(tx, caller, params.d, await ownLines(tx.sql, caller, params.d));
    if (!locked) throw new Problem('not_found');
    const { dossier } = locked;
    const refused = refusalToLeave(dossier);
    if (refused) throw new Problem(refused);
    const own = locked.lines.filter(({ line }) => isOwn({ actor: caller, grant: line.grant }));
    // A hat that was given while the others were waited for: it is his too by now.
    if (own.length !== dossier.hats.length) throw new StaleFacts();
    const changes = new Changes(causeIn(dossier, request));
    for (const { line } of own) endLine({ changes, dossier, line }, 'access_left');
    const { accountId, email } = caller;
    // Nothing is written about the dead: of several hats, it is about one of somebody living.
    const { line } = own.find((one) => !one.line.deceased) ?? own[0]!;
    const about = { dossierId: dossier.id, grantId: line.grant!.id };
    changes.mail({ kind: 'leaving_confirmed', accountId, email, ...about });
    const { manager } = dossier;
    const toManager = { accountId: manager.accountId, email: manager.email, data: { actorId: accountId } };
    changes.mail({ kind: 'left', ...toManager, ...about });
    await changes.write(tx);
  });
  starter.nudge();
}

/** The lines by which an account has access, or has it once its number is confirmed: the hats of `DossierFacts`. */
const ownLines = (sql: Sql, { accountId, email }: Caller, dossierId: string) => sql<AskedLine[]>`
  select case when g.person_id is null then 'advisor' else 'person' end as kind,
    coalesce(g.person_id, g.advisor_id) as id, null as email
  from grants g left join persons p on p.id = g.person_id
  where g.dossier_id = ${dossierId} and ${inForce(sql)}
    and (g.account_id = ${accountId} or g.account_id is null and g.email = ${email} and p.death_date is null)
  order by g.id`;
