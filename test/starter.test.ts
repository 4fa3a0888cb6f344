import { randomUUID } from 'node:crypto';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { connect, type Database } from '../src/db/client.ts';
import { oweMissing, oweMissingReports } from '../src/db/queries/owed.ts';
import type { OwedTask } from '../src/db/schema/index.ts';
import { freePort } from '../src/dev/ports.ts';
import { startTemporalDevServer, type TemporalDevServer } from '../src/dev/temporal.ts';
import type { InvitationState } from '../src/domain/invitation.ts';
import { createLog } from '../src/log.ts';
import { deliverOwed, Starter, type StarterContext } from '../src/starter.ts';
import { registerSearchAttributes } from '../src/temporal.ts';
import {
  expiryWorkflowId,
  invitationWorkflowId,
  mailWorkflowId,
  onboardingWorkflowId,
  reportWorkflowId,
} from '../src/workflows/messages.ts';
import { createDatabase, type TestDatabase } from './support/database.ts';
import { addGrant, type Rows, writeRows } from './support/rows.ts';

/** A real Temporal server without a worker: workflows are started, and stay as they are. */
let database: TestDatabase;
let server: TemporalDevServer;
let connection: Connection;
let temporal: Client;
let context: StarterContext;

beforeAll(async () => {
  [database, server] = await Promise.all([createDatabase(), startTemporalDevServer({ dataFile: null })]);
  connection = await Connection.connect({ address: server.address });
  await registerSearchAttributes(connection, 'default');
  temporal = new Client({ connection });
  context = contextOf(temporal);
});
afterAll(async () => {
  await connection?.close();
  await Promise.all([server?.stop(), database?.drop()]);
});
beforeEach(async () => {
  await database.owner`delete from owed`;
});

const contextOf = (client: Client, db: Pick<Database, 'sql' | 'orm'> = database.db): StarterContext => ({
  db,
  temporal: client,
  taskQueue: 'nobody-works-here',
  reminderDelays: [1_000, 2_000],
  log: createLog('silent'),
});

const owe = (...tasks: OwedTask[]) =>
  database.owner`insert into owed (id, task) select uuidv7(), t from jsonb_array_elements(${database.owner.json(tasks)}) t`;
const owed = async () => [
  ...(await database.owner<{ task: OwedTask; attempts: number; wait: number }[]>`
    select task, attempts, extract(epoch from due_at - now())::float as wait from owed order by id`),
];
const dueNow = () => database.owner`update owed set due_at = now()`;

const dossierId = randomUUID();
const invite = (grantId: string, cycle = 1): OwedTask => ({
  kind: 'invite',
  grantId,
  cycle,
  partyKind: 'person',
  dossierId,
});
const settle = (grantId: string, cycle = 1): OwedTask => ({
  kind: 'settle',
  grantId,
  cycle,
  outcome: 'withdrawn',
});
const mail = (mailId: string): OwedTask => ({ kind: 'mail', mailId, mailKind: 'accepted', dossierId });

/** What a workflow was sent so far: its input, and the news told to it. */
async function told(workflowId: string, client = temporal) {
  const handle = client.workflow.getHandle(workflowId);
  const { events } = await handle.fetchHistory();
  const payloads = (payload: { data?: Uint8Array | null }[] | null | undefined) =>
    (payload ?? []).map(({ data }) => JSON.parse(Buffer.from(data!).toString()));
  const started = events!.map((event) => event.workflowExecutionStartedEventAttributes).find(Boolean);
  const signals = events!.flatMap((event) => event.workflowExecutionSignaledEventAttributes ?? []);
  return {
    input: payloads(started!.input?.payloads)[0],
    news: signals.flatMap(({ input }) => payloads(input?.payloads)),
    raw: JSON.stringify(events),
  };
}

const signalsTo = async (workflowId: string) => {
  const { events } = await temporal.workflow.getHandle(workflowId).fetchHistory();
  return events!.flatMap((event) => event.workflowExecutionSignaledEventAttributes?.signalName ?? []);
};

const runOf = async (workflowId: string, client = temporal) =>
  (await client.workflow.getHandle(workflowId).describe()).runId;

describe('owed, then done: delivered twice, done once', () => {
  test('the start of an invitation, with ids, kinds and delays alone', async () => {
    const grantId = randomUUID();
    const id = invitationWorkflowId(grantId);
    await owe(invite(grantId));
    expect(await deliverOwed(context)).toBe(1);
    expect(await owed()).toEqual([]);
    const description = await temporal.workflow.getHandle(id).describe();
    expect(description).toMatchObject({ type: 'invitation', taskQueue: 'nobody-works-here' });
    expect(description.searchAttributes).toMatchObject({
      DossierId: [dossierId],
      PartyKind: ['person'],
      InvitationState: ['open'],
    });
    await owe(invite(grantId), invite(grantId));
    await deliverOwed(context);
    expect(await runOf(id)).toBe(description.runId);
    const { input, news, raw } = await told(id);
    expect(input).toEqual({ grantId, cycle: 1, partyKind: 'person', dossierId, delays: [1_000, 2_000] });
    expect(news).toEqual([]);
    expect(raw).not.toContain('@people');
  });

  test('the start of an e-mail', async () => {
    const mailId = randomUUID();
    await owe(mail(mailId));
    await deliverOwed(context);
    const run = await runOf(mailWorkflowId(mailId));
    await owe(mail(mailId));
    await deliverOwed(context);
    expect(await runOf(mailWorkflowId(mailId))).toBe(run);
    expect(await owed()).toEqual([]);
    expect((await told(mailWorkflowId(mailId))).input).toEqual({ mailId, kind: 'accepted' });
  });

  test('the start of a report', async () => {
    const reportId = randomUUID();
    const id = reportWorkflowId(reportId);
    await owe({ kind: 'report', reportId, dossierId });
    await deliverOwed(context);
    const description = await temporal.workflow.getHandle(id).describe();
    expect(description).toMatchObject({ type: 'report', searchAttributes: { DossierId: [dossierId] } });
    await owe({ kind: 'report', reportId, dossierId });
    await deliverOwed(context);
    expect(await runOf(id)).toBe(description.runId);
    expect(await owed()).toEqual([]);
    expect((await told(id)).input).toEqual({ reportId });
  });

  test('the end of an access: started, told only of a change, and started anew after its end', async () => {
    const grantId = randomUUID();
    const id = expiryWorkflowId(grantId);
    const expiry = (changed: boolean): OwedTask => ({ kind: 'expiry', grantId, dossierId, changed });
    await owe(expiry(true));
    await deliverOwed(context);
    const description = await temporal.workflow.getHandle(id).describe();
    expect(description).toMatchObject({ type: 'expiry', searchAttributes: { DossierId: [dossierId] } });
    await owe(expiry(false));
    await deliverOwed(context);
    expect((await told(id)).input).toEqual({ grantId });
    expect(await signalsTo(id)).toEqual([]);
    await owe(expiry(true));
    await deliverOwed(context);
    expect(await signalsTo(id)).toEqual(['endChanged']);
    expect(await runOf(id)).toBe(description.runId);
    await temporal.workflow.getHandle(id).terminate();
    await owe(expiry(true));
    await deliverOwed(context);
    expect(await runOf(id)).not.toBe(description.runId);
    expect(await owed()).toEqual([]);
  });

  test('an onboarding is started, and told to go on where it runs', async () => {
    const onboardingId = randomUUID();
    const id = onboardingWorkflowId(onboardingId);
    await owe({ kind: 'onboarding', onboardingId });
    expect(await deliverOwed(context)).toBe(1);
    const run = await runOf(id);
    await owe({ kind: 'onboarding', onboardingId });
    await deliverOwed(context);
    expect(await runOf(id)).toBe(run);
    expect(await owed()).toEqual([]);
    const { events } = await temporal.workflow.getHandle(id).fetchHistory();
    const signals = events!.flatMap(
      (event) => event.workflowExecutionSignaledEventAttributes?.signalName ?? [],
    );
    expect(signals).toEqual(['go_on', 'go_on']);
    expect((await told(id)).input).toEqual({ onboardingId });
  });

  test('R13: a new cycle is told to the open workflow; without one, it starts with that cycle', async () => {
    const [open, none] = [randomUUID(), randomUUID()];
    await owe(invite(open));
    await deliverOwed(context);
    await owe(invite(open, 2), invite(none, 2));
    await deliverOwed(context);
    expect((await told(invitationWorkflowId(open))).news).toEqual([{ cycle: 2, outcome: null }]);
    expect((await told(invitationWorkflowId(none))).input).toMatchObject({ cycle: 2 });
  });

  test('an ended workflow is started again: what it does, the database decides', async () => {
    const grantId = randomUUID();
    const id = invitationWorkflowId(grantId);
    await owe(invite(grantId));
    await deliverOwed(context);
    const run = await runOf(id);
    await temporal.workflow.getHandle(id).terminate();
    await owe(settle(grantId));
    await deliverOwed(context);
    expect(await owed()).toEqual([]);
    await owe(invite(grantId));
    await deliverOwed(context);
    expect(await runOf(id)).not.toBe(run);
  });
});

describe('owed, then done: in any order', () => {
  test('an outcome for a workflow that nobody knows is done', async () => {
    await owe(settle(randomUUID()));
    await deliverOwed(context);
    expect(await owed()).toEqual([]);
  });

  test('the outcome before the start: the start is done all the same', async () => {
    const grantId = randomUUID();
    await owe(settle(grantId));
    await deliverOwed(context);
    await owe(invite(grantId));
    await deliverOwed(context);
    expect((await told(invitationWorkflowId(grantId))).news).toEqual([]);
    await owe(settle(grantId));
    await deliverOwed(context);
    const { news } = await told(invitationWorkflowId(grantId));
    expect(news).toEqual([{ cycle: 1, outcome: 'withdrawn' }]);
  });
});

describe('owed, then done: Temporal away', () => {
  test('it stays owed, is tried again later and later, and is delivered once Temporal is back', async () => {
    const port = await freePort();
    const lazy = Connection.lazy({ address: `127.0.0.1:${port}` });
    const away = contextOf(new Client({ connection: lazy }));
    const [grantId, mailId] = [randomUUID(), randomUUID()];
    await owe(invite(grantId), mail(mailId));
    const waits: number[] = [];
    // Seconds: 1, 2, 4, 8, less what passed since.
    for (const attempts of [1, 2, 3, 4]) {
      expect(await deliverOwed(away)).toBe(2);
      const left = await owed();
      expect(left.map((row) => row.attempts)).toEqual([attempts, attempts]);
      waits.push(Math.max(...left.map((row) => row.wait)));
      expect(waits.at(-1)).toBeLessThanOrEqual(2 ** (attempts - 1));
      await dueNow();
    }
    expect(waits.at(-1)).toBeGreaterThan(2);

    const back = await startTemporalDevServer({ dataFile: null, port });
    try {
      await registerSearchAttributes(lazy, 'default');
      const starter = new Starter(away).start();
      await vi.waitFor(async () => expect(await owed()).toEqual([]), { timeout: 30_000, interval: 100 });
      await starter.stop();
      expect((await told(invitationWorkflowId(grantId), away.temporal)).input).toMatchObject({ grantId });
      expect((await told(mailWorkflowId(mailId), away.temporal)).input).toMatchObject({ mailId });
    } finally {
      await lazy.close();
      await back.stop();
    }
  });

  test('waits never grow beyond a minute', async () => {
    const lazy = Connection.lazy({ address: `127.0.0.1:${await freePort()}` });
    await owe(invite(randomUUID()));
    await database.owner`update owed set attempts = 500`;
    await deliverOwed(contextOf(new Client({ connection: lazy })));
    const [row] = await owed();
    expect(row).toMatchObject({ attempts: 501, wait: expect.toSatisfy((wait) => wait > 20 && wait <= 60) });
    await lazy.close();
  });

  test('what one process took and died with is another one’s after half a minute', async () => {
    await owe(invite(randomUUID()));
    const died = await database.owner`
      update owed set due_at = now() + interval '30 seconds', attempts = 1 returning id`;
    expect(died).toHaveLength(1);
    expect(await deliverOwed(context)).toBe(0);
    await dueNow();
    expect(await deliverOwed(context)).toBe(1);
    expect(await owed()).toEqual([]);
  });
});

describe('owed, then done: several starters', () => {
  test('they share what is owed, and each thing is delivered once', async () => {
    const grantId = randomUUID();
    await owe(invite(grantId));
    await deliverOwed(context);
    await owe(...Array.from({ length: 120 }, (_, cycle) => settle(grantId, cycle)));
    const others = [connect(database.url, { max: 2 }), connect(database.url, { max: 2 })];
    const contexts = [context, ...others.map((db) => contextOf(temporal, db))];
    const taken = await Promise.all(contexts.map(deliverOwed));
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(120);
    expect(await owed()).toEqual([]);
    const { news } = await told(invitationWorkflowId(grantId));
    const cycles = news.map(({ cycle }: { cycle: number }) => cycle).sort((a: number, b: number) => a - b);
    expect(cycles).toEqual(Array.from({ length: 120 }, (_, cycle) => cycle));
    await Promise.all(others.map((db) => db.close()));
  });

  test('what another transaction holds is passed over, not waited for', async () => {
    const [held, free] = [randomUUID(), randomUUID()];
    await owe(invite(held), invite(free));
    await database.owner.begin(async (tx) => {
      await tx`select id from owed where task->>'grantId' = ${held} for update`;
      expect(await deliverOwed(context)).toBe(1);
      await expect(runOf(invitationWorkflowId(held))).rejects.toBeInstanceOf(WorkflowNotFoundError);
      expect(await runOf(invitationWorkflowId(free))).toEqual(expect.any(String));
    });
    expect(await deliverOwed(context)).toBe(1);
  });
});

describe('a waiting grant without an open workflow is owed one', () => {
  let rows: Rows;
  beforeAll(async () => {
    rows = await writeRows(database.owner);
    await database.owner`update grants set ended_at = now() where id = ${rows.cousinGrant}`;
  });

  const grantOf = async (state: InvitationState, watchedHoursAgo: number) => {
    const id = randomUUID();
    await database.owner`update grants set ended_at = now() where person_id = ${rows.cousin} and ended_at is null`;
    await addGrant(database.owner, rows, { id, person_id: rows.cousin, state, cycle: 3 });
    await database.owner`update grants set watched_at = now() - ${watchedHoursAgo} * interval '1 hour' where id = ${id}`;
    return id;
  };

  test.each(['queued', 'inviting', 'waiting_first_reminder', 'waiting_second_reminder'] as const)(
    'one that is %s, and was looked at more than a day ago: once',
    async (state) => {
      const grantId = await grantOf(state, 25);
      await Promise.all([oweMissing(database.db), oweMissing(database.db)]);
      await oweMissing(database.db);
      const task = { kind: 'invite', grantId, cycle: 3, partyKind: 'person', dossierId: rows.dossier };
      expect((await owed()).map((row) => row.task)).toEqual([task]);
      expect(await deliverOwed(context)).toBe(1);
      expect((await told(invitationWorkflowId(grantId))).input).toMatchObject({ cycle: 3 });
    },
  );

  test('not one that was looked at today', async () => {
    await grantOf('waiting_first_reminder', 23);
    await oweMissing(database.db);
    expect(await owed()).toEqual([]);
  });

  test.each(['accepted', 'unanswered', 'withdrawn', 'declined', 'undeliverable', 'notified'] as const)(
    'not one that is %s',
    async (state) => {
      await grantOf(state, 25);
      await oweMissing(database.db);
      expect(await owed()).toEqual([]);
    },
  );

  test('one with an end is owed its workflow of it too, and alone where nothing else is due', async () => {
    const expiry = (grantId: string) => ({
      kind: 'expiry',
      grantId,
      dossierId: rows.dossier,
      changed: false,
    });
    const set = (id: string) =>
      database.owner`update grants set ends_at = now() + interval '1 day' where id = ${id}`;
    const waiting = await grantOf('waiting_first_reminder', 25);
    await set(waiting);
    await oweMissing(database.db);
    await oweMissing(database.db);
    expect((await owed()).map((row) => row.task)).toEqual([
      { kind: 'invite', grantId: waiting, cycle: 3, partyKind: 'person', dossierId: rows.dossier },
      expiry(waiting),
    ]);
    await database.owner`delete from owed`;
    const open = await grantOf('accepted', 25);
    await set(open);
    await oweMissing(database.db);
    expect((await owed()).map((row) => row.task)).toEqual([expiry(open)]);
    await database.owner`delete from owed`;
    await set(await grantOf('accepted', 23));
    await oweMissing(database.db);
    expect(await owed()).toEqual([]);
  });

  test('not one that has ended', async () => {
    const id = await grantOf('queued', 25);
    await database.owner`update grants set ended_at = now() where id = ${id}`;
    await oweMissing(database.db);
    expect(await owed()).toEqual([]);
  });

  test('a starter sweeps when it starts', async () => {
    const grantId = await grantOf('waiting_second_reminder', 48);
    const starter = new Starter(context).start();
    await vi.waitFor(() => runOf(invitationWorkflowId(grantId)), 10_000);
    await starter.stop();
    expect(await owed()).toEqual([]);
  });
});

describe('a report that nobody has finished an hour after it was asked for is owed its workflow again', () => {
  let rows: Rows;
  beforeAll(async () => {
    rows = await writeRows(database.owner);
  });
  const reportOf = async (state: string, minutesAgo: number) => {
    const id = randomUUID();
    await database.owner`
      insert into reports (id, dossier_id, language, with_access, created_by, state, pdf, created_at)
      values (${id}, ${rows.dossier}, 'fr', false, ${rows.a}, ${state}, case ${state} when 'ready' then 'x'::bytea end,
        now() - ${minutesAgo} * interval '1 minute')`;
    return id;
  };

  test.each(['queued', 'rendering'])('one that is %s: once, for as long as that is owed', async (state) => {
    const reportId = await reportOf(state, 61);
    await reportOf(state, 59);
    await oweMissingReports(database.db);
    await oweMissingReports(database.db);
    const task = { kind: 'report', reportId, dossierId: rows.dossier };
    expect((await owed()).map((row) => row.task)).toEqual([task]);
    await database.owner`delete from reports`;
  });

  test.each(['ready', 'failed'])('not one that is %s', async (state) => {
    await reportOf(state, 61);
    await oweMissingReports(database.db);
    expect(await owed()).toEqual([]);
  });
});

describe('a running starter', () => {
  test('delivers at a nudge, without waiting until it looks again', async () => {
    const starter = new Starter(context).start();
    const begun = Date.now();
    // Looking every two seconds alone would take these rounds ten times as long.
    for (let round = 0; round < 10; round++) {
      await owe(invite(randomUUID()));
      starter.nudge();
      await vi.waitFor(async () => expect(await owed()).toEqual([]), { timeout: 10_000, interval: 10 });
    }
    expect(Date.now() - begun).toBeLessThan(10_000);
    await starter.stop();
  });

  test('looks again by itself, and ends after what it delivers', async () => {
    const starter = new Starter(context).start();
    const first = randomUUID();
    await owe(invite(first));
    await vi.waitFor(async () => expect(await owed()).toEqual([]), { timeout: 10_000, interval: 50 });
    const last = randomUUID();
    await owe(invite(last));
    starter.nudge();
    await starter.stop();
    const left = await owed();
    const isDone = await runOf(invitationWorkflowId(last)).then(
      () => true,
      () => false,
    );
    expect(left).toHaveLength(isDone ? 0 : 1);
    await owe(invite(randomUUID()));
    starter.nudge();
    expect((await owed()).length).toBe(left.length + 1);
  });

  test('goes on after the database was away', async () => {
    const url = new URL(database.url);
    url.port = String(await freePort());
    const away = connect(url.href, { max: 1 });
    const db = { sql: away.sql, orm: away.orm };
    const starter = new Starter(contextOf(temporal, db)).start();
    await expect(away.sql`select 1`).rejects.toThrow();
    await owe(invite(randomUUID()));
    Object.assign(db, { sql: database.db.sql, orm: database.db.orm });
    starter.nudge();
    await vi.waitFor(async () => expect(await owed()).toEqual([]), { timeout: 15_000, interval: 50 });
    await starter.stop();
    await away.close();
  });
});
