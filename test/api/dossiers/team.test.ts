import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldToContract } from '../../support/contract.ts';
import {
  type Dossier,
  dossier,
  type Firm,
  firm,
  insider,
  member,
  newEmail,
  newPhone,
  person,
} from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;
type Member = Awaited<ReturnType<typeof member>>;
let manager: Member;
let colleague: Member;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
  colleague = await member(world, team);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const rolesOf = async ({ client }: Pick<Member, 'client'>, { path }: Dossier) =>
  (await client.get(path)).body.me?.roles.map((role: { name: string }) => role.name) ?? 'nobody';
const setTeam = (who: Pick<Member, 'client'>, { path }: Dossier, mode: string, ...memberIds: string[]) =>
  who.client.put(`${path}/team-access`, { mode, memberIds });
/** The e-mails about a dossier, as they were sent. */
const mailsAbout = async ({ id }: Dossier) => {
  await world.deliver();
  const rows = await world.owner<{ kind: string; email: string }[]>`
    select kind, email from mails where dossier_id = ${id} and sent_at is not null order by kind, id`;
  return rows.map(({ kind, email }) => [kind, email]);
};
const actions = async ({ id }: Dossier) =>
  (
    await world.owner<{ action: string }[]>`
      select action from records where dossier_id = ${id} and action not like 'mail_%' order by id`
  ).map((row) => row.action);

test('R1: the manager hands a dossier over: both are told once, and he stays a listed member without a say', async () => {
  const where = await dossier(manager);
  const relative = await person(manager, where);
  const handed = await manager.client.patch(where.path, 1, { managerId: colleague.memberId });
  expect(handed).toMatchObject({
    status: 200,
    body: { version: 2, manager: { id: colleague.memberId }, me: { roles: [{ name: 'team_member' }] } },
  });
  expect(await rolesOf(colleague, where)).toEqual(['manager']);
  expect(await rolesOf(manager, where)).toEqual(['team_member']);
  expect(await mailsAbout(where)).toEqual([
    ['manager_handed_over', manager.email],
    ['manager_received', colleague.email],
  ]);
  const access = (await colleague.client.get(`${where.path}/team-access`)).body;
  expect(access).toEqual({ mode: 'listed', memberIds: [manager.memberId] });

  const contact = { email: newEmail('late'), phone: newPhone(), right: 'read_only' };
  const line = `${where.path}/access-rights/persons/${relative}`;
  for (const refused of [
    await manager.client.put(line, contact),
    await manager.client.patch(where.path, 2, { name: 'Mine' }),
    await manager.client.patch(where.path, 2, { managerId: manager.memberId }),
    await setTeam(manager, where, 'all'),
    await manager.client.post(`${where.path}/advisors`, {}),
    await manager.client.get(`${where.path}/access-rights/history`),
  ]) {
    expect(refused).toMatchObject({ status: 403, body: { code: 'not_permitted' } });
  }
  expect((await colleague.client.put(line, contact)).status).toBe(200);
  const [record] = await world.owner`
    select before, after, actor_id from records where dossier_id = ${where.id} and action = 'manager_changed'`;
  expect(record).toEqual({
    before: { managerId: manager.memberId },
    after: { managerId: colleague.memberId },
    actor_id: manager.id,
  });
});

test('R1: the admin hands a dossier over without having access to it, also to himself', async () => {
  const where = await dossier(manager);
  const { client, memberId, email } = team.admin;
  const handed = await client.patch(where.path, 1, { managerId: colleague.memberId });
  expect(handed).toMatchObject({ status: 200, body: { me: { roles: [{ name: 'firm_admin' }] } } });
  expect(await rolesOf(manager, where)).toEqual(['team_member']);
  expect((await client.get(`${where.path}/family`)).status).toBe(403);
  expect((await client.patch(where.path, 2, { managerId: memberId, name: 'Both' })).body.code).toBe(
    'not_permitted',
  );
  const taken = await client.patch(where.path, 2, { managerId: memberId });
  expect(taken).toMatchObject({ status: 200, body: { me: { roles: [{ name: 'manager' }] } } });
  expect(await mailsAbout(where)).toEqual([
    ['manager_handed_over', manager.email],
    ['manager_handed_over', colleague.email],
    ['manager_received', colleague.email],
    ['manager_received', email],
  ]);
  const access = (await client.get(`${where.path}/team-access`)).body;
  expect(access.memberIds).toEqual([manager.memberId, colleague.memberId].sort());
});

test('R1: only a member who has joined, and is a manager or admin, receives a dossier', async () => {
  const where = await dossier(manager);
  const relative = await insider(world, manager, where, where.holderId);
  const support = await member(world, team, 'support');
  const left = await member(world, team);
  const { version } = (await team.admin.client.get(`/api/firms/${team.id}/members`)).body.items.find(
    (item: { id: string }) => item.id === left.memberId,
  );
  await team.admin.client.patch(`/api/firms/${team.id}/members/${left.memberId}`, version, { left: true });
  const pending = await team.admin.client.post(`/api/firms/${team.id}/members`, {
    firstName: 'Not',
    lastName: 'Yet',
    email: newEmail('notyet'),
    phone: newPhone(),
    language: 'en',
    role: 'manager',
  });
  const stranger = await firm(world);
  const ids = [
    support.memberId,
    left.memberId,
    pending.body.id,
    stranger.admin.memberId,
    relative.id,
    where.id,
  ];
  const before = await mailsAbout(where);
  for (const managerId of ids) {
    for (const { client } of [manager, team.admin]) {
      const refused = await client.patch(where.path, 1, { managerId });
      expect(refused).toMatchObject({ status: 409, body: { code: 'not_a_manager' } });
    }
  }
  expect(await rolesOf(manager, where)).toEqual(['manager']);
  expect(await mailsAbout(where)).toEqual(before);
});

test('R1: a hand-over needs the version, and happens once', async () => {
  const where = await dossier(manager);
  const managerId = colleague.memberId;
  expect((await manager.client.patch(where.path, null, { managerId })).status).toBe(428);
  expect((await manager.client.patch(where.path, 9, { managerId })).status).toBe(412);
  const answers = await Promise.all([1, 2, 3].map(() => manager.client.patch(where.path, 1, { managerId })));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  expect(await mailsAbout(where)).toHaveLength(2);
  const again = await colleague.client.patch(where.path, 2, { managerId });
  expect(again.status).toBe(200);
  expect(await mailsAbout(where)).toHaveLength(2);
});

test('R8: the manager opens a dossier to listed members, and to the whole team; each change is recorded', async () => {
  const where = await dossier(manager);
  const support = await member(world, team, 'support');
  expect(await rolesOf(colleague, where)).toBe('nobody');
  const listed = await setTeam(manager, where, 'listed', colleague.memberId, colleague.memberId);
  expect(listed).toMatchObject({ status: 200, body: { mode: 'listed', memberIds: [colleague.memberId] } });
  expect([await rolesOf(colleague, where), await rolesOf(support, where)]).toEqual([
    ['team_member'],
    'nobody',
  ]);
  await setTeam(manager, where, 'listed', support.memberId);
  expect([await rolesOf(colleague, where), await rolesOf(support, where)]).toEqual([
    'nobody',
    ['team_member'],
  ]);
  await setTeam(manager, where, 'all');
  expect([await rolesOf(colleague, where), await rolesOf(support, where)]).toEqual([
    ['team_member'],
    ['team_member'],
  ]);
  expect(await rolesOf(team.admin, where)).toEqual(['team_member']);
  expect((await actions(where)).filter((action) => action === 'team_access_changed')).toHaveLength(3);
  await setTeam(manager, where, 'all');
  expect((await actions(where)).filter((action) => action === 'team_access_changed')).toHaveLength(3);
  await setTeam(manager, where, 'listed');
  expect(await rolesOf(colleague, where)).toBe('nobody');
  expect(await mailsAbout(where)).toEqual([]);
});

test('R8: team members with access do not change the team’s access; relatives do not see it', async () => {
  const where = await dossier(manager);
  await setTeam(manager, where, 'all');
  const holder = await insider(world, manager, where, where.holderId);
  for (const { client } of [colleague, holder]) {
    for (const refused of [
      await client.get(`${where.path}/team-access`),
      await client.put(`${where.path}/team-access`, { nonsense: true }),
      await client.post(`${where.path}/team-access/self`),
    ]) {
      expect(refused).toMatchObject({ status: 403, body: { code: 'not_permitted' } });
    }
  }
  expect((await setTeam(team.admin, where, 'listed')).body.code).toBe('not_permitted');
});

test('R8: only members of the team are listed; others are named, and nothing changes', async () => {
  const where = await dossier(manager);
  const stranger = (await firm(world)).admin.memberId;
  const refused = await setTeam(manager, where, 'listed', colleague.memberId, stranger);
  expect(refused).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'memberIds', code: 'not_a_member' }] },
  });
  expect((await manager.client.get(`${where.path}/team-access`)).body.memberIds).toEqual([]);
});

test('R8: an admin gives himself access: recorded, and the manager is told, once; then he opens it to others', async () => {
  const where = await dossier(manager);
  const { client, memberId, id } = team.admin;
  const give = () => client.post(`${where.path}/team-access/self`);
  expect((await Promise.all([give(), give(), give()])).map((answer) => answer.status)).toEqual([
    204, 204, 204,
  ]);
  expect((await give()).status).toBe(204);
  expect(await mailsAbout(where)).toEqual([['admin_self_access', manager.email]]);
  const records = await world.owner`
    select subject_id, actor_id from records where dossier_id = ${where.id} and action = 'self_access_given'`;
  expect(records).toEqual([{ subject_id: memberId, actor_id: id }]);
  expect(await rolesOf(team.admin, where)).toEqual(['admin']);
  expect((await client.get(`${where.path}/family`)).status).toBe(200);
  expect((await setTeam(team.admin, where, 'listed', memberId, colleague.memberId)).status).toBe(200);
  expect(await rolesOf(team.admin, where)).toEqual(['admin']);
  expect(await rolesOf(colleague, where)).toEqual(['team_member']);
  const line = `${where.path}/access-rights/persons/${where.holderId}`;
  const contact = { email: newEmail('x'), phone: newPhone(), right: 'read_only' };
  expect((await client.put(line, contact)).body.code).toBe('not_permitted');
  expect((await client.post(`${where.path}/advisors`, {})).body.code).toBe('not_permitted');
  expect((await client.patch(where.path, 1, { name: 'Mine' })).body.code).toBe('not_permitted');
  expect((await client.get(`${where.path}/access-rights/history`)).body.code).toBe('not_permitted');
});

test('R8: the manager takes an admin off the list again; giving himself access once more is told once more', async () => {
  const where = await dossier(manager);
  const give = () => team.admin.client.post(`${where.path}/team-access/self`);
  await give();
  await setTeam(manager, where, 'listed');
  expect(await rolesOf(team.admin, where)).toEqual(['firm_admin']);
  await give();
  expect(await rolesOf(team.admin, where)).toEqual(['admin']);
  expect(await mailsAbout(where)).toHaveLength(2);
});

test('R8: an admin who sees a dossier with the whole team still says so before he changes its settings', async () => {
  const where = await dossier(manager);
  await setTeam(manager, where, 'all');
  expect(await rolesOf(team.admin, where)).toEqual(['team_member']);
  expect((await setTeam(team.admin, where, 'listed')).body.code).toBe('not_permitted');
  expect((await team.admin.client.post(`${where.path}/team-access/self`)).status).toBe(204);
  expect(await rolesOf(team.admin, where)).toEqual(['admin']);
  expect(await mailsAbout(where)).toEqual([['admin_self_access', manager.email]]);
});

test('R1: the manager who is an admin gives himself nothing, and nobody is told', async () => {
  const where = await dossier(team.admin);
  expect((await team.admin.client.post(`${where.path}/team-access/self`)).status).toBe(204);
  expect(await rolesOf(team.admin, where)).toEqual(['manager']);
  expect(await mailsAbout(where)).toEqual([]);
});
