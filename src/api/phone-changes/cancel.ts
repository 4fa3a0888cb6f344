import { Changes } from '../../db/changes.ts';
import { transaction } from '../../db/client.ts';
import { endPhoneChange, lockLiveChange, lockPhoneChange } from '../../db/queries/phone-changes.ts';
import { changeOwnAccount } from '../me/own-account.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { findByToken } from './find-by-token.ts';

/**
 * Cancels a change of number by the link that came to the address or to the old number (R15). Once it has taken
 * effect there is nothing to cancel: of the two at once, the first to lock it counts.
 */
export async function cancelByLink(
  { db, starter }: Services,
  { params, origin }: Request<{ token: string }, undefined, undefined>,
): Promise<undefined> {
  await transaction(db, async (tx) => {
    const { id, email, way } = await findByToken(tx.sql, params.token);
    const change = await lockPhoneChange(tx, id);
    if (!change || change.endedAt) throw new Problem('not_found');
    const changes = new Changes({ firmId: null, dossierId: null, actorId: null, origin });
    await endPhoneChange(tx, changes, change, { email, as: 'cancelled', by: way });
    await changes.write(tx);
  });
  starter.nudge();
  return undefined;
}

/** Cancels the change of one's own number, from any session of the account (R15). */
export const cancelOwn = (
  services: Services,
  { caller, origin }: Request<unknown, undefined, undefined>,
): Promise<undefined> =>
  changeOwnAccount(services, { accountId: caller.accountId, origin }, async ({ tx, changes, account }) => {
    const change = await lockLiveChange(tx, account.id);
    if (!change) throw new Problem('not_found');
    await endPhoneChange(tx, changes, change, { email: account.email, as: 'cancelled', by: 'session' });
    return undefined;
  });
