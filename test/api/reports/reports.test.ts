import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { renderApart } from '../../../src/activities/reports/renderer.ts';
import { reportFailed, reportProgress } from '../../../src/db/queries/reports.ts';
import { readPdf } from '../../activities/reports/read-pdf.ts';
import { expectRefused, fieldErrors } from '../../support/access.ts';
import type { Client } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Dossier, dossier, type Firm, firm, insider, member, person } from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
});
const quick = async () => Buffer.from('%PDF-1.7 quick %%EOF');
afterEach(() => {
  world.render = quick;
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const of = ({ path }: Dossier) => `${path}/reports`;
const ask = async (where: Dossier, body: object = {}, client: Client = manager.client) => {
  const answer = await client.post(of(where), body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const pdfOf = (where: Dossier, id: string, client: Client = manager.client) =>
  client.get(`${of(where)}/${id}/pdf`);

async function simulationIn(where: Dossier, removed = false) {
  const [row] = await world.owner<{ id: string }[]>`
    insert into simulations (id, dossier_id, name, assumptions, inputs, result, engine, created_by, removed_at)
    values (uuidv7(), ${where.id}, 'Prudent', '{"horizon": 1, "inflation": "0", "growth": {}, "donations": [], "deaths": []}',
      '{"startYear": 2026, "persons": [], "items": []}', '{"notes": ["no_tax"], "years": []}', 'test', ${manager.id},
      case when ${removed} then now() end)
    returning id`;
  return row!.id;
}

test('a report is asked for, drawn after the answer, listed and downloaded as a PDF', async () => {
  const where = await dossier(manager, { couple: true });
  await person(manager, where, { firstName: 'Ελένη', birthDate: '1980-02-29' });
  const asked = await ask(where, { withAccess: true, simulationId: await simulationIn(where) });
  expect(asked).toMatchObject({
    state: 'queued',
    progress: 0,
    language: 'en',
    withAccess: true,
    finishedAt: null,
    version: 1,
  });
  expect(await world.owed()).toEqual([{ kind: 'report', reportId: asked.id, dossierId: where.id }]);
  await expectRefused(world, () => pdfOf(where, asked.id), 409, 'report_not_ready');

  await reportProgress(world.db, asked.id, 37);
  const halfway = await manager.client.get(`${of(where)}/${asked.id}`);
  expect(halfway.body).toMatchObject({ state: 'rendering', progress: 37 });
  await expectRefused(world, () => pdfOf(where, asked.id), 409, 'report_not_ready');

  world.render = renderApart;
  await world.deliver();
  const ready = (await manager.client.get(`${of(where)}/${asked.id}`)).body;
  expect(ready).toMatchObject({ state: 'ready', progress: 100, finishedAt: expect.any(String) });
  expect((await manager.client.get(of(where))).body.items).toEqual([ready]);

  const answer = await pdfOf(where, asked.id);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="Famille Dupont \d{4}-\d\d-\d\d\.pdf"$/,
  );
  const { text } = await readPdf(answer.body);
  for (const said of [
    'Famille Dupont',
    'Jeanne Dupont',
    'Paul Martin',
    'Ελένη',
    'Prudent',
    'Who has access',
  ]) {
    expect(text).toContain(said);
  }
});

test('a report is in the account’s language, or in the one that is asked for', async () => {
  const where = await dossier(manager);
  expect((await ask(where)).language).toBe('en');
  expect((await ask(where, { language: 'nl' })).language).toBe('nl');
  const holder = await insider(world, manager, where, where.holderId);
  await world.owner`update accounts set language = 'fr' where id = ${holder.id}`;
  expect((await ask(where, {}, holder.client)).language).toBe('fr');
});

test('reports are listed the newest first, each dossier’s for itself', async () => {
  const [where, elsewhere] = [await dossier(manager), await dossier(manager)];
  const [first, second] = [await ask(where), await ask(where)];
  const other = await ask(elsewhere);
  const listed = (await manager.client.get(of(where))).body.items;
  expect(listed.map((report: { id: string }) => report.id)).toEqual([second.id, first.id]);
  for (const call of [
    () => manager.client.get(`${of(where)}/${other.id}`),
    () => pdfOf(where, other.id),
    () => manager.client.delete(`${of(where)}/${other.id}`, 1),
  ]) {
    await expectRefused(world, call, 404, 'not_found');
  }
});

test('a simulation of another dossier, and a removed one, is named as wrong', async () => {
  const [where, elsewhere] = [await dossier(manager), await dossier(manager)];
  for (const simulationId of [await simulationIn(elsewhere), await simulationIn(where, true)]) {
    const answer = await expectRefused(
      world,
      () => manager.client.post(of(where), { simulationId }),
      422,
      'invalid',
    );
    expect(fieldErrors(answer)).toEqual([['simulationId', 'not_in_dossier']]);
  }
});

test('a report that failed has no PDF, and says so', async () => {
  const where = await dossier(manager);
  const { id } = await ask(where);
  await reportFailed(world.db, id);
  expect((await manager.client.get(`${of(where)}/${id}`)).body).toMatchObject({ state: 'failed' });
  await expectRefused(world, () => pdfOf(where, id), 409, 'report_failed');
});

test('a deleted report is gone with its PDF; one that is deleted while queued is never drawn', async () => {
  const where = await dossier(manager);
  const { id } = await ask(where);
  await world.deliver();
  expect((await manager.client.delete(`${of(where)}/${id}`, 1)).status).toBe(204);
  expect(await world.owner`select from reports where id = ${id}`).toHaveLength(0);
  for (const path of [`${of(where)}/${id}`, `${of(where)}/${id}/pdf`]) {
    expect((await manager.client.get(path)).status).toBe(404);
  }
  const queued = await ask(where);
  await manager.client.delete(`${of(where)}/${queued.id}`, 1);
  world.render = () => expect.unreachable();
  await world.deliver();
  expect((await manager.client.get(of(where))).body.items).toEqual([]);
});

test('a dossier holds a hundred reports, also when two come at once', async () => {
  const where = await dossier(manager);
  await world.owner`
    insert into reports (id, dossier_id, language, with_access, created_by)
    select uuidv7(), ${where.id}, 'fr', false, ${manager.id} from generate_series(1, 99)`;
  const answers = await Promise.all(Array.from({ length: 8 }, () => manager.client.post(of(where), {})));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array(7).fill(409)]);
  await expectRefused(world, () => manager.client.post(of(where), {}), 409, 'too_many');
});

test('a dossier’s name makes a file’s name, whatever is in it', async () => {
  const where = await dossier(manager);
  const { id } = await ask(where);
  await world.deliver();
  for (const [name, encoded] of [
    ['A/B\\C: "D" <E>|F?*', 'A-B-C- -D- -E-F-'],
    ['..hidden', 'hidden'],
    ['Δοκιμή 王', '%CE%94%CE%BF%CE%BA%CE%B9%CE%BC%CE%AE%20%E7%8E%8B'],
  ] as const) {
    await world.owner`update dossiers set name = ${name} where id = ${where.id}`;
    const header = (await pdfOf(where, id)).headers.get('content-disposition')!;
    expect(header).toContain(encoded);
    expect(header).toMatch(/\d{4}-\d\d-\d\d\.pdf/);
  }
});
