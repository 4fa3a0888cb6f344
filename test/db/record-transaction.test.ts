import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../support/client.ts';
import { tokenIn } from '../support/inbox.ts';
import {
  advisor,
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  password,
  person,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let house: Firm;
let manager: Awaited<ReturnType<typeof member>>;
let d: Dossier;

beforeAll(async () => {
  world = await createWorld();
  house = await firm(world);
  manager = await member(world, house);
});
afterAll(() => world.close());
beforeEach(async () => {
  d = await dossier(manager);
});

const tables = [
  ...['firms', 'members', 'dossiers', 'dossier_members', 'persons', 'unions', 'parent_links', 'advisors'],
  ...['grants', 'accounts', 'records', 'record_details', 'mails', 'owed', 'idempotency_keys'],
];

async function everything() {
  const found = tables.map((table) => world.owner`select * from ${world.owner(table)} order by 1, 2`);
  return Object.fromEntries((await Promise.all(found)).map((rows, i) => [tables[i], [...rows]]));
}

/** From now on nothing can be added to a table. */
const close = (table: string) =>
  world.owner`alter table ${world.owner(table)} add constraint closed check (false) not valid`;
const open = (table: string) =>
  world.owner`alter table ${world.owner(table)} drop constraint if exists closed`;
afterEach(async () => {
  for (const table of tables) await open(table);
});

type Path = [title: string, prepare: () => Promise<() => Promise<Answer>>];

const line = (personId: string) => `${d.path}/access-rights/persons/${personId}`;
const versionOf = async (personId: string): Promise<number> => {
  const { body } = await manager.client.get(`${d.path}/family`);
  return body.persons.find((one: { id: string }) => one.id === personId).version;
};
const members = () => `/api/firms/${house.id}/members`;
const newMember = () => ({
  ...{ firstName: 'Nina', lastName: 'New', language: 'en', role: 'manager' },
  ...{ email: newEmail('new'), phone: newPhone() },
});
async function given() {
  const personId = await person(manager, d);
  const { email, phone } = await give(manager, d, personId);
  await world.deliver();
  return { personId, email, phone, token: tokenIn(world.inbox.to(email)[0]!) };
}

/** Every way to a change that the record tells, ready to be called. */
const paths: Path[] = [
  [
    'access given',
    async () => {
      const personId = await person(manager, d);
      const body = { email: newEmail('p'), phone: newPhone(), right: 'read_only' };
      return () => manager.client.put(line(personId), body);
    },
  ],
  [
    'access changed',
    async () => {
      const { personId } = await given();
      return () => manager.client.put(line(personId), { right: 'read_only' });
    },
  ],
  [
    'access corrected',
    async () => {
      const { personId } = await given();
      return () =>
        manager.client.put(line(personId), { email: newEmail('p'), phone: newPhone(), right: 'read_write' });
    },
  ],
  [
    'access withdrawn',
    async () => {
      const { personId } = await given();
      return () => manager.client.put(line(personId), { right: 'none' });
    },
  ],
  [
    'invitation resent',
    async () => {
      const { personId } = await given();
      return () => manager.client.post(`${line(personId)}/invitation/resend`);
    },
  ],
  [
    'invitation declined',
    async () => {
      const { token } = await given();
      return () => world.client().post(`/api/invitations/${token}/decline`);
    },
  ],
  [
    'account made',
    async () => {
      const { token, phone } = await given();
      const client = world.client();
      await client.post(`/api/invitations/${token}/code`);
      const body = { password, code: world.inbox.codeFor(phone) };
      return () => client.post(`/api/invitations/${token}/account`, body);
    },
  ],
  [
    'access opened by the code',
    async () => {
      const other = await dossier(manager);
      const { client, email } = await insider(world, manager, other, await person(manager, other));
      const phone = newPhone();
      await give(manager, d, await person(manager, d), 'read_only', { email, phone });
      await client.post(`${d.path}/open/code`);
      const body = { code: world.inbox.codeFor(phone) };
      return () => client.post(`${d.path}/open`, body);
    },
  ],
  [
    'central mark set',
    async () => {
      const personId = await person(manager, d);
      const path = `${d.path}/family/persons/${personId}`;
      return () => manager.client.patch(path, 1, { central: 'co_holder' });
    },
  ],
  [
    'central mark taken away',
    async () => {
      const version = await versionOf(d.holderId);
      return () => manager.client.patch(`${d.path}/family/persons/${d.holderId}`, version, { central: null });
    },
  ],
  [
    'central person removed',
    async () => {
      const version = await versionOf(d.holderId);
      return () => manager.client.delete(`${d.path}/family/persons/${d.holderId}`, version);
    },
  ],
  [
    'central person added',
    async () => {
      const body = { firstName: 'Paul', lastName: 'Martin', central: 'co_holder' };
      return () => manager.client.post(`${d.path}/family/persons`, body);
    },
  ],
  [
    'invitation ended by death',
    async () => {
      const { personId } = await given();
      const path = `${d.path}/family/persons/${personId}`;
      const version = await versionOf(personId);
      return () => manager.client.patch(path, version, { deathDate: '2026-01-01' });
    },
  ],
  [
    'dossier created',
    async () => () =>
      manager.client.post('/api/dossiers', { name: 'D', holder: { firstName: 'A', lastName: 'B' } }),
  ],
  [
    'dossier handed over',
    async () => () => manager.client.patch(d.path, 1, { managerId: house.admin.memberId }),
  ],
  ['dossier renamed', async () => () => manager.client.patch(d.path, 1, { name: 'Another' })],
  [
    'team access',
    async () => () =>
      manager.client.put(`${d.path}/team-access`, { mode: 'all', memberIds: [house.admin.memberId] }),
  ],
  ["an admin's access to himself", async () => () => house.admin.client.post(`${d.path}/team-access/self`)],
  [
    'advisor registered',
    async () => {
      const contact = { email: newEmail('n'), phone: newPhone(), language: 'fr' };
      const body = { firstName: 'Nora', lastName: 'Notaire', type: 'notary', ...contact };
      return () => manager.client.post(`${d.path}/advisors`, body);
    },
  ],
  [
    'advisor edited',
    async () => {
      const { id } = await advisor(manager, d);
      return () => manager.client.patch(`${d.path}/advisors/${id}`, 1, { type: 'banker' });
    },
  ],
  [
    'advisor removed',
    async () => {
      const { id } = await advisor(manager, d);
      return () => manager.client.delete(`${d.path}/advisors/${id}`, 1);
    },
  ],
  [
    'access given to an advisor',
    async () => {
      const { id } = await advisor(manager, d);
      return () => manager.client.put(`${d.path}/access-rights/advisors/${id}`, { right: 'read_only' });
    },
  ],
  ['member added', async () => () => house.admin.client.post(members(), newMember())],
  [
    'member changed',
    async () => {
      const { body } = await house.admin.client.post(members(), newMember());
      return () => house.admin.client.patch(`${members()}/${body.id}`, 1, { role: 'support' });
    },
  ],
  [
    'member left',
    async () => {
      const { body } = await house.admin.client.post(members(), newMember());
      return () => house.admin.client.patch(`${members()}/${body.id}`, 1, { left: true });
    },
  ],
];

describe.each(paths)('R16: %s', (_, prepare) => {
  test.each(['records', 'record_details'])('without its row in %s nothing is changed', async (table) => {
    const call = await prepare();
    await close(table);
    const before = await everything();
    expect((await call()).status).toBe(500);
    expect(await everything()).toEqual(before);

    await open(table);
    const answer = await call();
    expect(answer.status).toBeLessThan(300);
    const after = await everything();
    expect(after.records!.length).toBeGreaterThan(before.records!.length);
    expect(after.record_details!.length).toBe(after.records!.length);
  });
});

test.each(['grants', 'mails', 'owed'])('R16: without the change in %s nothing is recorded', async (table) => {
  const personId = await person(manager, d);
  const body = { email: newEmail('p'), phone: newPhone(), right: 'read_only' };
  const byHolder = await insider(world, manager, d, d.holderId);
  await close(table);
  const before = await everything();
  expect((await byHolder.client.put(line(personId), body)).status).toBe(500);
  expect(await everything()).toEqual(before);
  await open(table);
  expect((await byHolder.client.put(line(personId), body)).status).toBe(200);
});
