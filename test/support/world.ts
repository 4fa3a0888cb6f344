import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ActivityContext, createActivities } from '../../src/activities/activities.ts';
import { onboardBatch } from '../../src/activities/onboarding/onboard-batch.ts';
import { renderReport } from '../../src/activities/reports/render-report.ts';
import type { Render } from '../../src/activities/reports/renderer.ts';
import { createPost } from '../../src/activities/smtp.ts';
import { createApp } from '../../src/api/app.ts';
import { createAuth } from '../../src/api/auth/auth.ts';
import { probe } from '../../src/api/health/probe.ts';
import type { Services } from '../../src/api/services.ts';
import { smtpText } from '../../src/api/text-messages/smtp.ts';
import { answering } from '../../src/api/text-messages/text-message.ts';
import type { OwedTask } from '../../src/db/schema/index.ts';
import { createLog } from '../../src/log.ts';
import { Client } from './client.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { Inbox } from './inbox.ts';

export const authSecret = 'a secret of the tests that is long enough';
export const day = 24 * 60 * 60 * 1000;
export const delays: [number, number] = [7 * day, 30 * day];

export type World = TestDatabase & {
  inbox: Inbox;
  services: Services;
  baseUrl: string;
  publicUrl: string;
  client(): Client;
  /** What is owed to Temporal at present, oldest first. */
  owed(): Promise<OwedTask[]>;
  /** Does what is owed, without Temporal: the first e-mail of each invitation, every other e-mail, and reports. */
  deliver(): Promise<void>;
  nudged: () => void;
  /** Draws reports; not really, unless a test puts that in its place. */
  render: Render;
  close(): Promise<void>;
};

/** Where a worker runs besides, it may have claimed the e-mail: then it is its to send. */
async function unlessClaimed(sending: Promise<unknown>) {
  try {
    await sending;
  } catch (error) {
    if ((error as Error).message !== 'claimed_by_another_attempt') throw error;
  }
}

/** The real API over a real database and SMTP server; Temporal's part is done by `deliver`, or by who sets `nudged`. */
export async function createWorld(): Promise<World> {
  const database = await createDatabase();
  const inbox = new Inbox();
  await inbox.listen();
  const { db, owner } = database;
  const config = { publicUrl: 'http://dossiers.test', authSecret, reminderDelays: delays };
  const sendText = answering(smtpText({ smtpUrl: inbox.url, mailFrom: 'sms@dossiers.test' }));
  const nudge = () => world.nudged();
  const services = {
    config,
    db,
    sendText,
    auth: createAuth({ db, config, sendText, nudge }),
    starter: { nudge } as Services['starter'],
    probes: { temporal: probe(async () => {}), mail: probe(async () => {}) },
  } satisfies Services;
  const server = createServer(createApp(services, createLog(process.env.TEST_LOG ?? 'silent')).callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context: ActivityContext = {
    ...config,
    db,
    post: createPost(inbox.url),
    sendText,
    now: async () => new Date(),
    mailFrom: 'no-reply@dossiers.test',
    lease: 90_000,
    render: (data, options) => world.render(data, options),
    nudge: () => world.nudged(),
  };
  const activities = createActivities(context);
  const attempt = { info: { attempt: 1 }, heartbeat() {}, cancellationSignal: new AbortController().signal };
  const world: World = {
    ...database,
    inbox,
    services,
    baseUrl,
    publicUrl: config.publicUrl,
    client: () => new Client(baseUrl),
    nudged: () => {},
    render: async () => Buffer.from('%PDF-'),
    owed: async () =>
      (await owner<{ task: OwedTask }[]>`select task from owed order by id`).map((row) => row.task),
    async deliver() {
      for (;;) {
        const [row] = await owner<
          { id: string; task: OwedTask }[]
        >`select id, task from owed order by id limit 1`;
        if (!row) return;
        const { task } = row;
        if (task.kind === 'invite') {
          const { grantId, cycle } = task;
          await unlessClaimed(activities.sendInvitation({ grantId, cycle, step: 0, delays }));
        }
        if (task.kind === 'expiry') await activities.keepEnd(task);
        if (task.kind === 'onboarding') {
          const { onboardingId } = task;
          while ((await onboardBatch(context, { onboardingId }, attempt)).state === 'running');
        }
        if (task.kind === 'phone_change') {
          await activities.advancePhoneChange({ changeId: task.changeId, isLate: false });
          await activities.warnOldNumber({ changeId: task.changeId });
        }
        if (task.kind === 'report') await renderReport(context, task, attempt);
        if (task.kind === 'mail') await unlessClaimed(activities.sendMail({ mailId: task.mailId }));
        await owner`delete from owed where id = ${row.id}`;
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await inbox.close();
      await database.drop();
    },
  };
  return world;
}
