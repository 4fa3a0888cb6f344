import { Changes } from '../../db/changes.ts';
import { type Queries, transaction } from '../../db/client.ts';
import type { SecurityNotice } from '../../domain/mail.ts';
import type { RecordAction } from '../../domain/record.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** An account that changes how it signs in, locked. */
export type OwnAccount = {
  tx: Queries;
  changes: Changes;
  account: { id: string; email: string; textMessages: boolean };
  /** Adds to the record of the account (R16). */
  record(action: RecordAction, content?: Parameters<Changes['record']>[2]): void;
  /** Tells the account by e-mail: was it you? */
  tell(what: SecurityNotice, more?: { codesLeft: number }): void;
};

type By = { accountId: string; origin: { address: string; requestId: string } };

/**
 * Changes an account by its own call, in one transaction with the record and the e-mail about it. Of two changes of
 * one account at once, the second sees what the first did.
 */
export async function changeOwnAccount<T>(
  { db, starter }: Services,
  { accountId, origin }: By,
  change: (context: OwnAccount) => Promise<T>,
): Promise<T> {
  const changed = await transaction(db, async (tx) => {
    const [account] = await tx.sql<OwnAccount['account'][]>`
      select id, email, text_messages as "textMessages" from accounts where id = ${accountId} for no key update`;
    if (!account) throw new Problem('not_signed_in');
    const changes = new Changes({ firmId: null, dossierId: null, actorId: accountId, origin });
    const result = await change({
      tx,
      changes,
      account,
      record: (action, content) => changes.record(action, { kind: 'account', id: accountId }, content),
      tell: (what, more) =>
        changes.mail({ kind: 'security_notice', accountId, email: account.email, data: { what, ...more } }),
    });
    await changes.write(tx);
    return result;
  });
  starter.nudge();
  return changed;
}
