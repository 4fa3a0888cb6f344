import { eq, sql } from 'drizzle-orm';
import { Changes } from '../../db/changes.ts';
import { type Queries, transaction } from '../../db/client.ts';
import { endSessions } from '../../db/queries/end-sessions.ts';
import { endPhoneChange, lockPhoneChange, type PhoneChange } from '../../db/queries/phone-changes.ts';
import { accounts, phoneChanges, twoFactors } from '../../db/schema/index.ts';
import { noSecondApp } from '../../db/second-factor.ts';
import type { PhoneChangeState } from '../../domain/phone-change.ts';
import type { ActivityContext } from '../activities.ts';
import { coded } from '../delivery.ts';

/** What a change of number is at. `waitMs`: milliseconds until it takes effect; null while it isn't confirmed. */
export type PhoneChangeProgress = { state: PhoneChangeState; waitMs: number | null };

/**
 * Does what is due of a change of number: once it is confirmed and its 24 hours are over by the database's clock, it
 * takes effect; `isLate`, it expires unless it is confirmed.
 */
export const advancePhoneChange = (
  context: ActivityContext,
  { changeId, isLate }: { changeId: string; isLate: boolean },
): Promise<PhoneChangeProgress> =>
  coded(async () => {
    const progress = await transaction(context.db, async (tx) => {
      const change = await lockPhoneChange(tx, changeId);
      if (!change) return { state: 'cancelled' as const, waitMs: null };
      const [account] = await tx.sql<{ email: string; waitMs: number | null }[]>`
        select a.email, ceil(extract(epoch from c.effective_at - now()) * 1000)::float8 as "waitMs"
        from phone_changes c join accounts a on a.id = c.account_id where c.id = ${changeId}`;
      const { email, waitMs } = account!;
      const changes = new Changes({ firmId: null, dossierId: null, actorId: null, origin: null });
      if (change.state === 'confirmed') {
        if (waitMs! > 0) return { state: change.state, waitMs };
        await takeEffect(tx, changes, change, email, context.authSecret);
        return { state: 'done' as const, waitMs: null };
      }
      if (isLate && (change.state === 'asked' || change.state === 'waiting')) {
        await endPhoneChange(tx, changes, change, { email, as: 'expired' });
        await changes.write(tx);
        return { state: 'expired' as const, waitMs: null };
      }
      return { state: change.state, waitMs: null };
    });
    context.nudge();
    return progress;
  });

/**
 * The account gets the new number. The lost phone held the authenticator app, and perhaps the recovery codes: both
 * are removed, and codes come by text message. Everything that was signed in, or half way there, ends.
 */
async function takeEffect(
  tx: Queries,
  changes: Changes,
  { id, accountId, oldPhone, newPhone }: PhoneChange,
  email: string,
  authSecret: string,
) {
  // As whoever saves an access with this address: he reads the number before, or after.
  await tx.sql`select lock_address(${email})`;
  await tx.orm
    .update(phoneChanges)
    .set({ state: 'done', endedAt: sql`now()` })
    .where(eq(phoneChanges.id, id));
  await tx.orm
    .update(accounts)
    .set({ phone: newPhone, textMessages: true, updatedAt: sql`now()` })
    .where(eq(accounts.id, accountId));
  await tx.orm
    .update(twoFactors)
    .set({ ...(await noSecondApp(authSecret)), failedVerificationCount: 0, lockedUntil: null })
    .where(eq(twoFactors.userId, accountId));
  const sessions = await endSessions(tx, accountId);
  changes.record(
    'phone_changed',
    { kind: 'account', id: accountId },
    { after: { phoneChange: id, sessions }, details: { before: oldPhone, after: newPhone } },
  );
  changes.mail({ kind: 'phone_change_done', accountId, email, data: { phoneChangeId: id } });
  await changes.write(tx);
}
