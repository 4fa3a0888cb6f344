import { condition, proxyActivities, setCurrentDetails, setHandler } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import { type ExpiryInput, type ExpiryOutcome, endChangedSignal } from './messages.ts';
import { sendingOptions } from './retries.ts';

const { keepEnd } = proxyActivities<Activities>(sendingOptions);

/**
 * The end of one access on its date: it waits until 7 days before, tells the person and the manager, waits for the
 * end, and ends it. What is due is decided in the database each time, so that a date that was moved or removed, or
 * an access withdrawn, needs no more than a word that something changed.
 */
export async function expiry({ grantId }: ExpiryInput): Promise<ExpiryOutcome> {
  let changed = false;
  setHandler(endChangedSignal, () => {
    changed = true;
  });

  for (;;) {
    changed = false;
    const next = await keepEnd.executeWithOptions(
      { summary: 'What is due of the end: told, or carried out' },
      [{ grantId }],
    );
    if (next.kind === 'wait') {
      setCurrentDetails(`**waiting for the ${next.for}**\n\nNext: ${next.until}`);
      const summary = next.for === 'warning' ? 'until 7 days before the end' : 'until the end';
      await condition(() => changed, Math.max(1, Date.parse(next.until) - Date.now()), { summary });
    } else if (!changed) {
      setCurrentDetails(`**${next.outcome}**`);
      return next.outcome;
    }
  }
}
