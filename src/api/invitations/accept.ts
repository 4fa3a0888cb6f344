import type { z } from 'zod';
import { Changes } from '../../db/changes.ts';
import { transaction } from '../../db/client.ts';
import { grantSubject, readGrant, tellManagers } from '../../db/queries/grants.ts';
import { isWaiting } from '../../domain/invitation.ts';
import { checkCode } from '../codes.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { findInvitation } from './find-invitation.ts';
import type { AcceptInvitation } from './schema.ts';

/** Joins a team with the account that one has, signed in (R15); another number typed is confirmed by a code (R10). */
export async function acceptInvitation(
  services: Services,
  { caller, params, body, origin }: Request<{ token: string }, undefined, z.output<typeof AcceptInvitation>>,
): Promise<undefined> {
  const { db, starter } = services;
  const invitation = await findInvitation(db.sql, params.token);
  if (!invitation.memberId) throw new Problem('not_found');
  if (invitation.email !== caller.email) throw new Problem('wrong_account');
  const { code } = body.get();
  const [own] = await db.sql<{ phone: string }[]>`select phone from accounts where id = ${caller.accountId}`;
  if (own?.phone !== invitation.phone) {
    if (!code) throw new Problem('number_unconfirmed');
    await checkCode(services, invitation, code);
  }
  await transaction(db, async (tx) => {
    const [membership] = await tx.sql`
      select id from grants where account_id = ${caller.accountId} and member_id is not null and ended_at is null`;
    if (membership) throw new Problem('already_member');
    const grant = await readGrant(tx, invitation.id);
    const { id, firmId, dossierId, version, cycle } = grant;
    const corrected = cycle !== invitation.cycle || grant.phone !== invitation.phone;
    if (grant.accountId || grant.endedAt || corrected) throw new Problem('not_found');
    const changes = new Changes({ firmId, dossierId, actorId: caller.accountId, origin });
    const bound = { accountId: caller.accountId, openedAt: new Date(), state: 'accepted' as const };
    changes.updateGrant({ id, version, ...bound, nextReminderAt: null, expiresAt: null });
    changes.record('access_opened', grantSubject(grant));
    if (isWaiting(grant.state)) changes.owe({ kind: 'settle', grantId: id, cycle, outcome: 'accepted' });
    await tellManagers(tx, changes, 'accepted', [grant]);
    await changes.write(tx);
  });
  starter.nudge();
  return undefined;
}
