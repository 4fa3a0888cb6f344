import { afterAll, beforeAll, expect, test } from 'vitest';
import { engage } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  dossier,
  type Firm,
  firm,
  member,
  newEmail,
  newPhone,
  password,
  signIn,
} from '../../support/people.ts';
import { resetToken } from '../../support/reset-token.ts';
import {
  addMember,
  changeMember,
  memberRecords,
  memberSeenBy,
  membersOf,
  pendingMember,
} from '../../support/team.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world, 'Fortuna');
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

test('R15: who left has no access at once, keeps his account, and may come back', async () => {
  const leaver = await member(world, team, 'manager');
  const boss = await member(world, team, 'manager');
  const [listed, open] = [await dossier(boss), await dossier(boss)];
  await boss.client.put(`${listed.path}/team-access`, { mode: 'listed', memberIds: [leaver.memberId] });
  await boss.client.put(`${open.path}/team-access`, { mode: 'all', memberIds: [] });
  for (const { path } of [listed, open]) expect((await leaver.client.get(path)).status).toBe(200);

  expect((await changeMember(team, leaver.memberId, { left: true })).status).toBe(200);
  expect((await leaver.client.get(listed.path)).status).toBe(401);
  const client = await signIn(world, leaver);
  for (const path of [listed.path, open.path, membersOf(team)]) {
    expect((await client.get(path)).status).toBe(404);
  }
  expect(
    (await client.post('/api/dossiers', { name: 'x', holder: { firstName: 'a', lastName: 'b' } })).status,
  ).toBe(403);
  expect((await client.get('/api/dossiers')).body.items).toEqual([]);
  expect((await client.get('/api/me')).body).toMatchObject({ id: leaver.id, team: null });
  expect((await boss.client.get(`${listed.path}/team-access`)).body.memberIds).toEqual([]);
  const line = await memberSeenBy(team.admin.client, team, leaver.memberId);
  expect(line).toMatchObject({ joined: false, contact: null, leftAt: expect.stringMatching(/Z$/) });
  expect((await changeMember(team, leaver.memberId, { firstName: 'Gone' })).status).toBe(404);
  expect((await memberRecords(world, leaver.memberId)).at(-1)).toMatchObject({
    action: 'member_left',
    before: { role: 'manager' },
  });

  const again = await addMember(team.admin.client, team, { email: leaver.email, phone: leaver.phone });
  expect(again.status).toBe(201);
  await world.deliver();
  const token = tokenIn(world.inbox.to(leaver.email).at(-1)!);
  expect((await client.post(`/api/invitations/${token}/accept`, {})).status).toBe(204);
  expect((await client.get('/api/me')).body.team).toEqual({ firmId: team.id, role: 'support' });
});

test('R1: who leaves is signed out everywhere, half way too; signed in anew, he has his other hats and nothing of the firm', async () => {
  const leaver = await member(world, team, 'manager');
  const boss = await member(world, team, 'manager');
  const [advised, open] = [await dossier(boss), await dossier(boss)];
  await engage(boss, advised, 'read_write', leaver);
  await boss.client.put(`${open.path}/team-access`, { mode: 'all', memberIds: [] });
  await boss.client.put(`${advised.path}/team-access`, { mode: 'all', memberIds: [] });
  const second = await signIn(world, leaver);
  const halfway = world.client();
  await halfway.post('/api/auth/sign-in/email', { email: leaver.email, password });
  await halfway.post('/api/auth/two-factor/send-otp', {});
  const code = world.inbox.codeFor(leaver.phone);
  await world.client().post('/api/auth/request-password-reset', { email: leaver.email });
  const token = await resetToken(world, leaver.email);

  const path = `${membersOf(team)}/${leaver.memberId}`;
  expect((await team.admin.client.patch(path, 9, { left: true })).status).toBe(412);
  expect((await second.get('/api/me')).status).toBe(200);
  expect((await changeMember(team, leaver.memberId, { left: true })).status).toBe(200);
  for (const client of [leaver.client, second]) {
    for (const address of ['/api/me', open.path, advised.path]) {
      expect(await client.get(address)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
    }
  }
  expect((await halfway.post('/api/auth/two-factor/verify-otp', { code })).status).toBe(401);
  const reset = await world.client().post('/api/auth/reset-password', { token, newPassword: `${password}!` });
  expect(reset).toMatchObject({ status: 400, body: { code: 'bad_code' } });
  expect((await boss.client.get('/api/me')).status).toBe(200);

  const client = await signIn(world, leaver);
  expect((await client.get('/api/me')).body.team).toBeNull();
  const roles = (await client.get(advised.path)).body.me.roles;
  expect(roles).toEqual([{ name: 'advisor', right: 'read_write' }]);
  const ids = (await client.get('/api/dossiers')).body.items.map(({ id }: { id: string }) => id);
  expect(ids).toEqual([advised.id]);
  for (const address of [open.path, membersOf(team)]) expect((await client.get(address)).status).toBe(404);
  const [record] = await world.owner`
    select actor_id, before from records where subject_id = ${leaver.memberId} and action = 'member_left'`;
  expect(record).toEqual({ actor_id: team.admin.id, before: { role: 'manager' } });
});

test('R13: who leaves before he joined cannot join any more', async () => {
  const { id, email } = await pendingMember(team);
  await world.deliver();
  expect((await changeMember(team, id, { left: true })).status).toBe(200);
  const [grant] = await world.owner`select id, state, ended_at from grants where member_id = ${id}`;
  expect(grant).toMatchObject({ state: 'withdrawn', ended_at: expect.any(Date) });
  expect(await world.owed()).toContainEqual({
    kind: 'settle',
    grantId: grant!.id,
    cycle: 1,
    outcome: 'withdrawn',
  });
  expect((await world.client().get(`/api/invitations/${tokenIn(world.inbox.to(email)[0]!)}`)).status).toBe(
    404,
  );
  await world.deliver();
});

test('R1: who manages dossiers can neither leave nor become support before they are handed over', async () => {
  const chief = await member(world, team, 'manager');
  const next = await member(world, team, 'manager');
  const { path } = await dossier(chief);
  for (const body of [{ left: true }, { role: 'support' }]) {
    const refused = await changeMember(team, chief.memberId, body);
    expect(refused).toMatchObject({ status: 409, body: { code: 'manages_dossiers' } });
  }
  expect((await changeMember(team, chief.memberId, { role: 'admin' })).status).toBe(200);
  expect((await changeMember(team, chief.memberId, { role: 'manager' })).status).toBe(200);
  expect((await chief.client.patch(path, 1, { managerId: next.memberId })).status).toBe(200);
  expect((await changeMember(team, chief.memberId, { role: 'support' })).status).toBe(200);
  expect((await changeMember(team, chief.memberId, { left: true })).status).toBe(200);
  expect((await memberRecords(world, chief.memberId)).map((row) => row.after)).toContainEqual({
    role: 'support',
  });
});

test('R1: a hand-over and a leaving at once never leave a dossier without a manager', async () => {
  for (let round = 0; round < 3; round++) {
    const chief = await member(world, team, 'manager');
    const next = await member(world, team, 'manager');
    const { id, path } = await dossier(chief);
    const [handed, left] = await Promise.all([
      chief.client.patch(path, 1, { managerId: next.memberId }),
      changeMember(team, next.memberId, round % 2 ? { role: 'support' } : { left: true }),
    ]);
    expect([
      [200, 409],
      [409, 200],
    ]).toContainEqual([handed.status, left.status]);
    const managers = await world.owner`
      select m.role from dossiers d join members m on m.id = d.manager_id and m.left_at is null
      join grants g on g.member_id = m.id and g.ended_at is null where d.id = ${id}`;
    expect(managers).toMatchObject([{ role: 'manager' }]);
  }
});

test('R1, R2: the last admin stays: nobody takes his own role, and of two who take each other’s one stays', async () => {
  const firmOfTwo = await firm(world);
  const { admin } = firmOfTwo;
  const second = await member(world, firmOfTwo, 'admin');
  const path = (id: string) => `${membersOf(firmOfTwo)}/${id}`;
  for (const body of [
    { role: 'manager' },
    { left: true },
    { email: newEmail('me') },
    { phone: newPhone() },
  ]) {
    const refused = await admin.client.patch(path(admin.memberId), 1, body);
    expect(refused).toMatchObject({ status: 403, body: { code: 'own_access' } });
  }
  expect((await admin.client.patch(path(admin.memberId), 1, { lastName: 'Renamed' })).status).toBe(200);
  const answers = await Promise.all([
    admin.client.patch(path(second.memberId), 1, { left: true }),
    second.client.patch(path(admin.memberId), 2, { role: 'support' }),
  ]);
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  const admins = await world.owner`
    select m.id from members m where firm_id = ${firmOfTwo.id} and role = 'admin' and left_at is null`;
  expect(admins).toHaveLength(1);
});

test('R1: who leaves while he creates a dossier does not become its manager', async () => {
  const leaver = await member(world, team);
  let creating: ReturnType<typeof leaver.client.post> | undefined;
  await world.owner.begin(async (tx) => {
    await tx`update members set left_at = now() where id = ${leaver.memberId}`;
    await tx`update grants set ended_at = now() where member_id = ${leaver.memberId}`;
    const holder = { firstName: 'Jeanne', lastName: 'Dupont' };
    creating = leaver.client.post('/api/dossiers', { name: 'Late', holder });
    await expect
      .poll(
        () => world.owner`select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
        { interval: 10 },
      )
      .not.toHaveLength(0);
  });
  expect(await creating!).toMatchObject({ status: 403, body: { code: 'not_permitted' } });
  expect(await world.owner`select id from dossiers where manager_id = ${leaver.memberId}`).toHaveLength(0);
});
