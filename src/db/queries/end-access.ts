import { isWaiting } from '../../domain/invitation.ts';
import { lastDay } from '../../domain/until.ts';
import { Changes } from '../changes.ts';
import type { Queries } from '../client.ts';
import { grantSubject, readGrant, tellManagers } from './grants.ts';

type Grant = Awaited<ReturnType<typeof readGrant>>;

/** A grant, locked after its person as a save locks them: the guard of an end locks the person too, but last. */
export async function lockWithPerson(tx: Queries, grantId: string): Promise<Grant> {
  await tx.sql`
    select from persons where id = (select person_id from grants where id = ${grantId}) for no key update`;
  return readGrant(tx, grantId);
}

/** What happens to an access by its date happens by itself: nobody is behind it. */
const byItself = ({ firmId, dossierId }: Grant) =>
  new Changes({ firmId, dossierId, actorId: null, origin: null });

/** The last day of a grant's access, ISO 8601; null: without end. */
export const untilOf = ({ endsAt }: Pick<Grant, 'endsAt'>) => lastDay(endsAt?.toISOString() ?? null);

/**
 * Tells the person and the dossier's manager that access has ended, or is about to: one e-mail each. A person hears
 * of it who has an account, or was written to, and lives.
 */
async function tellOfEnd(
  tx: Queries,
  changes: Changes,
  grant: Grant,
  what: 'access_ends_soon' | 'access_ended',
) {
  const { id: grantId, dossierId, accountId, email } = grant;
  const data = { until: untilOf(grant) };
  const [person] = await tx.sql<{ hears: boolean }[]>`
    select not exists (select from persons p where p.id = g.person_id and p.death_date is not null)
      and (g.account_id is not null or exists (select from mails m
        where m.grant_id = g.id and m.cycle is not null and m.email = g.email
          and num_nonnulls(m.sent_at, m.claimed_until) > 0)) as hears
    from grants g where g.id = ${grantId}`;
  if (person?.hears) changes.mail({ kind: what, accountId, email, dossierId, grantId, data });
  await tellManagers(tx, changes, `party_${what}`, [grant], data);
}

/** Tells beforehand of the end of an access, locked, once for each end that it is given. */
export async function warnOfEnd(tx: Queries, grant: Grant): Promise<void> {
  const changes = byItself(grant);
  changes.updateGrant({ id: grant.id, version: grant.version, warnsAt: null });
  await tellOfEnd(tx, changes, grant, 'access_ends_soon');
  await changes.write(tx);
}

/**
 * Ends an access, locked, whose last day has passed: as of that moment, whoever notices it when, so that it is told
 * from a withdrawal. With it ends the invitation, if it still waits.
 */
export async function endAccess(tx: Queries, grant: Grant): Promise<void> {
  const { id, version, cycle, right, state, endsAt } = grant;
  const changes = byItself(grant);
  changes.updateGrant({
    id,
    version,
    endsAt,
    endedAt: endsAt,
    nextReminderAt: null,
    expiresAt: null,
    warnsAt: null,
    ...(isWaiting(state) ? { state: 'withdrawn' } : {}),
  });
  changes.record('access_ended', grantSubject(grant), { before: { right, until: untilOf(grant) } });
  await tellOfEnd(tx, changes, grant, 'access_ended');
  if (isWaiting(state)) changes.owe({ kind: 'settle', grantId: id, cycle, outcome: 'withdrawn' });
  await changes.write(tx);
}

/** Ends what access of a dossier has passed its last day by the database's clock, and wasn't ended by its workflow. */
export async function endOverdue(tx: Queries, dossierId: string): Promise<void> {
  const overdue = await tx.sql<{ id: string }[]>`
    select id from grants where dossier_id = ${dossierId} and ended_at is null and ends_at <= statement_timestamp()
    order by id for no key update`;
  for (const { id } of overdue) await endAccess(tx, await readGrant(tx, id));
}
