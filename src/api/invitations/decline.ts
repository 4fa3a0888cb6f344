import { Changes } from '../../db/changes.ts';
import { transaction } from '../../db/client.ts';
import { grantSubject, tellManagers } from '../../db/queries/grants.ts';
import { isWaiting, linkValidity } from '../../domain/invitation.ts';
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
    const { id, firmId, dossierId, version, cycle } = grant;
    const changes = new Changes({ firmId, dossierId, actorId: null, origin });
    const lastSent = grant.sentAt ? new Date(grant.sentAt) : new Date();
    const expiresAt = new Date(lastSent.getTime() + linkValidity);
    changes.updateGrant({ id, version, state: 'declined', nextReminderAt: null, expiresAt });
    changes.record('invitation_declined', grantSubject(grant));
    if (isWaiting(grant.state)) changes.owe({ kind: 'settle', grantId: id, cycle, outcome: 'declined' });
    await tellManagers(tx, changes, 'declined', [grant]);
    await changes.write(tx);
  });
  starter.nudge();
  return undefined;
}
