import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { expect } from 'vitest';
import { type ActivityContext, createActivities } from '../../src/activities/activities.ts';
import { renderApart } from '../../src/activities/reports/renderer.ts';
import { createPost } from '../../src/activities/smtp.ts';
import { startTimeSkippingServer, type TimeSkippingServer } from '../../src/dev/time-skipping.ts';
import type { Outcome } from '../../src/domain/invitation.ts';
import { createLog } from '../../src/log.ts';
import { Starter } from '../../src/starter.ts';
import { registerSearchAttributes } from '../../src/temporal.ts';
import { createWorkers } from '../../src/workers.ts';
import {
  type InvitationProgress,
  invitationWorkflowId,
  progressQuery,
} from '../../src/workflows/messages.ts';
import { quietTemporal } from './quiet-temporal.ts';
import { authSecret, createWorld, day, delays, type World } from './world.ts';

export type TimeWorld = World & {
  server: TimeSkippingServer;
  temporal: Client;
  /** Moves Temporal's clock by so many milliseconds; timers that fall due on the way fire. */
  sleep(ms: number): Promise<void>;
  starter: Starter;
  /** A starter of this Temporal, or of one at another address. */
  newStarter(address?: string): Starter;
  startWorker(changed?: Partial<ActivityContext>): Promise<RunningWorker>;
  /** Ends the worker that the world began with. */
  stopWorker(): Promise<void>;
  /** How an invitation's workflow ended, awaited. */
  outcome(grantId: string): Promise<Outcome>;
  progress(grantId: string): Promise<InvitationProgress>;
};

export type RunningWorker = { stop(): Promise<void> };

quietTemporal();

/** The world with Temporal's time-skipping server, a worker and a starter: days pass in milliseconds. */
export async function createTimeWorld(): Promise<TimeWorld> {
  const [world, server] = await Promise.all([createWorld(), startTimeSkippingServer()]);
  const connection = await Connection.connect({ address: server.address });
  await registerSearchAttributes(connection, 'default');
  const native = await NativeConnection.connect({ address: server.address });
  const temporal = new Client({ connection });
  const taskQueue = 'time';
  const log = createLog('silent');
  const handle = (grantId: string) => temporal.workflow.getHandle(invitationWorkflowId(grantId));
  const newStarter = (address?: string) => {
    const client = address
      ? new Client({ connection: Connection.lazy({ address, connectTimeout: '1 second' }) })
      : temporal;
    return new Starter({ db: world.db, temporal: client, taskQueue, reminderDelays: delays, log }).start();
  };
  const startWorker: TimeWorld['startWorker'] = async (changed = {}) => {
    const workers = await createWorkers({
      connection: native,
      taskQueue,
      activities: createActivities({
        db: world.db,
        post: createPost(world.inbox.url),
        sendText: world.services.sendText,
        now: server.now,
        publicUrl: world.services.config.publicUrl,
        authSecret,
        mailFrom: 'no-reply@dossiers.test',
        lease: 90_000,
        render: renderApart,
        nudge: () => world.nudged(),
        ...changed,
      }),
      shutdownGraceTime: '1 second',
    });
    const running = workers.run();
    return {
      async stop() {
        workers.shutdown();
        await running;
      },
    };
  };
  const worker = await startWorker();
  const starter = newStarter();
  world.nudged = () => starter.nudge();
  return {
    ...world,
    server,
    temporal,
    starter,
    newStarter,
    startWorker,
    stopWorker: () => worker.stop(),
    sleep: (ms) => server.sleep(ms),
    async outcome(grantId) {
      await expect
        .poll(() =>
          handle(grantId)
            .describe()
            .then(Boolean, () => false),
        )
        .toBe(true);
      return handle(grantId).result() as Promise<Outcome>;
    },
    progress: (grantId) => handle(grantId).query(progressQuery),
    async close() {
      await starter.stop();
      await worker.stop();
      await Promise.all([native.close(), connection.close()]);
      await server.stop();
      await world.close();
    },
  };
}

export { day };
