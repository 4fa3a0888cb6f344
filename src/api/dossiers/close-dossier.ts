import { eq, sql } from 'drizzle-orm';
import type { Changes } from '../../db/changes.ts';
import type { Queries } from '../../db/client.ts';
import { grantSubject } from '../../db/queries/grants.ts';
import { dossiers } from '../../db/schema/index.ts';
import { type InvitationState, isWaiting } from '../../domain/invitation.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { changeInDossier, type Entered, enter } from './entered.ts';
import { isManager } from './is-manager.ts';
import { presentDossier } from './present-dossier.ts';

type Closing = Request<{ d: string }, undefined, undefined>;

/**
 * Closes a dossier (R16): everybody who has access reads on, nobody writes, gives or creates. Pending invitations end,
 * their access stays as it is; who was written to is told, and so are holder and co-holder.
 * @throws Problem `not_permitted` for who isn't its manager, `dossier_closed`
 */
export const closeDossier = (services: Services, request: Closing) =>
  turn(services, request, async ({ dossier, tx, changes }) => {
    if (dossier.closedAt) throw new Problem('dossier_closed');
    await endInvitations(tx, changes, dossier.id);
    return true;
  });

/** Opens a closed dossier again: the rights are as they were. @throws Problem `not_permitted`, `not_closed` */
export const reopenDossier = (services: Services, request: Closing) =>
  turn(services, request, async ({ dossier }) => {
    if (!dossier.closedAt) throw new Problem('not_closed');
    return false;
  });

const turn = (
  services: Services,
  { params, ifMatch, ...request }: Closing,
  work: (context: Entered & { tx: Queries; changes: Changes }) => Promise<boolean>,
) =>
  changeInDossier(
    services,
    request,
    params.d,
    async (context) => {
      const { dossier, tx, changes } = context;
      if (!isManager(context)) throw new Problem('not_permitted');
      const presented = presentDossier(context);
      await requireVersion(tx, ifMatch(), presented);
      const closes = await work(context);
      const { me, ...replaced } = presented;
      changes.replaced(replaced);
      changes.record(closes ? 'dossier_closed' : 'dossier_reopened', { kind: 'dossier', id: dossier.id });
      await tellCentral(tx, changes, dossier.id, closes ? 'dossier_closed' : 'dossier_reopened');
      const version = dossier.version + 1;
      const [row] = await tx.orm
        .update(dossiers)
        .set({ closedAt: closes ? sql`now()` : null, version })
        .where(eq(dossiers.id, dossier.id))
        .returning({ closedAt: dossiers.closedAt });
      return presentDossier(enter({ ...dossier, version, closedAt: row!.closedAt?.toISOString() ?? null }));
    },
    'change',
    'closed',
  );

type Pending = {
  id: string;
  personId: string | null;
  advisorId: string | null;
  memberId: null;
  email: string;
  state: InvitationState;
  cycle: number;
  version: number;
  written: boolean;
  linkWorks: boolean;
};

/** Ends what still invites: workflows are told, links die. The access itself stays pending (R13). */
async function endInvitations({ sql }: Queries, changes: Changes, dossierId: string): Promise<void> {
  const pending = await sql<Pending[]>`
    select g.id, g.person_id as "personId", g.advisor_id as "advisorId", null as "memberId", g.email, g.state, g.cycle,
      g.version, coalesce(g.expires_at > now(), false) as "linkWorks",
      exists (select from mails m where m.grant_id = g.id and m.cycle is not null and m.email = g.email
        and num_nonnulls(m.sent_at, m.claimed_until) > 0) as written
    from grants g where g.dossier_id = ${dossierId} and g.account_id is null and g.ended_at is null
    order by g.id for no key update`;
  for (const { id, version, state, cycle, email, written, linkWorks, ...party } of pending) {
    const waits = isWaiting(state);
    if (!waits && !linkWorks) continue;
    const ended = { id, version, nextReminderAt: null, expiresAt: null };
    changes.updateGrant(waits ? { ...ended, state: 'withdrawn' } : ended);
    changes.record('invitation_ended', grantSubject({ id, ...party }), { after: { reason: 'closed' } });
    if (waits) changes.owe({ kind: 'settle', grantId: id, cycle, outcome: 'withdrawn' });
    if (written && state !== 'declined') {
      changes.mail({ kind: 'invitation_ended', email, dossierId, grantId: id });
    }
  }
}

/** Holder and co-holder, where their access is open, are told. */
async function tellCentral(
  { sql }: Queries,
  changes: Changes,
  dossierId: string,
  kind: 'dossier_closed' | 'dossier_reopened',
): Promise<void> {
  const told = await sql<{ grantId: string; accountId: string; email: string }[]>`
    select g.id as "grantId", a.id as "accountId", a.email
    from persons p join grants g on g.person_id = p.id and g.ended_at is null join accounts a on a.id = g.account_id
    where p.dossier_id = ${dossierId} and p.central is not null and p.death_date is null
      and a.id is distinct from ${changes.cause.actorId}::uuid
    order by g.id`;
  for (const one of told) changes.mail({ kind, dossierId, ...one });
}
