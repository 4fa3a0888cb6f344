import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActivityContext } from '../../../src/activities/activities.ts';
import { onboardBatch } from '../../../src/activities/onboarding/onboard-batch.ts';
import { forgetUnstarted } from '../../../src/db/queries/onboardings.ts';
import { oweMissing, oweMissingOnboardings } from '../../../src/db/queries/owed.ts';
import { actionsOf, expectRefused, lineOf, linePath } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import { access, check, type FileLine, family, pathOf } from '../../support/onboardings.ts';
import { type Dossier, dossier, type Firm, firm, insider, member } from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;
let importer: Awaited<ReturnType<typeof member>>;
let colleague: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  importer = await member(world, team);
  colleague = await member(world, team);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const alive = { heartbeat() {}, cancellationSignal: new AbortController().signal };
const batch = (onboardingId: string) =>
  onboardBatch({ db: world.db, nudge() {} } as unknown as ActivityContext, { onboardingId }, alive);

/** A file, checked by somebody. */
async function checked(lines: FileLine[], by = importer) {
  const { body } = await check(by.client, team.id, lines);
  expect(body.state).toBe('checked');
  const path = pathOf(team.id, body.id);
  return {
    id: body.id as string,
    path,
    start: (rate = {}) => by.client.post(`${path}/start`, rate),
    now: async () => (await team.admin.client.get(path)).body,
    /** Does what its workflow does, and leaves what is owed as it is. */
    run: () => batch(body.id),
    /** `minutes`: after the first turn. */
    turns: () => world.owner<{ due: Date; minutes: number; held: boolean }[]>`
      select due_at as due, due_at = 'infinity' as held, case when due_at < 'infinity' then
        round(extract(epoch from due_at - min(due_at) over ()) / 60)::int end as minutes
      from owed where onboarding_id = ${body.id} and task->>'kind' = 'invite' order by id`,
  };
}

/** A dossier by its name, as somebody sees it, with the ids of its family by first name. */
async function dossierNamed(name: string, { client }: { client: typeof importer.client }) {
  const [row] = await world.owner<{ id: string; manager: string }[]>`
    select id, manager_id as manager from dossiers where name = ${name}`;
  const path = `/api/dossiers/${row!.id}`;
  const { body } = await client.get(`${path}/family`);
  const ids = Object.fromEntries(
    (body.persons ?? []).map((one: { firstName: string; id: string }) => [one.firstName, one.id]),
  ) as Record<string, string>;
  const where: Dossier = { id: row!.id, path, holderId: ids.Jeanne!, coHolderId: ids.Paul ?? null };
  return { where, ids, manager: row!.manager };
}

test('R1, R2, R5, R16: dossiers, persons and rights are as if the importer had entered them; the record says so', async () => {
  const lines = [...family('Aubert'), ...family('Bertrand', { manager: colleague.email })];
  const onboarding = await checked(lines);
  expect((await onboarding.start()).body).toMatchObject({ state: 'running', invitationsPerHour: 600 });
  expect(await onboarding.run()).toEqual({ state: 'finished', done: 2, dossiers: 2 });
  expect(await onboarding.now()).toMatchObject({
    state: 'finished',
    by: { id: importer.id },
    progress: { dossiersCreated: 2, dossiersFailed: 0, invitationsSent: 0, invitationsWaiting: 6 },
  });

  const own = await dossierNamed('Aubert', importer);
  expect(own.manager).toBe(importer.memberId);
  expect(await lineOf(importer, own.where, own.ids.Jeanne!)).toMatchObject({
    ...{ email: lines[0]!.email, right: 'read_write', open: false, revocable: false },
    party: { name: 'Jeanne Aubert', central: 'holder' },
    invitation: { state: 'queued', sentAt: null },
  });
  expect(await lineOf(importer, own.where, own.ids.Paul!)).toMatchObject({
    right: 'read_only',
    revocable: false,
  });
  expect(await lineOf(importer, own.where, own.ids.Léa!)).toMatchObject({
    right: 'read_write',
    revocable: true,
  });
  expect(await lineOf(importer, own.where, own.ids.Tom!)).toMatchObject({ right: 'none', grantId: null });
  await expectRefused(
    world,
    () => importer.client.put(linePath(own.where, own.ids.Jeanne!), { right: 'none' }),
    409,
    'access_irrevocable',
  );

  const his = await dossierNamed('Bertrand', colleague);
  expect(his.manager).toBe(colleague.memberId);
  expect((await importer.client.get(his.where.path)).body.me.roles).toEqual([
    { name: 'team_member', right: null },
  ]);
  expect(await actionsOf(world, his.where.id)).toEqual(['dossier_created', 'manager_changed']);
  expect(await actionsOf(world, his.ids.Jeanne!)).toEqual(['central_changed', 'access_given']);
  const { items } = (await colleague.client.get(`${his.where.path}/access-rights/history`)).body;
  for (const { actor, details } of items) {
    expect(actor.id).toBe(importer.id);
    expect(details.origin).toMatchObject({ address: expect.any(String), requestId: expect.any(String) });
  }
  const created = items.find(({ action }: { action: string }) => action === 'dossier_created');
  expect(created.after).toEqual({ managerId: importer.memberId, onboardingId: onboarding.id });
  expect(await actionsOf(world, onboarding.id)).toEqual(['onboarding_started', 'onboarding_finished']);
});

test('the lines with names and addresses are gone once it is over, and who is told is told once', async () => {
  const [kept] = await world.owner`
    select (select count(*)::int from onboarding_lines where onboarding_id in (
      select id from onboardings where state = 'finished')) as lines,
      (select count(*)::int from onboardings where state = 'finished' and origin is not null) as origins`;
  expect(kept).toEqual({ lines: 0, origins: 0 });
  const told = await world.owner`
    select kind, email, data - 'onboardingId' - 'actorId' as data from mails
    where kind in ('onboarding_finished', 'dossiers_received', 'manager_received', 'manager_handed_over', 'central_given')`;
  const tally = { created: 2, failed: 0, persons: 8, rights: 6, irrevocable: 4 };
  expect(new Set(told.map((one) => JSON.stringify(one)))).toEqual(
    new Set(
      [
        { kind: 'onboarding_finished', email: importer.email, data: tally },
        { kind: 'onboarding_finished', email: team.admin.email, data: tally },
        { kind: 'dossiers_received', email: colleague.email, data: { dossiers: 1 } },
      ].map((one) => JSON.stringify({ ...one, data: sorted(one.data) })),
    ),
  );
});

/** The keys of a jsonb object, as the database orders them. */
const sorted = (data: object) =>
  Object.fromEntries(Object.entries(data).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)));

test('invitations have their turns at the rate asked for; nothing starts them early, and health counts what is due', async () => {
  await world.owner`delete from owed`;
  const onboarding = await checked([...family('Claes'), ...family('Dubois')]);
  await onboarding.start({ invitationsPerHour: 60 });
  await onboarding.run();
  const turns = await onboarding.turns();
  expect(turns.map(({ minutes }) => minutes)).toEqual([0, 1, 2, 3, 4, 5]);
  expect((await onboarding.now()).progress).toMatchObject({
    invitationsWaiting: 6,
    lastInvitationAt: turns.at(-1)!.due.toISOString(),
  });
  await world.owner`update grants set watched_at = now() - interval '2 days' where person_id is not null`;
  await world.owner`delete from owed where onboarding_id is null`;
  await oweMissing(world.db);
  const early = await world.owner`
    select 1 from owed o join grants g on g.id = (o.task->>'grantId')::uuid join dossiers d on d.id = g.dossier_id
    where d.name in ('Claes', 'Dubois') and o.onboarding_id is null`;
  expect(early).toHaveLength(0);
  await world.owner`delete from owed where onboarding_id is null`;
  expect((await world.client().get('/api/health/ready')).body.owed).toMatchObject({ count: 1 });
});

test('paused, it stands still and holds back its invitations; resumed, it goes on, and they get turns anew', async () => {
  const onboarding = await checked(['Evers', 'Fabre', 'Goossens'].flatMap((name) => family(name)));
  await onboarding.start({ invitationsPerHour: 60 });
  expect((await colleague.client.post(`${onboarding.path}/pause`)).body).toMatchObject({
    ...{ state: 'paused', pausedBecause: 'asked' },
  });
  expect(await onboarding.run()).toMatchObject({ state: 'paused', done: 0 });
  await expectRefused(
    world,
    () => importer.client.post(`${onboarding.path}/pause`),
    409,
    'onboarding_not_running',
  );
  await expectRefused(world, () => onboarding.start(), 409, 'onboarding_started');
  await expectRefused(world, () => importer.client.delete(onboarding.path, 3), 409, 'onboarding_started');
  expect((await importer.client.post(`${onboarding.path}/resume`)).status).toBe(202);
  await expectRefused(
    world,
    () => importer.client.post(`${onboarding.path}/resume`),
    409,
    'onboarding_not_paused',
  );
  expect(await onboarding.run()).toMatchObject({ state: 'finished', done: 3 });

  // Its dossiers are done, and its invitations are not: they can be held back still.
  await importer.client.post(`${onboarding.path}/pause`);
  expect((await onboarding.turns()).every(({ held }) => held)).toBe(true);
  expect((await onboarding.now()).progress).toMatchObject({ invitationsWaiting: 9, lastInvitationAt: null });
  expect((await importer.client.post(`${onboarding.path}/resume`)).body.state).toBe('finished');
  const turns = await onboarding.turns();
  expect(turns.map(({ minutes }) => minutes)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  const finished = await world.owner`
    select 1 from mails where kind = 'onboarding_finished' and data->>'onboardingId' = ${onboarding.id}`;
  expect(finished).toHaveLength(2);
});

test('started twice at once, it starts once; two attempts at once create nothing twice', async () => {
  const onboarding = await checked(Array.from({ length: 20 }, (_, i) => family(`Twice ${i}`)).flat());
  const answers = await Promise.all([onboarding.start(), onboarding.start(), onboarding.start()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
  const owed = (await world.owed()).filter(
    (task) => task.kind === 'onboarding' && task.onboardingId === onboarding.id,
  );
  expect(owed).toHaveLength(1);
  await Promise.all([onboarding.run(), onboarding.run(), onboarding.run()]);
  const [found] = await world.owner`
    select count(*)::int as dossiers, count(distinct name)::int as names from dossiers where name like 'Twice %'`;
  expect(found).toEqual({ dossiers: 20, names: 20 });
  expect(await onboarding.turns()).toHaveLength(60);
});

test('what became impossible since the check is told with its line, and the rest goes on', async () => {
  const leaving = await member(world, team);
  const onboarding = await checked([
    ...family('Hermans'),
    ...family('Ingels', { manager: leaving.email }),
    ...family('Jacobs'),
  ]);
  await colleague.client.post('/api/dossiers', {
    name: 'HERMANS',
    holder: { firstName: 'x', lastName: 'y' },
  });
  const { body } = await team.admin.client.get(`/api/firms/${team.id}/members`);
  const { version } = body.items.find(({ id }: { id: string }) => id === leaving.memberId);
  await team.admin.client.patch(`/api/firms/${team.id}/members/${leaving.memberId}`, version, { left: true });
  await onboarding.start();
  expect(await onboarding.run()).toEqual({ state: 'finished', done: 3, dossiers: 3 });
  const { progress } = await onboarding.now();
  expect(progress).toMatchObject({ dossiersCreated: 1, dossiersFailed: 2 });
  expect(
    progress.failures.map(({ line, column, code }: { line: number; column: string; code: string }) => [
      line,
      column,
      code,
    ]),
  ).toEqual([
    [2, 'dossier', 'dossier_exists'],
    [6, 'manager', 'not_a_manager'],
  ]);
  expect(await world.owner`select from dossiers where name in ('Hermans', 'Ingels')`).toHaveLength(0);
});

test('R1: an importer who may no longer manage dossiers pauses it; another resumes it, and acts as himself', async () => {
  const gone = await member(world, team);
  const onboarding = await checked(
    [...family('Kuypers'), ...family('Lambert', { manager: colleague.email })],
    gone,
  );
  await onboarding.start();
  const { body } = await team.admin.client.get(`/api/firms/${team.id}/members`);
  const { version } = body.items.find(({ id }: { id: string }) => id === gone.memberId);
  await team.admin.client.patch(`/api/firms/${team.id}/members/${gone.memberId}`, version, {
    role: 'support',
  });
  expect(await onboarding.run()).toMatchObject({ state: 'paused', done: 0 });
  expect(await onboarding.now()).toMatchObject({ state: 'paused', pausedBecause: 'importer_gone' });
  const told = await world.owner`select email from mails where kind = 'onboarding_paused'`;
  expect([...told]).toEqual([{ email: team.admin.email }]);
  await expectRefused(world, () => gone.client.post(`${onboarding.path}/resume`), 403, 'not_permitted');

  expect((await colleague.client.post(`${onboarding.path}/resume`)).body.by.id).toBe(colleague.id);
  expect(await onboarding.run()).toMatchObject({ state: 'finished', done: 2 });
  for (const name of ['Kuypers', 'Lambert']) {
    const { manager, where } = await dossierNamed(name, colleague);
    expect(manager).toBe(colleague.memberId);
    expect(await actionsOf(world, where.id)).toEqual(['dossier_created']);
  }
});

test('R5, R10: access of an account opens at once, and a central person who is in hears of the other', async () => {
  const elsewhere = await dossier(importer);
  const known = await insider(world, importer, elsewhere, elsewhere.holderId);
  const lines = family('Maes');
  Object.assign(lines[0]!, { email: known.email, phone: known.phone });
  const onboarding = await checked(lines);
  await onboarding.start();
  await onboarding.run();
  const { where, ids } = await dossierNamed('Maes', importer);
  expect(await lineOf(importer, where, ids.Jeanne!)).toMatchObject({ open: true });
  expect((await known.client.get(where.path)).body.me.roles).toEqual([
    { name: 'holder', right: 'read_write' },
  ]);
  const guarded = await world.owner`
    select email from mails where kind = 'central_given' and dossier_id = ${where.id}`;
  expect([...guarded]).toEqual([{ email: known.email }]);
  const again = { ...access(), email: known.email };
  await expectRefused(
    world,
    () => importer.client.put(linePath(where, ids.Tom!), again),
    409,
    'email_in_use',
  );
});

test('R13: withdrawn while its turn is to come: nothing is ever sent', async () => {
  const lines = family('Nijs');
  const onboarding = await checked(lines);
  await onboarding.start();
  await onboarding.run();
  const { where, ids } = await dossierNamed('Nijs', importer);
  expect((await importer.client.put(linePath(where, ids.Léa!), { right: 'none' })).status).toBe(200);
  await world.deliver();
  expect(world.inbox.to(lines[2]!.email!)).toHaveLength(0);
  expect(world.inbox.to(lines[0]!.email!)).toHaveLength(1);
  expect((await onboarding.now()).progress).toMatchObject({ invitationsSent: 2, invitationsWaiting: 0 });
});

test('one that runs and stands still is owed its workflow again, once in ten minutes', async () => {
  const onboarding = await checked(family('Ooms'));
  await onboarding.start();
  await world.owner`delete from owed`;
  await oweMissingOnboardings(world.db);
  expect(await world.owed()).toEqual([]);
  await world.owner`update onboardings set moved_at = now() - interval '11 minutes' where id = ${onboarding.id}`;
  await oweMissingOnboardings(world.db);
  await oweMissingOnboardings(world.db);
  expect(await world.owed()).toEqual([{ kind: 'onboarding', onboardingId: onboarding.id }]);
});

test('what was checked and never started is forgotten after thirty days, with its lines', async () => {
  const [old, young] = [await checked(family('Peeters')), await checked(family('Quintens'))];
  await world.owner`update onboardings set created_at = now() - interval '31 days' where id = ${old.id}`;
  await forgetUnstarted(world.db);
  expect((await importer.client.get(old.path)).status).toBe(404);
  expect((await young.now()).state).toBe('checked');
  const lines =
    await world.owner`select onboarding_id from onboarding_lines where onboarding_id in (${old.id}, ${young.id})`;
  expect([...lines]).toEqual([{ onboarding_id: young.id }]);
});
