import { Changes } from '../../db/changes.ts';
import { type Queries, transaction } from '../../db/client.ts';
import { lockFirm } from '../../db/queries/members.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';

type Acting = Pick<Request<never, never, never>, 'caller' | 'origin'>;

/**
 * Changes something in a firm's team, as its admin, in one transaction.
 * @throws Problem `not_found` for who isn't in the team, `not_permitted` for who isn't its admin
 */
export async function changeInFirm<T>(
  { db, starter }: Services,
  { caller, origin }: Acting,
  firmId: string,
  work: (context: { tx: Queries; changes: Changes; me: { id: string } }) => Promise<T>,
): Promise<T> {
  const result = await transaction(db, async (tx) => {
    const me = await lockFirm(tx.sql, firmId, caller.accountId);
    if (!me) throw new Problem('not_found');
    if (me.role !== 'admin') throw new Problem('not_permitted');
    const changes = new Changes({ firmId, dossierId: null, actorId: caller.accountId, origin });
    const done = await work({ tx, changes, me });
    await changes.write(tx);
    return done;
  });
  starter.nudge();
  return result;
}
