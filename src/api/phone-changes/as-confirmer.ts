import { Changes } from '../../db/changes.ts';
import { type Queries, transaction } from '../../db/client.ts';
import { holdConfirmers, lockPhoneChange, type PhoneChange } from '../../db/queries/phone-changes.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';

type Context = { tx: Queries; changes: Changes; change: PhoneChange & { email: string } };

/**
 * Judges somebody else's change of number, by who may confirm it at this moment, and goes on being so until the
 * commit. To everybody else it isn't there.
 * @throws Problem `not_found`, `own_phone_change`, `opened_too_recently`; `phone_change_over` when it isn't live
 */
export async function asConfirmer<T>(
  { db, starter }: Services,
  {
    caller,
    params,
    origin,
  }: Pick<Request<{ change: string }, undefined, undefined>, 'caller' | 'params' | 'origin'>,
  judge: (context: Context) => Promise<T>,
): Promise<T> {
  const judged = await transaction(db, async (tx) => {
    const [known] = await tx.sql<{ accountId: string; email: string }[]>`
      select c.account_id as "accountId", a.email from phone_changes c join accounts a on a.id = c.account_id
      where c.id = ${params.change}`;
    if (!known) throw new Problem('not_found');
    if (known.accountId === caller.accountId) throw new Problem('own_phone_change');
    const confirmers = await holdConfirmers(tx.sql, known.accountId, caller.accountId);
    const mine = confirmers.filter((one) => one.accountId === caller.accountId);
    const change = await lockPhoneChange(tx, params.change);
    if (mine.length === 0 || !change || change.state === 'asked' || !change.provenAt)
      throw new Problem('not_found');
    if (!mine.some((one) => one.longAgo)) throw new Problem('opened_too_recently');
    const [{ isLate } = { isLate: true }] = await tx.sql<{ isLate: boolean }[]>`
      select expires_at <= now() as "isLate" from phone_changes where id = ${params.change}`;
    if (change.endedAt || (change.state === 'waiting' && isLate)) throw new Problem('phone_change_over');
    const changes = new Changes({ firmId: null, dossierId: null, actorId: caller.accountId, origin });
    const result = await judge({ tx, changes, change: { ...change, email: known.email } });
    await changes.write(tx);
    return result;
  });
  starter.nudge();
  return judged;
}
