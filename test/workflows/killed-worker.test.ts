import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invitationWorkflowId } from '../../src/workflows/messages.ts';
import { tokenIn } from '../support/inbox.ts';
import { type Invited, invite } from '../support/invited.ts';
import { firm, member } from '../support/people.ts';
import { startWorkerProcess } from '../support/programs.ts';
import { createTimeWorld, type RunningWorker, type TimeWorld } from '../support/time-world.ts';
import { authSecret } from '../support/world.ts';

let world: TimeWorld;
let manager: Awaited<ReturnType<typeof member>>;

let next: RunningWorker;
let recorded: Invited;
let unrecorded: Invited;

beforeAll(async () => {
  world = await createTimeWorld();
  manager = await member(world, await firm(world));
  await world.stopWorker();
});
afterAll(async () => {
  await next?.stop();
  await world?.close();
});

/** A way to the Temporal server that can be cut: the worker goes on, and can't report. */
async function cuttableWay() {
  const sockets = new Set<Socket>();
  const [host = '', port = ''] = world.server.address.split(':');
  const server = createServer((near) => {
    const far = dial(Number(port), host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

const workerEnv = (temporalAddress: string) => ({
  DATABASE_URL: world.url,
  TEMPORAL_ADDRESS: temporalAddress,
  TEMPORAL_TASK_QUEUE: 'time',
  SMTP_URL: world.inbox.url,
  PUBLIC_URL: world.services.config.publicUrl,
  AUTH_SECRET: authSecret,
});

test('two workers are killed, one after the other; then one that lives takes over', async () => {
  const way = await cuttableWay();
  const one = await startWorkerProcess(workerEnv(way.address));
  world.inbox.onAccepted = () => way.cut();
  recorded = await invite(world, manager, { sent: false });
  await recorded.is('waiting_first_reminder');
  process.kill(one.pid(), 'SIGKILL');
  await one.ended;

  const other = await startWorkerProcess(workerEnv(world.server.address));
  world.inbox.onAccepted = async () => {
    process.kill(other.pid(), 'SIGKILL');
    await other.ended;
  };
  unrecorded = await invite(world, manager, { sent: false });
  await world.inbox.nth(unrecorded.email, 1);
  world.inbox.onAccepted = () => {};
  expect((await unrecorded.line()).invitation).toMatchObject({ state: 'inviting', sentAt: null });
  // The claim's 90 seconds are the database's: they run out now.
  await world.owner`update mails set claimed_until = now() where email = ${unrecorded.email}`;
  next = await world.startWorker();
});

/** While an activity runs, Temporal's clock doesn't skip: its 75 seconds are waited for. */
const patience = 150_000;

test(
  'a worker killed after the e-mail was recorded as sent, and before its activity was: it is never sent again',
  async () => {
    const handle = world.temporal.workflow.getHandle(invitationWorkflowId(recorded.grantId));
    const completed = async () => {
      const { events } = await handle.fetchHistory();
      return events?.some((event) => event.activityTaskCompletedEventAttributes);
    };
    await expect.poll(completed, { timeout: patience, interval: 1_000 }).toBe(true);
    expect(world.inbox.to(recorded.email)).toHaveLength(1);
  },
  patience,
);

test(
  'a worker killed between the acceptance and its record: the same Message-ID and link go out again',
  async () => {
    await expect
      .poll(async () => (await unrecorded.line()).invitation.state, { timeout: patience })
      .toBe('waiting_first_reminder');
    const [first, again, ...more] = world.inbox.to(unrecorded.email);
    expect(more).toEqual([]);
    expect(again?.mail.messageId).toBe(first?.mail.messageId);
    expect(tokenIn(again!)).toBe(tokenIn(first!));
  },
  patience,
);
