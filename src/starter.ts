import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { Logger } from 'pino';
import type { Queries } from './db/client.ts';
import { forgetUnstarted } from './db/queries/onboardings.ts';
import {
  claimOwed,
  forget,
  oweMissing,
  oweMissingOnboardings,
  oweMissingPhoneChanges,
  oweMissingReports,
  postpone,
} from './db/queries/owed.ts';
import type { OwedTask } from './db/schema/index.ts';
import type { expiry, invitation, mail, onboarding, phone_change, report } from './workflows/index.ts';
import {
  endChangedSignal,
  expiryWorkflowId,
  goOnSignal,
  type InvitationNews,
  invitationWorkflowId,
  lookSignal,
  mailWorkflowId,
  newsSignal,
  onboardingWorkflowId,
  phoneChangeWorkflowId,
  reportWorkflowId,
} from './workflows/messages.ts';
import { searchAttributes } from './workflows/search-attributes.ts';

export type StarterContext = {
  db: Queries;
  temporal: Client;
  taskQueue: string;
  reminderDelays: [number, number];
  log: Logger;
};

/** How long nothing is owed before the starter looks again unasked, and how often it sweeps, in milliseconds. */
const pause = 2_000;
const sweepEvery = 60_000;
/** A call of Temporal that takes longer than this, in milliseconds, is given up: it is still owed, and tried again. */
const callLimit = 5_000;

/**
 * Delivers to Temporal what committed transactions owe it, again and again until done. Any number of processes
 * may run one: each takes what no other holds.
 */
export class Starter {
  private readonly context: StarterContext;
  private running: Promise<void> | undefined;
  private stopping = false;
  private wake: () => void = () => {};

  constructor(context: StarterContext) {
    this.context = context;
  }

  start(): this {
    this.running = this.loop();
    return this;
  }

  /** Says that something may be owed. */
  nudge(): void {
    this.wake();
  }

  /** Ends after what is being delivered. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async loop() {
    let swept = 0;
    while (!this.stopping) {
      const woken = new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      try {
        if (Date.now() - swept > sweepEvery) {
          await oweMissing(this.context.db);
          await oweMissingReports(this.context.db);
          await oweMissingOnboardings(this.context.db);
          await forgetUnstarted(this.context.db);
          await oweMissingPhoneChanges(this.context.db);
          swept = Date.now();
        }
        if ((await deliverOwed(this.context)) > 0) continue;
      } catch (error) {
        this.context.log.warn({ reason: (error as Error).name }, 'what is owed could not be read');
      }
      if (this.stopping) break;
      let timer: NodeJS.Timeout | undefined;
      const waited = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, pause);
      });
      await Promise.race([woken, waited]);
      clearTimeout(timer);
    }
  }
}

/** Delivers one batch of what is owed and due. @returns how many were taken up */
export async function deliverOwed(context: StarterContext): Promise<number> {
  const batch = await claimOwed(context.db);
  await Promise.all(
    batch.map(async ({ id, task, attempts }) => {
      try {
        await context.temporal.withDeadline(Date.now() + callLimit, () => deliver(context, task));
      } catch (error) {
        context.log.warn(
          { owed: id, task: task.kind, attempts, reason: (error as Error).name },
          'still owed',
        );
        return postpone(context.db, id);
      }
      return forget(context.db, id);
    }),
  );
  return batch.length;
}

async function deliver(context: StarterContext, task: OwedTask): Promise<void> {
  const { temporal, taskQueue } = context;
  switch (task.kind) {
    case 'invite':
      return invite(context, task);
    case 'settle':
      return tell(temporal, task.grantId, { cycle: task.cycle, outcome: task.outcome });
    case 'expiry':
      return expire(context, task);
    case 'mail':
      return started(
        temporal.workflow.start<typeof mail>('mail', {
          taskQueue,
          workflowId: mailWorkflowId(task.mailId),
          args: [{ mailId: task.mailId, kind: task.mailKind }],
          staticSummary: `E-mail: ${task.mailKind}`,
          ...(task.dossierId
            ? {
                typedSearchAttributes: new TypedSearchAttributes([
                  { key: searchAttributes.dossierId, value: task.dossierId },
                ]),
              }
            : {}),
        }),
        async () => {},
      );
    case 'phone_change':
      return started(
        temporal.workflow.start<typeof phone_change>('phone_change', {
          taskQueue,
          workflowId: phoneChangeWorkflowId(task.changeId),
          args: [{ changeId: task.changeId }],
          staticSummary: 'New number for somebody who lost his phone',
        }),
        () =>
          unlessEnded(temporal.workflow.getHandle(phoneChangeWorkflowId(task.changeId)).signal(lookSignal)),
      );
    case 'report':
      return started(
        temporal.workflow.start<typeof report>('report', {
          taskQueue,
          workflowId: reportWorkflowId(task.reportId),
          args: [{ reportId: task.reportId }],
          staticSummary: 'Report of a dossier',
          typedSearchAttributes: new TypedSearchAttributes([
            { key: searchAttributes.dossierId, value: task.dossierId },
          ]),
        }),
        async () => {},
      );
    case 'onboarding':
      // One that is about to end since it found itself paused hears it, and doesn't.
      await temporal.workflow.signalWithStart<typeof onboarding, []>('onboarding', {
        taskQueue,
        workflowId: onboardingWorkflowId(task.onboardingId),
        args: [{ onboardingId: task.onboardingId }],
        signal: goOnSignal,
        staticSummary: 'Onboarding of a firm',
      });
      return;
  }
}

/** Starts an invitation's workflow; where one is open, it is told of the cycle instead. */
function invite(
  { temporal, taskQueue, reminderDelays }: StarterContext,
  task: OwedTask & { kind: 'invite' },
) {
  const { grantId, cycle, partyKind, dossierId } = task;
  return started(
    temporal.workflow.start<typeof invitation>('invitation', {
      taskQueue,
      workflowId: invitationWorkflowId(grantId),
      args: [{ grantId, cycle, partyKind, dossierId, delays: reminderDelays }],
      staticSummary: `Invitation of a ${partyKind}`,
      typedSearchAttributes: new TypedSearchAttributes([
        { key: searchAttributes.partyKind, value: partyKind },
        { key: searchAttributes.invitationState, value: 'open' },
        ...(dossierId ? [{ key: searchAttributes.dossierId, value: dossierId }] : []),
      ]),
    }),
    () => (cycle > 1 ? tell(temporal, grantId, { cycle, outcome: null }) : Promise.resolve()),
  );
}

/**
 * Starts the workflow of an end; an open one is told that something changed. One that ends at that moment has perhaps
 * not seen it: it is owed still, and started anew.
 */
function expire({ temporal, taskQueue }: StarterContext, task: OwedTask & { kind: 'expiry' }) {
  const workflowId = expiryWorkflowId(task.grantId);
  return started(
    temporal.workflow.start<typeof expiry>('expiry', {
      taskQueue,
      workflowId,
      args: [{ grantId: task.grantId }],
      staticSummary: 'End of an access on its date',
      typedSearchAttributes: new TypedSearchAttributes([
        { key: searchAttributes.dossierId, value: task.dossierId },
      ]),
    }),
    async () => {
      if (task.changed) await temporal.workflow.getHandle(workflowId).signal(endChangedSignal);
    },
  );
}

async function started(starting: Promise<unknown>, isOpen: () => Promise<void>) {
  try {
    await starting;
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    await isOpen();
  }
}

/** Tells an open invitation the news. One that has ended has read them in the database, or will when it starts. */
function tell(temporal: Client, grantId: string, news: InvitationNews) {
  return unlessEnded(temporal.workflow.getHandle(invitationWorkflowId(grantId)).signal(newsSignal, news));
}

async function unlessEnded(telling: Promise<void>) {
  try {
    await telling;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
