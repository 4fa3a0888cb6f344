import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldToContract } from '../../support/contract.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  accept,
  advisor,
  dossier,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  person,
  signIn,
} from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
type Manager = Awaited<ReturnType<typeof member>>;
let one: Manager;
let two: Manager;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  one = await member(world, await firm(world, 'Fortuna'));
  two = await member(world, await firm(world, 'Ferme'));
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

/** Gives somebody access in a new dossier of a manager's. */
async function givenBy(manager: Manager, contact = { email: newEmail('person'), phone: newPhone() }) {
  const where = await dossier(manager);
  const personId = await person(manager, where, { language: 'en' });
  return { ...(await give(manager, where, personId, 'read_only', contact)), where, personId };
}
const stateOf = async (grantId: string) =>
  (
    await world.owner`
      select state, account_id as "accountId", opened_at is not null as opened, next_reminder_at as "nextReminderAt"
      from grants where id = ${grantId}`
  )[0];
/** How many e-mails of a kind an address was sent; about one dossier, or about a team. */
async function told(email: string, kind: string, where: { id: string } | null): Promise<number> {
  const sent = await world.owner`
    select id from mails where email = ${email} and kind = ${kind} and sent_at is not null
      and dossier_id is not distinct from ${where?.id ?? null}`;
  return sent.length;
}

test('R9, R11: an account binds every pending grant of its address with the same number, over firms', async () => {
  const first = await givenBy(one);
  const { email, phone } = first;
  const second = await givenBy(two, { email: email.toUpperCase(), phone });
  const other = await givenBy(two, { email, phone: newPhone() });
  await world.deliver();
  expect(world.inbox.to(email)).toHaveLength(3);
  const somebody = await accept(world, email, phone, 1);
  await world.deliver();

  for (const { grantId, where } of [first, second]) {
    expect(await stateOf(grantId)).toMatchObject({
      state: 'accepted',
      accountId: somebody.id,
      nextReminderAt: null,
    });
    expect((await somebody.client.get(where.path)).status).toBe(200);
  }
  expect(await stateOf(other.grantId)).toMatchObject({ state: 'notified', accountId: null, opened: false });
  expect(await somebody.client.get(other.where.path)).toMatchObject({
    status: 403,
    body: { code: 'number_unconfirmed' },
  });
  for (const { where } of [first, second]) expect(await told(email, 'new_access', where)).toBe(0);
  expect(await told(email, 'new_access', other.where)).toBe(1);
  expect(world.inbox.to(email).at(-1)!.text).not.toMatch(/\/invitations\//);
  expect(await told(one.email, 'accepted', first.where)).toBe(1);
  expect(await told(two.email, 'accepted', second.where)).toBe(1);
  for (const { where } of [second, other]) expect(await told(one.email, 'accepted', where)).toBe(0);
  for (const { where } of [first, other]) expect(await told(two.email, 'accepted', where)).toBe(0);
  const list = (await somebody.client.get('/api/dossiers')).body.items;
  expect(list.map((item: { me: { numberUnconfirmed: boolean } }) => item.me.numberUnconfirmed)).toEqual([
    false,
    false,
    true,
  ]);
});

test('R10: the access with another number opens with a code sent to it; the account keeps its own number', async () => {
  const first = await givenBy(one);
  const { email, phone } = first;
  const typed = newPhone();
  const other = await givenBy(two, { email, phone: typed });
  await world.deliver();
  const { client } = await accept(world, email, phone, 1);
  expect((await client.post(`${other.where.path}/open/code`)).status).toBe(204);
  expect(world.inbox.to(`${phone}@sms.localhost`)).toHaveLength(1);
  const code = world.inbox.codeFor(typed);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  expect((await client.post(`${other.where.path}/open`, { code: wrong })).body.code).toBe('bad_code');
  expect((await client.get(other.where.path)).status).toBe(403);
  expect((await client.post(`${other.where.path}/open`, { code })).status).toBe(204);
  expect((await client.get(other.where.path)).status).toBe(200);
  expect((await client.get('/api/me')).body.phone).toBe(phone);
  expect((await client.post(`${other.where.path}/open/code`)).body.code).toBe('already_open');
});

test('R10: an invitation that was not sent yet becomes a notice, of access that is open already', async () => {
  const first = await givenBy(one);
  await world.deliver();
  const { email, phone } = first;
  const unsent = await givenBy(two, { email, phone });
  const unsentOther = await givenBy(two, { email, phone: newPhone() });
  const somebody = await accept(world, email, phone);
  expect((await somebody.client.get(unsent.where.path)).status).toBe(200);
  await world.deliver();
  for (const { where } of [unsent, unsentOther]) expect(await told(email, 'new_access', where)).toBe(1);
  for (const { where } of [unsent, unsentOther]) expect(await told(email, 'invitation', where)).toBe(0);
  expect(world.inbox.to(email)).toHaveLength(3);
  expect((await stateOf(unsent.grantId))?.state).toBe('notified');
  expect(await stateOf(unsentOther.grantId)).toMatchObject({ state: 'notified', accountId: null });
});

test('R14: one acceptance opens what somebody has as a person and as an advisor', async () => {
  const where = await dossier(one);
  const notary = await advisor(one, where);
  const personId = await person(one, where);
  await one.client.put(`${where.path}/access-rights/advisors/${notary.id}`, { right: 'read_write' });
  await give(one, where, personId, 'read_only', { email: notary.email, phone: notary.phone });
  await world.deliver();
  const { client } = await accept(world, notary.email, notary.phone);
  const { roles } = (await client.get(where.path)).body.me;
  expect(roles.map((role: { name: string }) => role.name).sort()).toEqual(['advisor', 'family_member']);
});

test('R13: who declines is left alone; the manager is told once; the right stays, and the link works', async () => {
  const { email, phone, grantId, where } = await givenBy(one);
  await world.deliver();
  const token = tokenIn(world.inbox.to(email)[0]!);
  const decline = () => world.client().post(`/api/invitations/${token}/decline`);
  const answers = await Promise.all([decline(), decline(), decline()]);
  expect(answers.map((answer) => answer.status)).toEqual([204, 204, 204]);
  expect((await decline()).status).toBe(204);
  expect(await world.owed()).toContainEqual({ kind: 'settle', grantId, cycle: 1, outcome: 'declined' });
  await world.deliver();
  expect(await told(one.email, 'declined', where)).toBe(1);
  expect(await stateOf(grantId)).toMatchObject({ state: 'declined', nextReminderAt: null });
  const line = (await one.client.get(`${where.path}/access-rights`)).body.items.find(
    (item: { grantId: string }) => item.grantId === grantId,
  );
  expect(line).toMatchObject({ right: 'read_only', open: false, invitation: { state: 'declined' } });
  const seen = await world.client().get(`/api/invitations/${token}`);
  expect(seen.body.declined).toBe(true);
  expect((Date.parse(seen.body.expiresAt) - Date.now()) / 86_400_000).toBeCloseTo(30, 1);
  const records =
    await world.owner`select id from records where grant_id = ${grantId} and action = 'invitation_declined'`;
  expect(records).toHaveLength(1);

  const { client } = await accept(world, email, phone);
  expect((await client.get(where.path)).status).toBe(200);
  await world.deliver();
  expect(await told(one.email, 'accepted', where)).toBe(1);
});

/** Somebody with an account through a dossier, whom a firm then adds to its team. */
async function addedToTeam(phone?: string) {
  const where = await dossier(one);
  const somebody = await insider(world, one, where, await person(one, where));
  const team = await firm(world, 'Équipe');
  const added = await team.admin.client.post(`/api/firms/${team.id}/members`, {
    firstName: 'Mia',
    lastName: 'Member',
    email: somebody.email,
    phone: phone ?? somebody.phone,
    language: 'fr',
    role: 'manager',
  });
  expect(added.status).toBe(201);
  await world.deliver();
  const token = tokenIn(world.inbox.to(somebody.email).at(-1)!);
  return { somebody, team, path: `/api/invitations/${token}` };
}

test('R15: who has an account gets a notice with a link, and joins the team signed in', async () => {
  const { somebody, team, path } = await addedToTeam();
  expect(await told(somebody.email, 'member_notice', null)).toBe(1);
  const view = await world.client().get(path);
  expect(view.body).toMatchObject({ kind: 'member', dossier: null, role: 'manager', accountExists: true });
  expect((await world.client().post(`${path}/accept`, {})).body.code).toBe('not_signed_in');
  expect((await one.client.post(`${path}/accept`, {})).body.code).toBe('wrong_account');
  const made = await world.client().post(`${path}/account`, { password: 'x'.repeat(12), code: '123456' });
  expect(made.status).toBe(404);
  expect((await somebody.client.get('/api/me')).body.team).toBeNull();
  expect((await somebody.client.post(`${path}/accept`, {})).status).toBe(204);
  expect((await somebody.client.get('/api/me')).body.team).toEqual({ firmId: team.id, role: 'manager' });
  await world.deliver();
  expect(await told(team.admin.email, 'accepted', null)).toBe(1);
  expect((await somebody.client.post(`${path}/accept`, {})).status).toBe(404);
  expect((await world.client().get(path)).status).toBe(404);
});

test('R10: joining a team with another number typed needs a code sent to it', async () => {
  const typed = newPhone();
  const { somebody, path } = await addedToTeam(typed);
  expect((await somebody.client.post(`${path}/accept`, {})).body.code).toBe('number_unconfirmed');
  expect((await somebody.client.post(`${path}/accept`, { code: '123456' })).body.code).toBe('bad_code');
  await world.client().post(`${path}/code`);
  const code = world.inbox.codeFor(typed);
  expect((await somebody.client.post(`${path}/accept`, { code })).status).toBe(204);
  expect((await somebody.client.get('/api/me')).body).toMatchObject({
    phone: somebody.phone,
    team: { role: 'manager' },
  });
});

test('R15: an account belongs to one team at most', async () => {
  const { somebody, path } = await addedToTeam();
  const again = await firm(world, 'Autre');
  expect((await somebody.client.post(`${path}/accept`, {})).status).toBe(204);
  const added = await again.admin.client.post(`/api/firms/${again.id}/members`, {
    firstName: 'Mia',
    lastName: 'Member',
    email: somebody.email,
    phone: somebody.phone,
    language: 'fr',
    role: 'support',
  });
  expect(added).toMatchObject({ status: 409, body: { code: 'member_email_in_use' } });
});

test('R15: an account made through a dossier’s link joins the team that awaits it by accepting', async () => {
  const { email, phone } = await givenBy(one);
  const team = await firm(world);
  await team.admin.client.post(`/api/firms/${team.id}/members`, {
    firstName: 'Mia',
    lastName: 'Member',
    email,
    phone,
    language: 'fr',
    role: 'support',
  });
  await world.deliver();
  const invitation = tokenIn(world.inbox.to(email)[1]!);
  const { client } = await accept(world, email, phone, 1);
  expect((await client.get('/api/me')).body.team).toBeNull();
  expect((await client.post(`/api/invitations/${invitation}/accept`, {})).status).toBe(204);
  expect((await client.get('/api/me')).body.team).toEqual({ firmId: team.id, role: 'support' });
  expect((await (await signIn(world, { email, phone })).get('/api/me')).status).toBe(200);
});
