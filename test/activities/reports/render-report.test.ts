import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/activity';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActivityContext } from '../../../src/activities/activities.ts';
import { type Attempt, failReport, renderReport } from '../../../src/activities/reports/render-report.ts';
import { type Render, RenderFailed } from '../../../src/activities/reports/renderer.ts';
import type { ReportData } from '../../../src/activities/reports/report-data.ts';
import { connect } from '../../../src/db/client.ts';
import { closedPort } from '../../support/child.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { type Rows, writeRows } from '../../support/rows.ts';

let database: TestDatabase;
let rows: Rows;

beforeAll(async () => {
  database = await createDatabase();
  rows = await writeRows(database.owner, { bound: true });
});
afterAll(() => database?.drop());

const pdf = Buffer.from('%PDF-1.7 all of it %%EOF');

async function newReport(columns: object = {}) {
  const id = randomUUID();
  const report = { id, dossier_id: rows.dossier, language: 'fr', with_access: false, created_by: rows.a };
  await database.owner`insert into reports ${database.owner({ ...report, ...columns })}`;
  return id;
}
const stored = async (id: string) => {
  const [row] = await database.owner<
    { state: string; progress: number; pdf: Buffer | null; finished_at: Date | null }[]
  >`
    select state, progress, pdf, finished_at from reports where id = ${id}`;
  return row;
};

type Options = { attempt?: number; signal?: AbortSignal; beats?: () => void; db?: ActivityContext['db'] };
function run(reportId: string, render: Render, { attempt = 1, signal, beats = () => {}, db }: Options = {}) {
  const context = { db: db ?? database.db, render } as ActivityContext;
  const live: Attempt = {
    info: { attempt },
    heartbeat: beats,
    cancellationSignal: signal ?? new AbortController().signal,
  };
  return renderReport(context, { reportId }, live);
}
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it did not fail'),
    (error: unknown) => error as ApplicationFailure,
  );

test('a report is drawn from the dossier, and its progress is told', async () => {
  const id = await newReport();
  let data: ReportData | undefined;
  const seen: unknown[] = [];
  const fate = await run(id, async (given, { onProgress }) => {
    data = given;
    seen.push((await stored(id))?.state);
    onProgress(40);
    await expect.poll(async () => (await stored(id))?.progress).toBe(40);
    return pdf;
  });
  expect([fate, seen]).toEqual(['ready', ['rendering']]);
  expect(data).toMatchObject({
    language: 'fr',
    firmName: 'Fortuna',
    dossierName: 'Dupont',
    managerName: 'Max Member',
  });
  expect(data!.access).toBeNull();
  const now = await stored(id);
  expect(now).toMatchObject({ state: 'ready', progress: 100, finished_at: expect.any(Date) });
  expect(now!.pdf).toEqual(pdf);
});

test('who has access is read where it was asked for: names and rights, no address and no number', async () => {
  const id = await newReport({ with_access: true });
  let data: ReportData | undefined;
  await run(id, async (given) => {
    data = given;
    return pdf;
  });
  expect(data!.access!.lines).toHaveLength(3);
  expect(data!.access!.lines).toContainEqual({
    firstName: 'Jeanne',
    lastName: 'Dupont',
    party: { kind: 'person', central: 'holder' },
    right: 'read_write',
    until: null,
    openedAt: expect.any(String),
  });
  expect(JSON.stringify(data)).not.toMatch(/@|\+32/);
});

test('an attempt that fails leaves nothing but its state, and the next makes the report, once', async () => {
  const id = await newReport();
  const failure = await failureOf(
    run(id, async (_, { onProgress }) => {
      onProgress(77);
      throw new RenderFailed('render_failed');
    }),
  );
  expect(failure).toMatchObject({ message: 'render_failed', nonRetryable: false });
  expect(await stored(id)).toMatchObject({ state: 'rendering', pdf: null, finished_at: null });
  expect(await run(id, async () => pdf, { attempt: 2 })).toBe('ready');
  let drawn = false;
  expect(
    await run(id, async () => {
      drawn = true;
      return pdf;
    }),
  ).toBe('ready');
  expect(drawn).toBe(false);
});

test('of two attempts at once, one writes the report, and it stays as it was', async () => {
  const id = await newReport();
  const other = Buffer.from('%PDF-1.7 another %%EOF');
  const fate = await run(id, async () => {
    expect(await run(id, async () => other, { attempt: 2 })).toBe('ready');
    return pdf;
  });
  expect(fate).toBe('ready');
  expect((await stored(id))!.pdf).toEqual(other);
});

test('a report that is deleted while it is drawn is not finished: the renderer is told at its next word', async () => {
  const id = await newReport();
  const fate = await run(id, async (_, { onProgress, signal }) => {
    await database.owner`delete from reports where id = ${id}`;
    onProgress(50);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    throw new RenderFailed('render_aborted');
  });
  expect(fate).toBe('removed');
  expect(await stored(id)).toBeUndefined();
  expect(await run(id, () => expect.unreachable())).toBe('removed');
});

test('a report that is deleted just before the end is not written', async () => {
  const id = await newReport();
  const fate = await run(id, async () => {
    await database.owner`delete from reports where id = ${id}`;
    return pdf;
  });
  expect([fate, await stored(id)]).toEqual(['removed', undefined]);
});

test('the third failure is the last; a worker that is shut down, and a database that is away, are none', async () => {
  const id = await newReport();
  const failing: Render = async () => {
    throw new RenderFailed('render_failed');
  };
  for (const [attempt, last] of [
    [1, false],
    [2, false],
    [3, true],
    [4, true],
  ] as const) {
    expect(await failureOf(run(id, failing, { attempt }))).toMatchObject({ nonRetryable: last });
  }
  const shutDown = await failureOf(run(id, failing, { attempt: 3, signal: AbortSignal.abort() }));
  expect(shutDown).toMatchObject({ nonRetryable: false });
  const away = connect(`postgres://nobody@127.0.0.1:${await closedPort()}/none`);
  const failure = await failureOf(run(id, failing, { attempt: 9, db: away }));
  expect(failure).toMatchObject({ message: 'database_failed', nonRetryable: false });
  await away.close();
});

test('what cannot be read is told by its place, without a word of the dossier', async () => {
  const simulation = {
    id: randomUUID(),
    dossier_id: rows.dossier,
    name: 'Dupont',
    engine: 'none',
    created_by: rows.a,
  };
  const nothing = {
    assumptions: database.owner.json({}),
    inputs: database.owner.json({}),
    result: database.owner.json({}),
  };
  await database.owner`insert into simulations ${database.owner({ ...simulation, ...nothing })}`;
  const id = await newReport({ simulation_id: simulation.id });
  const failure = await failureOf(run(id, () => expect.unreachable(), { attempt: 3 }));
  expect(failure).toBeInstanceOf(ApplicationFailure);
  expect(failure.message).toMatch(/^not_read TypeError read-report\.ts:\d+$/);
  expect(failure.nonRetryable).toBe(true);
  expect(failure.cause).toBeUndefined();
});

test('a report that failed for good has no PDF; one that is ready stays ready', async () => {
  const context = { db: database.db } as ActivityContext;
  const id = await newReport();
  await failReport(context, { reportId: id });
  expect(await stored(id)).toMatchObject({ state: 'failed', pdf: null, finished_at: expect.any(Date) });
  const ready = await newReport();
  await run(ready, async () => pdf);
  await failReport(context, { reportId: ready });
  expect((await stored(ready))!.state).toBe('ready');
});
