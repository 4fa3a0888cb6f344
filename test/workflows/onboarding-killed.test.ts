import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTemporalDevServer, type TemporalDevServer } from '../../src/dev/temporal.ts';
import { check, type FileLine, pathOf } from '../support/onboardings.ts';
import { type Firm, firm, member } from '../support/people.ts';
import { startWorkerProcess } from '../support/programs.ts';
import { authSecret, createWorld, type World } from '../support/world.ts';

let world: World;
let server: TemporalDevServer;
let team: Firm;
let importer: Awaited<ReturnType<typeof member>>;
let colleague: Awaited<ReturnType<typeof member>>;
const working: Awaited<ReturnType<typeof startWorkerProcess>>[] = [];

beforeAll(async () => {
  [world, server] = await Promise.all([createWorld(), startTemporalDevServer({ dataFile: null })]);
  team = await firm(world);
  importer = await member(world, team);
  colleague = await member(world, team);
});
afterAll(async () => {
  await Promise.all(working.map((worker) => worker.stop()));
  await Promise.all([server?.stop(), world?.close()]);
});

const startWorker = async () => {
  const worker = await startWorkerProcess({
    DATABASE_URL: world.url,
    TEMPORAL_ADDRESS: server.address,
    TEMPORAL_TASK_QUEUE: 'onboarding',
    SMTP_URL: world.inbox.url,
    PUBLIC_URL: world.services.config.publicUrl,
    AUTH_SECRET: authSecret,
  });
  working.push(worker);
  return worker;
};

const dossiers = 2_500;
const rights = 3 * dossiers;

/** 10,000 lines: each family has a holder, a co-holder and a child with access, and one without. */
function bigFile(): FileLine[] {
  let n = 0;
  const access = (right: string) => {
    const number = String(++n).padStart(5, '0');
    return { email: `person.${number}@families.test`, phone: `+324711${number}`, right };
  };
  return Array.from({ length: dossiers }, (_, i): FileLine[] => {
    const dossier = `Famille ${i}`;
    const manager = i % 2 ? { manager: colleague.email } : {};
    const person = (first_name: string, more: FileLine) => ({
      dossier,
      first_name,
      last_name: dossier,
      ...more,
    });
    return [
      person('Jeanne', { ...manager, central: 'holder', ...access('read_write') }),
      person('Paul', { central: 'co_holder', ...access('read_only') }),
      person('Léa', { birth_date: '1990-01-31', language: 'nl', ...access('read_write') }),
      person('Tom', {}),
    ];
  }).flat();
}

/** Of every row that an onboarding writes, how many there are. */
const counted = async () => {
  const [row] = await world.owner`
    select (select count(*)::int from dossiers) as dossiers,
      (select count(distinct name)::int from dossiers) as names,
      (select count(*)::int from persons) as persons,
      (select count(distinct (dossier_id, first_name))::int from persons) as different,
      (select count(*)::int from persons where central is not null) as central,
      (select count(*)::int from grants where person_id is not null) as grants,
      (select count(distinct email)::int from grants where person_id is not null) as addresses,
      (select count(*)::int from records where action = 'dossier_created') as created,
      (select count(*)::int from records where action = 'access_given') as given,
      (select count(*)::int from records where action = 'manager_changed') as "handedOver",
      (select count(*)::int from dossiers where manager_id = ${colleague.memberId}) as his,
      (select count(*)::int from onboarded_dossiers) as done,
      (select count(*)::int from onboarding_lines) as lines`;
  return row;
};

test('10,000 lines with the worker killed in the middle: every dossier, person and right is there, once, and the invitations are spread', async () => {
  const { body: checked } = await check(importer.client, team.id, bigFile());
  expect(checked).toMatchObject({
    ...{ state: 'checked', lines: 4 * dossiers, dossiers, persons: 4 * dossiers, rights, rejections: 0 },
    irrevocable: 2 * dossiers,
  });
  expect(await counted()).toMatchObject({ dossiers: 0, persons: 0, grants: 0, lines: dossiers });

  const first = await startWorker();
  const path = pathOf(team.id, checked.id);
  expect((await importer.client.post(`${path}/start`, { invitationsPerHour: 600 })).status).toBe(202);
  const created = async () => (await importer.client.get(path)).body.progress.dossiersCreated as number;
  await expect.poll(created, { timeout: 120_000 }).toBeGreaterThan(dossiers / 3);
  process.kill(first.pid(), 'SIGKILL');
  await first.ended;
  const then = await counted();
  expect(then!.dossiers).toBeLessThan(dossiers);
  expect(then).toMatchObject({
    ...{ done: then!.dossiers, persons: 4 * then!.dossiers, grants: 3 * then!.dossiers },
    lines: dossiers - then!.dossiers,
  });

  await startWorker();
  const state = async () => (await importer.client.get(path)).body.state;
  await expect.poll(state, { timeout: 120_000, interval: 200 }).toBe('finished');
  expect(await counted()).toEqual({
    ...{ dossiers, names: dossiers, created: dossiers, done: dossiers, lines: 0 },
    ...{ persons: 4 * dossiers, different: 4 * dossiers, central: 2 * dossiers },
    ...{ grants: rights, addresses: rights, given: rights },
    ...{ handedOver: dossiers / 2, his: dossiers / 2 },
  });
  expect((await importer.client.get(path)).body.progress).toMatchObject({
    ...{ dossiersCreated: dossiers, dossiersFailed: 0, failures: [] },
  });

  const turns = await world.owner<{ grant: string; at: number }[]>`
      select task->>'grantId' as grant, extract(epoch from due_at)::float8 as at from owed
      where task->>'kind' = 'invite' and attempts = 0 order by due_at`;
  const [taken] = await world.owner<{ count: number }[]>`
      select count(*)::int as count from grants where person_id is not null and state <> 'queued'`;
  expect(new Set(turns.map(({ grant }) => grant)).size).toBe(turns.length);
  expect(turns.length).toBeGreaterThan(rights - 100);
  expect(rights - turns.length).toBeGreaterThanOrEqual(taken!.count);
  const waits = new Set(turns.slice(1).map(({ at }, i) => Math.round(at - turns[i]!.at)));
  expect([...waits]).toEqual([6]);
}, 300_000);

test('who ran it, the firm’s admin and the manager who was handed dossiers are told, in one e-mail each', async () => {
  for (const [{ email }, count] of [
    [importer, 1],
    [team.admin, 1],
    [colleague, 1],
  ] as const) {
    const subjects = async () =>
      world.inbox
        .to(email)
        .map(({ mail }) => mail.subject)
        .filter((subject) => /onboarding|handed over/i.test(subject ?? ''));
    await expect.poll(subjects).toHaveLength(count);
  }
});
