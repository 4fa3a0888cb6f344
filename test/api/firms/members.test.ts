import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  accept,
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
let other: Firm;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world, 'Fortuna');
  other = await firm(world, 'Ferme');
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const membersOf = ({ id }: Firm) => `/api/firms/${id}/members`;
const fields = (more: object = {}) => ({
  firstName: 'Mia',
  lastName: 'Member',
  email: newEmail('mia'),
  phone: newPhone(),
  language: 'nl',
  role: 'support',
  ...more,
});
const add = (client: Client, to: Firm, more: object = {}) => client.post(membersOf(to), fields(more));

/** The line of a member as somebody sees it. */
async function seen(client: Client, memberId: string, where = team) {
  const { body } = await client.get(membersOf(where));
  return body.items.find((item: { id: string }) => item.id === memberId);
}
/** Changes a member as the admin, with the version that he reads. */
async function change(memberId: string, body: object, { client } = team.admin) {
  return client.patch(`${membersOf(team)}/${memberId}`, (await seen(client, memberId)).version, body);
}
/** A pending member of the team. */
async function pending(more: object = {}) {
  const contact = { email: newEmail('pending'), phone: newPhone() };
  const { body } = await add(team.admin.client, team, { ...contact, ...more });
  return { ...contact, id: body.id as string, path: `${membersOf(team)}/${body.id}` };
}
const records = (memberId: string) =>
  world.owner<{ action: string; before: unknown; after: unknown; actorId: string }[]>`
    select action, before, after, actor_id as "actorId" from records where subject_id = ${memberId}
      and action not like 'mail_%' order by id`;

test('R15: the admin adds a member, who is invited with his role, and joins', async () => {
  const contact = { email: newEmail('mia'), phone: newPhone() };
  const added = await add(team.admin.client, team, {
    ...contact,
    email: contact.email.toUpperCase(),
    role: 'manager',
  });
  expect(added).toMatchObject({ status: 201, body: { version: 1 } });
  expect(added.headers.get('etag')).toBe('"1"');
  expect(await seen(team.admin.client, added.body.id)).toMatchObject({
    role: 'manager',
    language: 'nl',
    joined: false,
    leftAt: null,
    contact: { ...contact, invitation: 'queued' },
  });
  await world.deliver();
  const view = await world.client().get(`/api/invitations/${tokenIn(world.inbox.to(contact.email)[0]!)}`);
  expect(view.body).toMatchObject({ kind: 'member', role: 'manager', right: null, dossier: null });
  expect(view.body.inviter).toEqual({ name: 'Ada Admin' });
  const { client } = await accept(world, contact.email, contact.phone);
  expect((await client.get('/api/me')).body).toMatchObject({
    name: 'Mia Member',
    team: { firmId: team.id, role: 'manager' },
  });
  expect(await seen(team.admin.client, added.body.id)).toMatchObject({
    joined: true,
    contact: { invitation: 'accepted' },
  });
  expect((await records(added.body.id)).map((row) => row.action)).toEqual(['member_added', 'access_opened']);
});

test('R2: the admin alone manages the team; colleagues see it without contact data', async () => {
  const { id, path } = await pending();
  for (const role of ['manager', 'support'] as const) {
    const { client } = await member(world, team, role);
    const line = await seen(client, id);
    expect(line).toMatchObject({ firstName: 'Mia', role: 'support', contact: null });
    expect((await seen(client, team.admin.memberId)).contact).toBeNull();
    const refused = [
      await add(client, team),
      await client.post(membersOf(team), { nonsense: true }),
      await client.patch(path, 1, { firstName: 'X' }),
      await client.patch(path, null, { nonsense: true }),
      await client.post(`${path}/invitation/resend`),
    ];
    expect(refused.map((answer) => answer.body.code)).toEqual(Array(5).fill('not_permitted'));
  }
});

test('R17: firms see nothing of each other', async () => {
  const { id } = await pending();
  const where = await dossier(team.admin);
  const client = await insider(world, team.admin, where, await person(team.admin, where));
  const unknown = { ...other, id: id };
  for (const stranger of [other.admin, client]) {
    for (const foreign of [team, unknown]) {
      const path = `${membersOf(foreign)}/${id}`;
      for (const answer of [
        await stranger.client.get(membersOf(foreign)),
        await add(stranger.client, foreign),
        await stranger.client.patch(path, 1, { left: true }),
        await stranger.client.post(`${path}/invitation/resend`),
      ]) {
        expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
      }
    }
  }
  // A member of another firm under one's own firm's address.
  const smuggled = `${membersOf(other)}/${id}`;
  expect((await other.admin.client.patch(smuggled, 1, { left: true })).status).toBe(404);
  expect((await other.admin.client.post(`${smuggled}/invitation/resend`)).status).toBe(404);
});

test('R15: an address belongs to one team at most, however it is written, and whoever is faster', async () => {
  const { email } = await pending();
  for (const [admin, to] of [
    [team.admin, team],
    [other.admin, other],
  ] as const) {
    const answer = await add(admin.client, to, { email: email.toUpperCase() });
    expect(answer).toMatchObject({ status: 409, body: { code: 'member_email_in_use' } });
  }
  const fresh = newEmail('both');
  const answers = await Promise.all([
    add(team.admin.client, team, { email: fresh }),
    add(other.admin.client, other, { email: fresh }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
});

test('R4: a member needs a mobile number and a proper address', async () => {
  const answer = await add(team.admin.client, team, { phone: '+3225551234', email: 'a@b.c\r\nBcc: x@y.z' });
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([{ field: 'email' }, { field: 'phone', code: 'not_mobile' }]);
});

test('R13: a corrected address kills the old link and is invited; a new number alone sends nothing', async () => {
  const { id, email, path } = await pending();
  await world.deliver();
  const old = tokenIn(world.inbox.to(email)[0]!);
  const contact = { email: newEmail('right'), phone: newPhone() };
  expect((await change(id, { phone: contact.phone })).status).toBe(200);
  expect(await world.owed()).toEqual([]);
  expect((await world.client().get(`/api/invitations/${old}`)).body.phone).toContain(contact.phone.slice(-2));
  expect((await change(id, { email: contact.email })).status).toBe(200);
  await world.deliver();
  expect((await world.client().get(`/api/invitations/${old}`)).status).toBe(404);
  expect(world.inbox.to(email)).toHaveLength(1);
  await accept(world, contact.email, contact.phone);
  const refused = await change(id, { email: newEmail('late') });
  expect(refused).toMatchObject({ status: 409, body: { code: 'account_exists' } });
  expect((await team.admin.client.patch(path, 1, { firstName: 'Stale' })).status).toBe(412);
  expect((await team.admin.client.patch(path, null, { firstName: 'Stale' })).status).toBe(428);
  expect((await change(id, { email: contact.email, firstName: 'Maria' })).status).toBe(200);
});

test('R13: an address corrected to one that is in a team is refused', async () => {
  const { id } = await pending();
  const answer = await change(id, { email: team.admin.email });
  expect(answer).toMatchObject({ status: 409, body: { code: 'member_email_in_use' } });
});

test('R15: who left has no access at once, keeps his account, and may come back', async () => {
  const leaver = await member(world, team, 'manager');
  const boss = await member(world, team, 'manager');
  const [listed, open] = [await dossier(boss), await dossier(boss)];
  await boss.client.put(`${listed.path}/team-access`, { mode: 'listed', memberIds: [leaver.memberId] });
  await boss.client.put(`${open.path}/team-access`, { mode: 'all', memberIds: [] });
  for (const { path } of [listed, open]) expect((await leaver.client.get(path)).status).toBe(200);

  expect((await change(leaver.memberId, { left: true })).status).toBe(200);
  for (const path of [listed.path, open.path, membersOf(team)]) {
    expect((await leaver.client.get(path)).status).toBe(404);
  }
  expect(
    (await leaver.client.post('/api/dossiers', { name: 'x', holder: { firstName: 'a', lastName: 'b' } }))
      .status,
  ).toBe(403);
  expect((await leaver.client.get('/api/dossiers')).body.items).toEqual([]);
  expect((await leaver.client.get('/api/me')).body).toMatchObject({ id: leaver.id, team: null });
  expect((await boss.client.get(`${listed.path}/team-access`)).body.memberIds).toEqual([]);
  const line = await seen(team.admin.client, leaver.memberId);
  expect(line).toMatchObject({ joined: false, contact: null, leftAt: expect.stringMatching(/Z$/) });
  expect((await change(leaver.memberId, { firstName: 'Gone' })).status).toBe(404);
  expect((await records(leaver.memberId)).at(-1)).toMatchObject({
    action: 'member_left',
    before: { role: 'manager' },
  });

  const again = await add(team.admin.client, team, { email: leaver.email, phone: leaver.phone });
  expect(again.status).toBe(201);
  await world.deliver();
  const token = tokenIn(world.inbox.to(leaver.email).at(-1)!);
  expect((await leaver.client.post(`/api/invitations/${token}/accept`, {})).status).toBe(204);
  expect((await leaver.client.get('/api/me')).body.team).toEqual({ firmId: team.id, role: 'support' });
});

test('R13: who leaves before he joined cannot join any more', async () => {
  const { id, email } = await pending();
  await world.deliver();
  expect((await change(id, { left: true })).status).toBe(200);
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
    const refused = await change(chief.memberId, body);
    expect(refused).toMatchObject({ status: 409, body: { code: 'manages_dossiers' } });
  }
  expect((await change(chief.memberId, { role: 'admin' })).status).toBe(200);
  expect((await change(chief.memberId, { role: 'manager' })).status).toBe(200);
  expect((await chief.client.patch(path, 1, { managerId: next.memberId })).status).toBe(200);
  expect((await change(chief.memberId, { role: 'support' })).status).toBe(200);
  expect((await change(chief.memberId, { left: true })).status).toBe(200);
  expect((await records(chief.memberId)).map((row) => row.after)).toContainEqual({ role: 'support' });
});

test('R1: a hand-over and a leaving at once never leave a dossier without a manager', async () => {
  for (let round = 0; round < 3; round++) {
    const chief = await member(world, team, 'manager');
    const next = await member(world, team, 'manager');
    const { id, path } = await dossier(chief);
    const [handed, left] = await Promise.all([
      chief.client.patch(path, 1, { managerId: next.memberId }),
      change(next.memberId, round % 2 ? { role: 'support' } : { left: true }),
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

test('R13: a member’s invitation is sent again, at most 3 times a day; after it ended a new cycle begins', async () => {
  const { id, email, path } = await pending();
  const resend = () => team.admin.client.post(`${path}/invitation/resend`);
  await world.deliver();
  const first = tokenIn(world.inbox.to(email)[0]!);
  expect((await resend()).status).toBe(202);
  await world.deliver();
  expect(world.inbox.to(email)).toHaveLength(2);
  expect((await world.client().get(`/api/invitations/${first}`)).status).toBe(200);
  await world.client().post(`/api/invitations/${first}/decline`);
  expect((await resend()).status).toBe(202);
  await world.deliver();
  expect(world.inbox.to(email)).toHaveLength(3);
  expect((await world.client().get(`/api/invitations/${first}`)).status).toBe(404);
  expect((await resend()).status).toBe(202);
  const refused = await resend();
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_resends' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const joined = await member(world, team);
  const late = await team.admin.client.post(`${membersOf(team)}/${joined.memberId}/invitation/resend`);
  expect(late).toMatchObject({ status: 409, body: { code: 'already_open' } });
  await change(id, { left: true });
  expect((await resend()).status).toBe(404);
});

test('R1: a support creates no dossiers, nor does somebody without a team', async () => {
  const support = await member(world, team, 'support');
  const where = await dossier(team.admin);
  const client = await insider(world, team.admin, where, await person(team.admin, where));
  for (const who of [support, client]) {
    for (const body of [{ name: 'x', holder: { firstName: 'a', lastName: 'b' } }, { nonsense: 1 }]) {
      const refused = await who.client.post('/api/dossiers', body);
      expect(refused).toMatchObject({ status: 403, body: { code: 'not_permitted' } });
    }
  }
});
