import { datesAfter } from '../emails/dates-after.ts';
import type { ActivityContext } from './activities.ts';
import { claimStep } from './claims.ts';
import { coded, deliver, notYet } from './delivery.ts';
import { type Ended, type Step, stepAccepted, stepRefused } from './outcome.ts';

export type InvitationStep = Step;

/** What became of a step. `sentAt` (ISO 8601, the server's clock) is when the mail server accepted it. */
export type InvitationSent = { kind: 'sent'; step: number; sentAt: string } | Ended;

/**
 * Sends one step of an invitation (R9, R10): claimed, then sent. What was accepted is never sent again, by
 * whichever run or attempt; what isn't due any more isn't sent, and the answer says why.
 */
export const sendInvitation = (context: ActivityContext, step: InvitationStep): Promise<InvitationSent> =>
  coded(async () => {
    const claim = await claimStep(context, step);
    if (claim.kind === 'leased') throw notYet('claimed_by_another_attempt', claim.forMs);
    if (claim.kind === 'sent') return { kind: 'sent', step: claim.step, sentAt: claim.sentAt.toISOString() };
    if (claim.kind !== 'claimed') return claim;

    const isNotice = claim.mailKind === 'member_notice';
    const { expiresAt } = datesAfter(isNotice ? 2 : step.step, await context.now(), step.delays);
    const fate = await deliver(context, claim, expiresAt);
    if (fate === 'refused') {
      const ended = await stepRefused(context, step, claim);
      context.nudge();
      return ended;
    }
    const at = await context.now();
    const outcome = await stepAccepted(context, step, claim, at);
    if (outcome) context.nudge();
    return outcome
      ? { kind: 'settled', outcome }
      : { kind: 'sent', step: step.step, sentAt: at.toISOString() };
  });
