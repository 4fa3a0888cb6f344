import type { AddressInfo } from 'node:net';
import { createServer, connect as dial, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invite, mailsInAll, minute } from '../support/invited.ts';
import { firm, member } from '../support/people.ts';
import { startWorkerProcess } from '../support/programs.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';
import { authSecret } from '../support/world.ts';

let world: TimeWorld;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = await createTimeWorld();
  manager = await member(world, await firm(world));
  await world.stopWorker();
});
afterAll(() => world.close());

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

test('a worker killed after the e-mail was recorded as sent, and before its activity was: it is never sent again', async () => {
  const way = await cuttableWay();
  const worker = await startWorkerProcess(workerEnv(way.address));
  world.inbox.onAccepted = () => way.cut();
  const invited = await invite(world, manager, { sent: false });
  await world.inbox.nth(invited.email, 1);
  await invited.is('waiting_first_reminder');
  process.kill(worker.pid(), 'SIGKILL');
  await worker.ended;
  world.inbox.onAccepted = () => {};

  const next = await world.startWorker();
  await world.sleep(2 * minute);
  await expect.poll(async () => (await world.progress(invited.grantId)).state).toBe('waiting_first_reminder');
  expect(world.inbox.to(invited.email)).toHaveLength(1);
  await world.sleep(7 * day);
  await invited.is('waiting_second_reminder');
  expect(await mailsInAll(invited, invited.email)).toBe(3);
  await next.stop();
});

test('a worker killed between the acceptance and its record: once the claim has run out, the same Message-ID and link go out', async () => {
  const worker = await startWorkerProcess(workerEnv(world.server.address));
  world.inbox.onAccepted = async () => {
    process.kill(worker.pid(), 'SIGKILL');
    await worker.ended;
  };
  const invited = await invite(world, manager, { sent: false });
  await world.inbox.nth(invited.email, 1);
  world.inbox.onAccepted = () => {};
  expect((await invited.line()).invitation).toMatchObject({ state: 'inviting', sentAt: null });

  const next = await world.startWorker();
  await world.sleep(2 * minute);
  expect(world.inbox.to(invited.email)).toHaveLength(1);
  await world.owner`update mails set claimed_until = now() where email = ${invited.email}`;
  await world.sleep(10 * minute);
  await invited.is('waiting_first_reminder');
  const [first, again] = world.inbox.to(invited.email);
  expect(again?.mail.messageId).toBe(first?.mail.messageId);
  expect(again?.text).toBe(first?.text);
  expect(await mailsInAll(invited, invited.email)).toBe(4);
  await next.stop();
});
