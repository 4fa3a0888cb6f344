import { condition, proxyActivities, setCurrentDetails, setHandler } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import { confirmedWithin, isLive, type PhoneChangeState } from '../domain/phone-change.ts';
import { lookSignal, type PhoneChangeInput } from './messages.ts';
import { sendingOptions, warningOptions } from './retries.ts';

const { advancePhoneChange } = proxyActivities<Activities>(sendingOptions);
const { warnOldNumber } = proxyActivities<Activities>(warningOptions);

const waits = {
  asked: 'Until the address and the new number are proven; 7 days from the asking',
  waiting: 'Until somebody else confirms; 7 days from the asking',
  confirmed: 'Until it takes effect, unless it is cancelled; 24 hours from the confirmation',
} as const;

/**
 * A new number for somebody who lost his phone (R15): it waits 7 days for somebody else's confirmation, warns the old
 * number, waits 24 hours for a cancellation, and takes effect. What it is at is in the database, and judged there;
 * each change of it says so by `look`.
 */
export async function phone_change({ changeId }: PhoneChangeInput): Promise<PhoneChangeState> {
  const deadline = Date.now() + confirmedWithin;
  let isToLook = false;
  let isWarned = false;
  setHandler(lookSignal, () => {
    isToLook = true;
  });

  for (;;) {
    isToLook = false;
    const isLate = Date.now() >= deadline;
    const summary = isLate
      ? 'Expire it, unless it is confirmed'
      : 'See what it is at; carry it out when it is time';
    const { state, waitMs } = await advancePhoneChange.executeWithOptions({ summary }, [
      { changeId, isLate },
    ]);
    if (!isLive(state)) {
      setCurrentDetails(`**${state}**`);
      return state;
    }
    if (state === 'confirmed' && !isWarned) {
      isWarned = true;
      setCurrentDetails('**confirmed**\n\nThe old number is being warned.');
      // A number that nobody can send to any more is no reason to stop: the address is told as well.
      await warnOldNumber
        .executeWithOptions({ summary: 'Text message to the old number' }, [{ changeId }])
        .catch(() => {});
      continue;
    }
    const ms = waitMs ?? deadline - Date.now();
    setCurrentDetails(`**${state}**\n\nNext: ${new Date(Date.now() + ms).toISOString()}`);
    await condition(() => isToLook, Math.max(1, ms), { summary: waits[state as keyof typeof waits] });
  }
}
