import { Changes } from '../../db/changes.ts';
import { type Queries, transaction } from '../../db/client.ts';
import { grantSubject, tellManagers } from '../../db/queries/grants.ts';
import { type InvitationState, isWaiting, linkValidity } from '../../domain/invitation.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { findInvitation } from './find-invitation.ts';

/** Declines an invitation (R13): no reminder follows, the manager is told, the right stays; the link still works. */
export async function declineInvitation(
  { db, starter }: Services,
  { params, origin }: Request<{ token: string }, undefined, undefined>,
): Promise<undefined> {
  await transaction(db, async (tx) => {
    const grant = await findInvitation(tx.sql, params.token);
    if (grant.state === 'declined') return;
    const { firmId, dossierId } = grant;
    const changes = new Changes({ firmId, dossierId, actorId: null, origin });
    await declineGrant(tx, changes, grant);
    await changes.write(tx);
  });
  starter.nudge();
  return undefined;
}

type Declined = Parameters<typeof grantSubject>[0] & {
  firmId: string;
  dossierId: string | null;
  version: number;
  cycle: number;
  state: InvitationState;
  sentAt: Date | string | null;
};

/** Gathers what declining changes: the link works on, for as long as after any e-mail. */
export async function declineGrant(tx: Queries, changes: Changes, grant: Declined): Promise<void> {
  const { id, version, cycle } = grant;
  const lastSent = grant.sentAt ? new Date(grant.sentAt) : new Date();
  const expiresAt = new Date(lastSent.getTime() + linkValidity);
  changes.updateGrant({ id, version, state: 'declined', nextReminderAt: null, expiresAt });
  changes.record('invitation_declined', grantSubject(grant));
  if (isWaiting(grant.state)) changes.owe({ kind: 'settle', grantId: id, cycle, outcome: 'declined' });
  await tellManagers(tx, changes, 'declined', [grant]);
}
