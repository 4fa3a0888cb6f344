import { eq } from 'drizzle-orm';
import { Changes } from '../db/changes.ts';
import { type Queries, transaction } from '../db/client.ts';
import { grantSubject, readGrant, tellManagers } from '../db/queries/grants.ts';
import { mails } from '../db/schema/index.ts';
import { isWaiting, type Outcome, type WaitingState } from '../domain/invitation.ts';
import { datesAfter } from '../emails/dates-after.ts';
import type { ActivityContext } from './activities.ts';
import type { Claimed } from './claims.ts';

/** How a cycle of an invitation is over. */
export type Ended = { kind: 'settled'; outcome: Outcome } | { kind: 'superseded'; cycle: number };

export type Step = { grantId: string; cycle: number; step: number; delays: [number, number] };

/**
 * Records that a step's e-mail was accepted by the mail server `at`, and what follows: the next state and dates;
 * after the last one, word to the manager that nobody answered (R9).
 * @returns the outcome, if this was the last e-mail of the invitation
 */
export function stepAccepted(
  { db }: ActivityContext,
  step: Step,
  claimed: Claimed,
  at: Date,
): Promise<Outcome | null> {
  return transaction(db, async (tx) => {
    const grant = await readGrant(tx, step.grantId);
    const changes = new Changes(causeOf(grant));
    await markMail(tx, claimed.mailId, { sentAt: at, claimedUntil: null, lastError: null });
    changes.record('mail_sent', grantSubject(grant), {
      after: { mail: claimed.mailId, kind: claimed.mailKind },
    });
    let outcome: Outcome | null = null;
    // Withdrawn, corrected, declined or accepted while the e-mail was on its way: that has been written already.
    if (!grant.endedAt && grant.cycle === step.cycle && isWaiting(grant.state)) {
      const dates = datesAfter(step.step, at, step.delays);
      const update = { id: grant.id, version: grant.version, sentAt: at, remindersSent: step.step };
      if (claimed.mailKind === 'new_access' || claimed.mailKind === 'member_notice') {
        outcome = 'notified';
        const expiresAt = claimed.token ? datesAfter(2, at, step.delays).expiresAt : null;
        changes.updateGrant({ ...update, state: outcome, nextReminderAt: null, expiresAt });
      } else if (grant.accountId) {
        outcome = 'accepted';
        changes.updateGrant({ ...update, state: outcome, nextReminderAt: null, expiresAt: null });
      } else {
        outcome = step.step === 2 ? 'unanswered' : null;
        const waiting: WaitingState = step.step === 0 ? 'waiting_first_reminder' : 'waiting_second_reminder';
        changes.updateGrant({ ...update, ...dates, state: outcome ?? waiting });
        if (outcome) await tellManagers(tx, changes, 'unanswered', [grant]);
      }
    }
    await changes.write(tx);
    return outcome;
  });
}

/**
 * Records that the mail server refused an address for good: the invitation ends, and the manager is told.
 * @returns the outcome, or the new cycle that has begun meanwhile
 */
export function stepRefused({ db }: ActivityContext, step: Step, claimed: Claimed): Promise<Ended> {
  return transaction(db, async (tx) => {
    const grant = await readGrant(tx, step.grantId);
    const changes = new Changes(causeOf(grant));
    await markMail(tx, claimed.mailId, { refusedAt: new Date(), claimedUntil: null });
    changes.record('mail_refused', grantSubject(grant), {
      after: { mail: claimed.mailId, kind: claimed.mailKind },
    });
    const ended: Ended =
      grant.cycle > step.cycle
        ? { kind: 'superseded', cycle: grant.cycle }
        : { kind: 'settled', outcome: isWaiting(grant.state) ? 'undeliverable' : grant.state };
    if (ended.kind === 'settled' && isWaiting(grant.state)) await endUndeliverable(tx, changes, grant);
    await changes.write(tx);
    return ended;
  });
}

/** The invitation of an address that the mail server refused for good ends; the manager is told. */
export async function endUndeliverable(tx: Queries, changes: Changes, grant: Grant): Promise<void> {
  const { id, version } = grant;
  changes.updateGrant({ id, version, state: 'undeliverable', nextReminderAt: null });
  await tellManagers(tx, changes, 'undeliverable', [grant]);
}

type Grant = Awaited<ReturnType<typeof readGrant>>;

export const causeOf = ({ firmId, dossierId }: { firmId: string | null; dossierId: string | null }) => ({
  firmId,
  dossierId,
  actorId: null,
  origin: null,
});

export const markMail = ({ orm }: Queries, mailId: string, fate: Partial<typeof mails.$inferInsert>) =>
  orm.update(mails).set(fate).where(eq(mails.id, mailId));
