import { invitationWorkflowId, mailWorkflowId } from '../../src/workflows/messages.ts';
import { Client } from '../support/client.ts';
import { accept, dossier, give, person } from '../support/people.ts';
import { type Figure, until } from './figures.ts';
import { addPending, type Surroundings } from './surroundings.ts';
import { startMeasuredWorker } from './worker.ts';

/**
 * Events and billable actions, counted in real histories: an invitation that is accepted before the first reminder,
 * and one that nobody answers (with delays of a second). README.md derives what the design needs.
 */
export async function countHistories(around: Surroundings): Promise<Figure[]> {
  const { temporal, owner, inbox, env, manager, baseUrl } = around;
  const worker = await startMeasuredWorker(env);
  try {
    const d = await dossier(manager);
    const accepted = await give(manager, d, await person(manager, d, { language: 'en' }));
    await inbox.nth(accepted.email, 1, 60_000);
    await until('the invitation waits', 60_000, async () => {
      const [grant] = await owner`select state from grants where id = ${accepted.grantId}`;
      return grant?.state === 'waiting_first_reminder';
    });
    await accept({ owner, inbox, client: () => new Client(baseUrl) }, accepted.email, accepted.phone);

    const [unanswered] = await addPending(owner, d.id, 1);
    await temporal.workflow.start('invitation', {
      taskQueue: env.TEMPORAL_TASK_QUEUE,
      workflowId: invitationWorkflowId(unanswered!.id),
      args: [
        { grantId: unanswered!.id, cycle: 1, partyKind: 'person', dossierId: d.id, delays: [1000, 1000] },
      ],
    });
    const one = await count(around, invitationWorkflowId(accepted.grantId), 'accepted');
    const other = await count(around, invitationWorkflowId(unanswered!.id), 'unanswered');
    const [told] = await owner<{ id: string }[]>`
      select id from mails where grant_id = ${accepted.grantId} and kind = 'accepted'`;
    const mail = await count(around, mailWorkflowId(told!.id), 'sent');
    return [
      figure('an invitation accepted before day 7', one.events, 'events', 18),
      figure('the same', one.actions, 'actions', 5),
      figure('an invitation that nobody answers', other.events, 'events', 34),
      figure('the same', other.actions, 'actions', 7),
      figure('the e-mail that tells the manager of either', mail.events, 'events', 11),
      figure('the same', mail.actions, 'actions', 2),
    ];
  } finally {
    await worker.stop();
  }
}

const figure = (name: string, value: number, unit: string, most: number): Figure => {
  return { name, value, base: null, ratio: null, unit, limit: { atMost: most } };
};

/** Of Temporal's billable actions, those that our workflows take: each is one event. */
const billed = [
  'workflowExecutionStartedEventAttributes',
  'activityTaskScheduledEventAttributes',
  'timerStartedEventAttributes',
  'workflowExecutionSignaledEventAttributes',
  'upsertWorkflowSearchAttributesEventAttributes',
] as const;

/** Counts a workflow's events and actions, once it has ended. @throws Error when it ended otherwise */
async function count({ temporal }: Surroundings, workflowId: string, wanted: string) {
  const handle = temporal.workflow.getHandle(workflowId);
  const ended = await handle.result();
  if (ended !== wanted) throw new Error(`${workflowId} ended with ${ended}, not with ${wanted}`);
  const events = (await handle.fetchHistory()).events!;
  const actions = events.filter((event) => billed.some((attributes) => event[attributes]));
  const retries = events.map(
    ({ activityTaskStartedEventAttributes: started }) => (started?.attempt ?? 1) - 1,
  );
  return { events: events.length, actions: actions.length + retries.reduce((sum, n) => sum + n, 0) };
}
