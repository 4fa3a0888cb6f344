import { transaction } from '../db/client.ts';
import { endAccess, lockWithPerson, warnOfEnd } from '../db/queries/end-access.ts';
import { type EndStep, endStep } from '../domain/until.ts';
import type { ActivityContext } from './activities.ts';
import { coded } from './delivery.ts';

/** What comes next of an access with an end: something to wait for, or nothing more, and why. */
export type EndKept =
  | Extract<EndStep, { kind: 'wait' }>
  | { kind: 'over'; outcome: 'ended' | 'withdrawn' | 'without_end' };

/**
 * Does what is due of the end of an access, by Temporal's clock and what the database says now: tells of it 7 days
 * before, and ends it. Once each, however often it is called.
 */
export const keepEnd = (context: ActivityContext, { grantId }: { grantId: string }): Promise<EndKept> =>
  coded(async () => {
    const now = (await context.now()).toISOString();
    const kept = await transaction(context.db, async (tx): Promise<EndKept> => {
      for (;;) {
        const grant = await lockWithPerson(tx, grantId);
        const [endsAt, warnsAt] = [iso(grant.endsAt), iso(grant.warnsAt)];
        if (grant.endedAt) {
          const onItsDay = grant.endsAt !== null && grant.endedAt >= grant.endsAt;
          return { kind: 'over', outcome: onItsDay ? 'ended' : 'withdrawn' };
        }
        const step = endStep({ endsAt, warnsAt }, now);
        if (step.kind === 'over') return { kind: 'over', outcome: 'without_end' };
        if (step.kind === 'wait') return step;
        await (step.kind === 'warn' ? warnOfEnd : endAccess)(tx, grant);
      }
    });
    context.nudge();
    return kept;
  });

const iso = (instant: Date | null) => instant?.toISOString() ?? null;
