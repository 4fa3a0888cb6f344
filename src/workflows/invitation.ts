import {
  condition,
  continueAsNew,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import type { InvitationState, Outcome } from '../domain/invitation.ts';
import { type InvitationInput, type InvitationNews, newsSignal, progressQuery } from './messages.ts';
import { sendingOptions } from './retries.ts';
import { searchAttributes } from './search-attributes.ts';

const { sendInvitation } = proxyActivities<Activities>(sendingOptions);

const steps = [
  { summary: 'Invitation, or notice if an account exists', next: 'waiting_first_reminder' },
  { summary: 'First reminder, unless an account exists', next: 'waiting_second_reminder' },
  { summary: 'Last reminder, unless an account exists', next: 'unanswered' },
] as const;

/**
 * One invitation (R9 to R13): it invites, reminds after two delays, and ends with the outcome; an address that
 * has an account gets a notice instead. Each e-mail is claimed in the database, which decides what is sent.
 * A later cycle goes on as a new run of the same id.
 */
export async function invitation(input: InvitationInput): Promise<Outcome> {
  let news: InvitationNews = { cycle: input.cycle, outcome: null };
  let state: InvitationState = 'inviting';
  let nextSendAt: string | null = null;

  setHandler(progressQuery, () => ({ state, cycle: input.cycle, nextSendAt }));
  const hear = (heard: InvitationNews) => {
    const tellsMore = heard.cycle > news.cycle || (heard.cycle === news.cycle && news.outcome === null);
    if (tellsMore) news = heard;
  };
  setHandler(newsSignal, hear);
  const hasNews = () => news.cycle > input.cycle || news.outcome !== null;
  const show = (now: InvitationState, next: Date | null) => {
    state = now;
    nextSendAt = next?.toISOString() ?? null;
    setCurrentDetails(`**${now}** (cycle ${input.cycle})\n\nNext e-mail: ${nextSendAt ?? 'none'}`);
  };

  let step = 0;
  while (!hasNews()) {
    if (step === 0) show('inviting', new Date());
    const sent = await sendInvitation.executeWithOptions({ summary: steps[step]!.summary }, [
      { grantId: input.grantId, cycle: input.cycle, step, delays: input.delays },
    ]);
    if (sent.kind === 'superseded') hear({ cycle: sent.cycle, outcome: null });
    if (sent.kind === 'settled') hear({ cycle: input.cycle, outcome: sent.outcome });
    if (sent.kind !== 'sent' || hasNews()) break;

    const { next } = steps[sent.step]!;
    const due = new Date(Date.parse(sent.sentAt) + input.delays[sent.step]!);
    show(next, due);
    await condition(hasNews, Math.max(1, due.getTime() - Date.now()), { summary: next });
    step = sent.step + 1;
  }

  if (news.cycle > input.cycle) {
    return continueAsNew<typeof invitation>({ ...input, cycle: news.cycle });
  }
  const outcome = news.outcome!;
  show(outcome, null);
  upsertSearchAttributes([{ key: searchAttributes.invitationState, value: outcome }]);
  return outcome;
}
