import type { Changes } from '../../db/changes.ts';
import type { Queries } from '../../db/client.ts';
import { grantSubject, inForce, tellManagers } from '../../db/queries/grants.ts';
import { type InvitationState, isWaiting, type Outcome } from '../../domain/invitation.ts';
import { Problem } from '../problem.ts';

type Pending = {
  id: string;
  firmId: string;
  dossierId: string | null;
  personId: string | null;
  advisorId: string | null;
  memberId: string | null;
  phone: string;
  state: InvitationState;
  cycle: number;
  version: number;
  email: string;
  written: boolean;
};

/** The pending grants of an address, locked; a dead person's opens no more (R18). */
const pendingOf = ({ sql }: Queries, email: string) => sql<Pending[]>`
  select g.id, g.firm_id as "firmId", g.dossier_id as "dossierId", g.person_id as "personId", g.advisor_id as "advisorId",
    g.member_id as "memberId", g.phone, g.state, g.cycle, g.version, g.email,
    exists (select from mails m where m.grant_id = g.id and m.cycle = g.cycle and num_nonnulls(m.sent_at, m.claimed_until) > 0) as written
  from grants g where g.email = ${email} and g.account_id is null and ${inForce(sql)}
    and not exists (select from persons p where p.id = g.person_id and p.death_date is not null)
  order by g.id for no key update`;

/**
 * What a new account does to every pending grant of its address (R9 to R11): the one whose link made it opens, and
 * those with the same number; where the number differs, a notice says how to open it. A team is joined signed in.
 * An invitation that nobody wrote to yet goes on: its claim will find the account, and send the notice.
 * @throws Problem `not_found` when the accepted grant is no longer that address's
 */
export async function bindPending(
  tx: Queries,
  changes: Changes,
  account: { id: string; email: string; phone: string },
  acceptedId: string,
): Promise<void> {
  const pending = await pendingOf(tx, account.email);
  // Its address was corrected while the account was being made: the link died with that.
  if (!pending.some((grant) => grant.id === acceptedId)) throw new Problem('not_found');
  const accepted: Pending[] = [];
  for (const grant of pending) {
    const { id, version, dossierId, cycle, email } = grant;
    const isAccepted = id === acceptedId;
    const binds = isAccepted || (!grant.memberId && grant.phone === account.phone);
    const outcome: Outcome | null = isAccepted || grant.written ? (binds ? 'accepted' : 'notified') : null;
    changes.updateGrant({
      id,
      version,
      ...(binds ? { accountId: account.id, openedAt: new Date() } : {}),
      ...(outcome && (binds || isWaiting(grant.state)) ? { state: outcome, nextReminderAt: null } : {}),
      ...(binds ? { expiresAt: null } : {}),
    });
    if (binds) changes.record('access_opened', { ...grantSubject(grant), dossierId, firmId: grant.firmId });
    if (binds && outcome) accepted.push(grant);
    if (outcome && isWaiting(grant.state)) changes.owe({ kind: 'settle', grantId: id, cycle, outcome });
    if (outcome === 'notified' && isWaiting(grant.state) && !grant.memberId) {
      changes.mail({ kind: 'new_access', email, firmId: grant.firmId, dossierId, grantId: id, cycle });
    }
  }
  await tellManagers(tx, changes, 'accepted', accepted);
}
