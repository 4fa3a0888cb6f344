import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Render, RenderFailed, renderApart } from '../../src/activities/reports/renderer.ts';
import type { report } from '../../src/workflows/index.ts';
import { reportWorkflowId } from '../../src/workflows/messages.ts';
import { readPdf } from '../activities/reports/read-pdf.ts';
import { type Dossier, dossier, firm, member } from '../support/people.ts';
import { startWorkerProcess } from '../support/programs.ts';
import { createTimeWorld, type RunningWorker, type TimeWorld } from '../support/time-world.ts';
import { authSecret } from '../support/world.ts';

let world: TimeWorld;
let manager: Awaited<ReturnType<typeof member>>;
let where: Dossier;
let worker: RunningWorker;
/** How the worker of these tests draws. */
let render: Render = renderApart;

beforeAll(async () => {
  world = await createTimeWorld();
  manager = await member(world, await firm(world));
  where = await dossier(manager);
  await world.stopWorker();
  worker = await world.startWorker({ render: (data, options) => render(data, options) });
});
afterAll(async () => {
  await worker?.stop();
  await world?.close();
});

async function ask() {
  const { body } = await manager.client.post(`${where.path}/reports`, { withAccess: true });
  const path = `${where.path}/reports/${body.id}`;
  const handle = world.temporal.workflow.getHandle<typeof report>(reportWorkflowId(body.id));
  return {
    id: body.id as string,
    path,
    handle,
    state: async () => (await manager.client.get(path)).body.state as string | undefined,
    progress: async () => (await manager.client.get(path)).body.progress as number,
    pdf: () => manager.client.get(`${path}/pdf`),
    /** How its workflow ended, awaited. */
    async outcome() {
      await expect.poll(() => handle.describe().then(Boolean, () => false)).toBe(true);
      return handle.result();
    },
    rows: () => world.owner<{ state: string; pdf: Buffer | null }[]>`
      select state, pdf from reports where id = ${body.id}`,
  };
}
type Asked = Awaited<ReturnType<typeof ask>>;

async function expectWhole({ pdf, state }: Asked) {
  expect(await state()).toBe('ready');
  const { status, body } = await pdf();
  expect(status).toBe(200);
  expect((await readPdf(body)).text).toContain('Jeanne Dupont');
}

test('a report is drawn by a workflow that an operator can read, and that names nobody', async () => {
  render = renderApart;
  const asked = await ask();
  expect(await asked.outcome()).toBe('ready');
  await expectWhole(asked);
  const description = await asked.handle.describe();
  expect(description).toMatchObject({ type: 'report', taskQueue: 'time' });
  const { events } = await asked.handle.fetchHistory();
  const queues = events!.flatMap(
    (event) => event.activityTaskScheduledEventAttributes?.taskQueue?.name ?? [],
  );
  expect(queues).toEqual(['time-reports']);
  const payloads = [...JSON.stringify(events).matchAll(/"data":"([^"]*)"/g)].map(([, data]) =>
    Buffer.from(data!, 'base64').toString(),
  );
  expect(payloads).toContain(`{"reportId":"${asked.id}"}`);
  expect(payloads.join()).not.toMatch(/Dupont|Jeanne|Fortuna|@/);
});

test('a renderer that is killed in the middle leaves no half report: the next attempt makes it, once', async () => {
  let attempts = 0;
  const between: unknown[] = [];
  render = async (data, { onProgress, signal }) => {
    if (++attempts > 1) {
      between.push(...(await asked.rows()));
      return renderApart(data, { onProgress, signal });
    }
    const killing = new AbortController();
    return renderApart(data, {
      signal: AbortSignal.any([signal, killing.signal]),
      onProgress(percent) {
        onProgress(percent);
        if (percent >= 20) killing.abort();
      },
    });
  };
  const asked = await ask();
  expect(await asked.outcome()).toBe('ready');
  expect(attempts).toBe(2);
  expect(between).toEqual([{ state: 'rendering', pdf: null }]);
  await expectWhole(asked);
});

test('a report that cannot be drawn is tried three times, and then failed, without a PDF', async () => {
  let attempts = 0;
  render = async () => {
    attempts++;
    throw new RenderFailed('render_failed TypeError tree.ts:1');
  };
  const asked = await ask();
  expect(await asked.outcome()).toBe('failed');
  expect(attempts).toBe(3);
  expect(await asked.rows()).toEqual([{ state: 'failed', pdf: null }]);
  expect((await asked.pdf()).body.code).toBe('report_failed');
});

test('a report that is deleted while it is drawn ends quietly', async () => {
  let aborted = false;
  render = async (_, { onProgress, signal }) => {
    onProgress(30);
    await manager.client.delete(asked.path, 1);
    onProgress(40);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    aborted = true;
    throw new RenderFailed('render_aborted');
  };
  const asked = await ask();
  expect(await asked.outcome()).toBe('removed');
  expect(aborted).toBe(true);
  expect(await asked.rows()).toEqual([]);
});

test('e-mails go out while reports are drawn', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  render = async () => {
    await held;
    return Buffer.from('%PDF-1.7 %%EOF');
  };
  const asked = await Promise.all(Array.from({ length: 12 }, ask));
  await expect.poll(async () => Promise.all(asked.map((one) => one.state()))).toContain('rendering');
  await manager.client.put(`${where.path}/access-rights/persons/${where.holderId}`, {
    email: 'jeanne@people.test',
    phone: '+32470000001',
    right: 'read_only',
  });
  await world.inbox.nth('jeanne@people.test', 1);
  expect(
    (await Promise.all(asked.map((one) => one.state()))).filter((state) => state === 'queued'),
  ).toHaveLength(11);
  release();
  for (const one of asked) expect(await one.outcome()).toBe('ready');
});

/** A worker that dies is noticed after 20 seconds of silence, which are waited for. */
const patience = 120_000;

test(
  'a worker that is killed while a report is drawn leaves no half of it, and another worker makes it whole',
  async () => {
    await worker.stop();
    const dying = await startWorkerProcess({
      DATABASE_URL: world.url,
      TEMPORAL_ADDRESS: world.server.address,
      TEMPORAL_TASK_QUEUE: 'time',
      SMTP_URL: world.inbox.url,
      PUBLIC_URL: world.services.config.publicUrl,
      AUTH_SECRET: authSecret,
    });
    const asked = await ask();
    await expect.poll(asked.progress, { timeout: patience, interval: 20 }).toBeGreaterThan(5);
    process.kill(dying.pid(), 'SIGKILL');
    await dying.ended;
    expect(await asked.rows()).toEqual([{ state: 'rendering', pdf: null }]);
    expect((await asked.pdf()).body.code).toBe('report_not_ready');

    render = renderApart;
    worker = await world.startWorker({ render: (data, options) => render(data, options) });
    await expect.poll(asked.state, { timeout: patience }).toBe('ready');
    await expectWhole(asked);
  },
  patience,
);
