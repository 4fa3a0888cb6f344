import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { tokenIn } from '../support/inbox.ts';
import { invite, minute, passTo } from '../support/invited.ts';
import { joins } from '../support/joins.ts';
import {
  accept,
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  newEmail,
  newPhone,
  person,
} from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

const hour = 60 * minute;
type Manager = Awaited<ReturnType<typeof joins>>;
let world: TimeWorld;
let team: Firm;
let manager: Manager;
let next: Manager;

/** A person with open access, invited by Temporal. */
async function comesIn(where: Dossier, personId: string) {
  const { email, phone, grantId } = await give(manager, where, personId);
  await world.inbox.nth(email, 1);
  const somebody = await accept(world, email, phone);
  await world.outcome(grantId);
  return somebody;
}

beforeAll(async () => {
  world = await createTimeWorld();
  team = await firm(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  manager = await joins(world, team, 'manager');
  next = await joins(world, team, 'manager');
});

/** Hands a dossier to the next manager. */
async function handOver(where: Dossier) {
  const { body } = await manager.client.get(where.path);
  expect((await manager.client.patch(where.path, body.version, { managerId: next.memberId })).status).toBe(
    200,
  );
}

/** Waits until an e-mail of a kind couldn't be handed over to an address. */
const delayed = (kind: string, email: string) =>
  expect
    .poll(
      async () =>
        (
          await world.owner`
            select id from mails where kind = ${kind} and email = ${email} and last_error is not null and sent_at is null`
        ).length,
    )
    .toBeGreaterThan(0);

/** The mail server takes e-mails to an address again, once no attempt is under way, and every one comes round. */
async function outageEnds(email: string) {
  const underWay = () => world.owner`
    select id from mails where email = ${email} and claimed_until is not null and sent_at is null`;
  await expect.poll(async () => (await underWay()).length).toBe(0);
  world.inbox.refuse(email, 451, 0);
  await world.sleep(hour);
}

/** The fate of the e-mails of a kind in a dossier, once each has one. */
async function fatesOf(kind: string, where: { id: string } | null) {
  const read = () => world.owner<{ email: string; fate: string | null }[]>`
    select email, case when sent_at is not null then 'sent' when cancelled_at is not null then 'cancelled' end as fate
    from mails where kind = ${kind} and dossier_id is not distinct from ${where?.id ?? null} order by id`;
  await expect.poll(async () => (await read()).every(({ fate }) => fate)).toBe(true);
  return (await read()).map(({ email, fate }) => [email, fate]);
}

const subjects = (email: string) => world.inbox.to(email).map(({ subject }) => subject);

/** What makes each of the e-mails to the manager, in a dossier of his. */
const causes: Record<string, { subject: string; happen(where: Dossier): Promise<unknown> }> = {
  accepted: {
    subject: 'An invitation has been accepted',
    async happen(where) {
      const invited = await invite(world, manager, { where });
      await accept(world, invited.email, invited.phone);
    },
  },
  declined: {
    subject: 'An invitation has been declined',
    async happen(where) {
      const { email } = await invite(world, manager, { where });
      await world.client().post(`/api/invitations/${tokenIn(world.inbox.to(email)[0]!)}/decline`);
    },
  },
  unanswered: {
    subject: 'An invitation has not been answered',
    happen: async (where) => passTo(await invite(world, manager, { where }), 'unanswered'),
  },
  undeliverable: {
    subject: 'An invitation could not be delivered',
    async happen(where) {
      const email = newEmail('refused');
      world.inbox.refuse(email, 550);
      await invite(world, manager, { where, email, sent: false });
    },
  },
  holder_gave: {
    subject: 'A holder has given access to a client dossier',
    async happen(where) {
      const holder = await comesIn(where, where.holderId);
      await give(holder, where, await person(manager, where));
    },
  },
  admin_self_access: {
    subject: 'An administrator has taken access to a client dossier',
    happen: (where) => team.admin.client.post(`${where.path}/team-access/self`),
  },
};

test.each(Object.keys(causes))(
  'handed over while the mail server is away: %s, meant for the former manager, goes to the new one alone',
  async (kind) => {
    const { subject, happen } = causes[kind]!;
    const where = await dossier(manager);
    world.inbox.refuse(manager.email, 451);
    await happen(where);
    await delayed(kind, manager.email);
    await handOver(where);
    await outageEnds(manager.email);
    await expect.poll(() => subjects(next.email)).toContain(subject);
    expect(await fatesOf(kind, where)).toEqual([[next.email, 'sent']]);
    expect(subjects(manager.email)).not.toContain(subject);
    expect(subjects(manager.email)).toContain('A client dossier has a new dossier manager');
  },
);

test('handed over to the admin who gave himself access: nobody is told of what he did himself', async () => {
  const where = await dossier(manager);
  world.inbox.refuse(manager.email, 451);
  await team.admin.client.post(`${where.path}/team-access/self`);
  await delayed('admin_self_access', manager.email);
  const { body } = await manager.client.get(where.path);
  await manager.client.patch(where.path, body.version, { managerId: team.admin.memberId });
  await outageEnds(manager.email);
  expect(await fatesOf('admin_self_access', where)).toEqual([[manager.email, 'cancelled']]);
});

test('an invitation runs on under the new manager: its reminders speak of him, and he hears that nobody answered', async () => {
  const invited = await invite(world, manager);
  const { body } = await manager.client.get(`/api/firms/${team.id}/members`);
  const { firstName, lastName } = body.items.find(({ id }: { id: string }) => id === next.memberId);
  const name = `${firstName} ${lastName}`;
  const token = tokenIn(world.inbox.to(invited.email)[0]!);
  expect((await world.client().get(`/api/invitations/${token}`)).body.inviter.name).not.toBe(name);
  await handOver(invited.d);
  await passTo(invited, 'waiting_second_reminder');
  expect((await world.inbox.nth(invited.email, 2)).text).toContain(name);
  expect((await world.client().get(`/api/invitations/${token}`)).body.inviter.name).toBe(name);
  await world.sleep(30 * day + minute);
  await expect.poll(() => subjects(next.email)).toContain(causes.unanswered!.subject);
  expect(subjects(manager.email)).not.toContain(causes.unanswered!.subject);
});

test('handed over, on, and left, while the mail server is away: who has left is told nothing', async () => {
  const where = await dossier(manager);
  const last = await joins(world, team, 'manager');
  world.inbox.refuse(next.email, 451);
  await handOver(where);
  await delayed('manager_received', next.email);
  const { body } = await next.client.get(where.path);
  await next.client.patch(where.path, body.version, { managerId: last.memberId });
  await delayed('manager_handed_over', next.email);
  await leave(next);
  await outageEnds(next.email);
  expect(await fatesOf('manager_received', where)).toEqual([
    [next.email, 'cancelled'],
    [last.email, 'sent'],
  ]);
  expect(await fatesOf('manager_handed_over', where)).toEqual([
    [manager.email, 'sent'],
    [next.email, 'cancelled'],
  ]);
});

/** A member leaves the team, as an admin says. */
async function leave({ memberId }: { memberId: string }, admin = team.admin, of = team) {
  const path = `/api/firms/${of.id}/members`;
  const { body } = await admin.client.get(path);
  const { version } = body.items.find(({ id }: { id: string }) => id === memberId);
  expect((await admin.client.patch(`${path}/${memberId}`, version, { left: true })).status).toBe(200);
}

test('a member has left: what was meant for him as an admin goes to an admin who isn’t told already, or to nobody', async () => {
  const other = await firm(world);
  const [gone, heir] = [await joins(world, other, 'admin'), await joins(world, other, 'admin')];
  for (const { email } of [gone, heir]) world.inbox.refuse(email, 451);
  await joins(world, other, 'support');
  const told = () => world.owner<{ email: string; told: boolean }[]>`
    select email, sent_at is not null as told from mails
    where firm_id = ${other.id} and kind = 'accepted' and email in (${gone.email}, ${heir.email}) and cancelled_at is null
    order by id`;
  await delayed('accepted', gone.email);
  await delayed('accepted', heir.email);
  await leave(gone, other.admin, other);
  await outageEnds(gone.email);
  await outageEnds(heir.email);
  // The two of one acceptance: he who stays has his own, and what was meant for him who left is meant for nobody.
  await expect
    .poll(told)
    .toSatisfy((mails: { email: string; told: boolean }[]) => mails.every((mail) => mail.told));
  expect(subjects(gone.email)).not.toContain('An invitation has been accepted');
  const perGrant = await world.owner<{ n: number }[]>`
    select count(*)::int as n from mails where firm_id = ${other.id} and kind = 'accepted' and sent_at is not null
    group by grant_id, email`;
  expect(perGrant.map(({ n }) => n)).toEqual(perGrant.map(() => 1));
});

test('the only admin has handed his part on and left: his successor hears what was meant for him', async () => {
  const other = await firm(world);
  world.inbox.refuse(other.admin.email, 451);
  const heir = await joins(world, other, 'admin');
  await delayed('accepted', other.admin.email);
  await leave(other.admin, heir, other);
  await outageEnds(other.admin.email);
  await expect.poll(() => subjects(heir.email)).toContain('An invitation has been accepted');
  expect(subjects(other.admin.email)).not.toContain('An invitation has been accepted');
});

test('a member who hasn’t joined has left: his invitation ends, its link and its code with it', async () => {
  const [email, phone] = [newEmail('leaving'), newPhone()];
  const names = { firstName: 'Mia', lastName: 'Member', language: 'en', role: 'manager' };
  const added = await team.admin.client.post(`/api/firms/${team.id}/members`, { ...names, email, phone });
  const token = tokenIn(await world.inbox.nth(email, 1));
  await world.client().post(`/api/invitations/${token}/code`);
  await leave({ memberId: added.body.id });
  const body = { password: 'correct horse battery staple', code: world.inbox.codeFor(phone) };
  const answer = await world.client().post(`/api/invitations/${token}/account`, body);
  expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  await world.sleep(60 * day);
  expect(world.inbox.to(email)).toHaveLength(1);
});

test('R18: a person has died: nothing that was meant for him is sent, and an invitation sent again neither', async () => {
  const where = await dossier(manager);
  const personId = await person(manager, where);
  const cousin = await comesIn(where, personId);
  world.inbox.refuse(cousin.email, 451);
  await manager.client.put(`${where.path}/access-rights/persons/${personId}`, { right: 'read_only' });
  await delayed('right_changed', cousin.email);
  await dies(where, personId);
  await outageEnds(cousin.email);
  expect(await fatesOf('right_changed', where)).toEqual([[cousin.email, 'cancelled']]);

  const invited = await invite(world, manager, { where });
  world.inbox.refuse(invited.email, 451);
  expect((await invited.resend()).status).toBe(202);
  await expect
    .poll(
      async () =>
        (
          await world.owner`select from mails where step is null and last_error is not null
      and email = ${invited.email}`
        ).length,
    )
    .toBe(1);
  await dies(where, invited.personId);
  expect(await world.outcome(invited.grantId)).toBe('withdrawn');
  await outageEnds(invited.email);
  await world.sleep(60 * day);
  expect(world.inbox.to(invited.email)).toHaveLength(1);
});

async function dies(where: Dossier, personId: string) {
  const { body } = await manager.client.get(`${where.path}/family`);
  const { version } = body.persons.find(({ id }: { id: string }) => id === personId);
  const path = `${where.path}/family/persons/${personId}`;
  expect((await manager.client.patch(path, version, { deathDate: '2024-01-31' })).status).toBe(200);
}

test('R5, R18: a co-holder has died: what was meant for him is the admin’s, who has his own already', async () => {
  const where = await dossier(manager, { couple: true });
  const coHolder = await comesIn(where, where.coHolderId!);
  world.inbox.refuse(coHolder.email, 451);
  await give(manager, where, where.holderId);
  await delayed('central_given', coHolder.email);
  await dies(where, where.coHolderId!);
  await outageEnds(coHolder.email);
  const fates = await fatesOf('central_given', where);
  expect(fates.filter(([email]) => email === coHolder.email)).toEqual([[coHolder.email, 'cancelled']]);
  expect(fates.filter(([, fate]) => fate === 'sent').length).toBe(fates.length - 1);
});
