import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('R15: the admin adds a member, who is invited with his role, and joins', async () => {
  const contact = { email: newEmail('mia'), phone: newPhone() };
  const added = await addMember(team.admin.client, team, {
    ...contact,
    email: contact.email.toUpperCase(),
    role: 'manager',
  });
  expect(added).toMatchObject({ status: 201, body: { version: 1 } });
  expect(added.headers.get('etag')).toBe('"1"');
  expect(await memberSeenBy(team.admin.client, team, added.body.id)).toMatchObject({
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
  expect(await memberSeenBy(team.admin.client, team, added.body.id)).toMatchObject({
    joined: true,
    contact: { invitation: 'accepted' },
  });
  expect((await memberRecords(world, added.body.id)).map((row) => row.action)).toEqual([
    'member_added',
    'access_opened',
  ]);
});

test('R2: the admin alone manages the team; colleagues see it without contact data', async () => {
  const { id, path } = await pendingMember(team);
  for (const role of ['manager', 'support'] as const) {
    const { client } = await member(world, team, role);
    const line = await memberSeenBy(client, team, id);
    expect(line).toMatchObject({ firstName: 'Mia', role: 'support', contact: null });
    expect((await memberSeenBy(client, team, team.admin.memberId)).contact).toBeNull();
    const refused = [
      await addMember(client, team),
      await client.post(membersOf(team), { nonsense: true }),
      await client.patch(path, 1, { firstName: 'X' }),
      await client.patch(path, null, { nonsense: true }),
      await client.post(`${path}/invitation/resend`),
    ];
    expect(refused.map((answer) => answer.body.code)).toEqual(Array(5).fill('not_permitted'));
  }
});

test('R17: firms see nothing of each other', async () => {
  const { id } = await pendingMember(team);
  const where = await dossier(team.admin);
  const client = await insider(world, team.admin, where, await person(team.admin, where));
  const unknown = { ...other, id: id };
  for (const stranger of [other.admin, client]) {
    for (const foreign of [team, unknown]) {
      const path = `${membersOf(foreign)}/${id}`;
      for (const answer of [
        await stranger.client.get(membersOf(foreign)),
        await addMember(stranger.client, foreign),
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
  const { email } = await pendingMember(team);
  for (const [admin, to] of [
    [team.admin, team],
    [other.admin, other],
  ] as const) {
    const answer = await addMember(admin.client, to, { email: email.toUpperCase() });
    expect(answer).toMatchObject({ status: 409, body: { code: 'member_email_in_use' } });
  }
  const fresh = newEmail('both');
  const answers = await Promise.all([
    addMember(team.admin.client, team, { email: fresh }),
    addMember(other.admin.client, other, { email: fresh }),
  ]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
});

test('R4: a member needs a mobile number and a proper address', async () => {
  const answer = await addMember(team.admin.client, team, {
    phone: '+3225551234',
    email: 'a@b.c\r\nBcc: x@y.z',
  });
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([{ field: 'email' }, { field: 'phone', code: 'not_mobile' }]);
});

test('R13: a corrected address kills the old link and is invited; a new number alone sends nothing', async () => {
  const { id, email, path } = await pendingMember(team);
  await world.deliver();
  const old = tokenIn(world.inbox.to(email)[0]!);
  const contact = { email: newEmail('right'), phone: newPhone() };
  expect((await changeMember(team, id, { phone: contact.phone })).status).toBe(200);
  expect(await world.owed()).toEqual([]);
  expect((await world.client().get(`/api/invitations/${old}`)).body.phone).toContain(contact.phone.slice(-2));
  expect((await changeMember(team, id, { email: contact.email })).status).toBe(200);
  await world.deliver();
  expect((await world.client().get(`/api/invitations/${old}`)).status).toBe(404);
  expect(world.inbox.to(email)).toHaveLength(1);
  await accept(world, contact.email, contact.phone);
  const refused = await changeMember(team, id, { email: newEmail('late') });
  expect(refused).toMatchObject({ status: 409, body: { code: 'account_exists' } });
  expect((await team.admin.client.patch(path, 1, { firstName: 'Stale' })).status).toBe(412);
  expect((await team.admin.client.patch(path, null, { firstName: 'Stale' })).status).toBe(428);
  expect((await changeMember(team, id, { email: contact.email, firstName: 'Maria' })).status).toBe(200);
});

test('R13: an address corrected to one that is in a team is refused', async () => {
  const { id } = await pendingMember(team);
  const answer = await changeMember(team, id, { email: team.admin.email });
  expect(answer).toMatchObject({ status: 409, body: { code: 'member_email_in_use' } });
});

test('R13: a member’s invitation is sent again, at most 3 times a day; after it ended a new cycle begins', async () => {
  const { id, email, path } = await pendingMember(team);
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
  await changeMember(team, id, { left: true });
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
