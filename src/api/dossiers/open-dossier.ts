import { Changes } from '../../db/changes.ts';
import { transaction } from '../../db/client.ts';
import { type Caller, readDossier } from '../../db/queries/dossier-facts.ts';
import { grantSubject, inForce, readGrant } from '../../db/queries/grants.ts';
import type { Language } from '../../domain/words.ts';
import { checkCode, forgetCode, sendCode } from '../codes.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { enter } from './entered.ts';

type Awaiting = {
  id: string;
  firmId: string;
  dossierId: string;
  personId: string | null;
  advisorId: string | null;
  memberId: null;
  phone: string;
  language: Language;
};

/** The caller's accesses in a dossier that wait for the code (R10), oldest first. */
async function awaiting({ db }: Services, caller: Caller, dossierId: string): Promise<Awaiting> {
  const [grant] = await db.sql<Awaiting[]>`
    select g.id, g.firm_id as "firmId", g.dossier_id as "dossierId", g.person_id as "personId", g.advisor_id as "advisorId",
      null as "memberId", g.phone, a.language
    from grants g join accounts a on a.id = ${caller.accountId} and a.email = g.email
    where g.dossier_id = ${dossierId} and g.account_id is null and ${inForce(db.sql)}
      and not exists (select from persons p where p.id = g.person_id and p.death_date is not null)
    order by g.id`;
  if (grant) return grant;
  enter(await readDossier(db.sql, caller, dossierId));
  throw new Problem('already_open');
}

/** Sends the code that confirms the number typed for the caller's access. */
export async function sendOpeningCode(
  services: Services,
  { caller, params }: Request<{ d: string }, undefined, undefined>,
) {
  const grant = await awaiting(services, caller, params.d);
  await sendCode(services, grant);
}

/** Opens the caller's access with that code: the grant is bound to his account, whose own number stays (R10, R11). */
export async function openDossier(
  services: Services,
  { caller, params, body, origin }: Request<{ d: string }, undefined, { code: string }>,
) {
  const grant = await awaiting(services, caller, params.d);
  const { code } = body.get();
  await checkCode(services, grant, code);
  await transaction(services.db, async (tx) => {
    const changes = new Changes({
      firmId: grant.firmId,
      dossierId: grant.dossierId,
      actorId: caller.accountId,
      origin,
    });
    const { version, email, phone, accountId, endedAt } = await readGrant(tx, grant.id);
    const corrected = email !== caller.email || phone !== grant.phone;
    if (accountId || endedAt || corrected) throw new Problem('bad_code');
    changes.updateGrant({ id: grant.id, version, accountId: caller.accountId, openedAt: new Date() });
    changes.record('access_opened', grantSubject(grant));
    await forgetCode(tx, grant.id);
    await changes.write(tx);
  });
}
