import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../src/api/routes.ts';
import type { GrantedRight } from '../../../src/domain/words.ts';
import { actionsOf, engage, linePath } from '../../support/access.ts';
import type { Client } from '../../support/client.ts';
import { turn } from '../../support/closing.ts';
import { heldToContract } from '../../support/contract.ts';
import {
  accept,
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  person,
} from '../../support/people.ts';
import { addItem } from '../../support/wealth.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;
let manager: Awaited<ReturnType<typeof member>>;
let where: Dossier;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
  where = await dossier(manager, { couple: true });
  await addItem(manager, where);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const makeView = (kind: 'person' | 'advisor', id: string, { client } = manager, { path } = where) =>
  client.post(`${path}/views`, { kind, id });

/** Reads in a view. */
const look = (client: Client, path: string, view: string) =>
  client.call('GET', path, undefined, { headers: { 'View-As': view } });

/** Every GET below the dossier that takes no other id. */
const reads = () =>
  routes
    .filter(({ method, path }) => method === 'get' && /^\/api\/dossiers\/:d(\/[\w/-]+)?$/.test(path))
    .map(({ path }) => path.replace('/api/dossiers/:d', where.path));

/** Both answers to every read: the party's own, and the manager's in the view. */
async function bothSee(party: Client, view: string) {
  expect(reads().length).toBeGreaterThan(9);
  const [his, seen]: [string, unknown, unknown][][] = [[], []];
  for (const path of reads()) {
    const [own, looked] = [await party.get(path), await look(manager.client, path, view)];
    his!.push([path, own.status, own.body]);
    seen!.push([path, looked.status, looked.body]);
  }
  // The request's id is of each request.
  const plain = (all: unknown) => JSON.stringify(all).replaceAll(/urn:request:[\w-]+/g, 'urn:request');
  return [plain(his), plain(seen)];
}

test.each([
  ['holder', 'read_write'],
  ['holder', 'read_only'],
  ['cousin', 'read_write'],
  ['cousin', 'read_only'],
  ['notary', 'read_write'],
  ['notary', 'read_only'],
] as const)('what is seen as the %s, %s, is what he sees, call by call', async (who, right) => {
  where = await dossier(manager, { couple: true });
  await addItem(manager, where);
  await give(manager, where, where.coHolderId!, 'read_only');
  const { id, client } = await comesIn(who, right);
  const { status, body } = await makeView(who === 'notary' ? 'advisor' : 'person', id);
  expect(status).toBe(201);
  const { roles, capabilities } = (await client.get(where.path)).body.me;
  expect(body).toMatchObject({ roles, capabilities });
  const [his, seen] = await bothSee(client, body.id);
  expect(seen).toBe(his);
});

/** A holder, a cousin or a notary whose access is open. */
async function comesIn(who: 'holder' | 'cousin' | 'notary', right: GrantedRight) {
  if (who !== 'notary') {
    const id = who === 'holder' ? where.holderId : await person(manager, where);
    const { client } = await insider(world, manager, where, id, right);
    return { id, client };
  }
  const { id, email, phone } = await engage(manager, where, right);
  await world.deliver();
  return { id, client: (await accept(world, email, phone)).client };
}

test('R14: a cousin who is also the notary is seen with both', async () => {
  const cousinId = await person(manager, where);
  const somebody = await insider(world, manager, where, cousinId, 'read_only');
  await engage(manager, where, 'read_write', somebody);
  const { body } = await makeView('person', cousinId);
  expect(body.roles.map(({ name }: { name: string }) => name)).toEqual(['family_member', 'advisor']);
  const [his, seen] = await bothSee(somebody.client, body.id);
  expect(seen).toBe(his);
});

test('R9, R11: a pending access shows what he will see once in, and he sees just that', async () => {
  const contact = { email: newEmail('pending'), phone: newPhone() };
  const id = await person(manager, where);
  await give(manager, where, id, 'read_write', contact);
  // With the same address and number he comes in as the notary as well.
  await engage(manager, where, 'read_only', { email: contact.email, phone: contact.phone });
  const { status, body } = await makeView('person', id);
  expect([status, body.roles]).toEqual([
    201,
    [
      { name: 'family_member', right: 'read_write' },
      { name: 'advisor', right: 'read_only' },
    ],
  ]);
  const before = await look(manager.client, where.path, body.id);
  await world.deliver();
  const somebody = await accept(world, contact.email, contact.phone);
  expect((await somebody.client.get(where.path)).body).toEqual(before.body);
  const [his, seen] = await bothSee(somebody.client, body.id);
  expect(seen).toBe(his);
});

test('R10: an access that waits for its number shows what he will see, and nothing of his account', async () => {
  const elsewhere = await dossier(manager);
  const known = await insider(world, manager, elsewhere, elsewhere.holderId);
  const id = await person(manager, where);
  await give(manager, where, id, 'read_only', { email: known.email, phone: newPhone() });
  const { body } = await makeView('person', id);
  expect(body.roles).toEqual([{ name: 'family_member', right: 'read_only' }]);
  expect((await look(manager.client, `${where.path}/wealth/items`, body.id)).status).toBe(200);
  expect((await known.client.get(where.path)).body.code).toBe('number_unconfirmed');
});

test('without access there is nothing to see as; a dead person’s pending access shows nothing', async () => {
  const id = await person(manager, where);
  const none = await makeView('person', id);
  expect([none.status, none.body.code]).toEqual([409, 'no_access']);
  expect((await makeView('advisor', id)).body.code).toBe('not_found');
  await give(manager, where, id);
  const { body } = await makeView('person', id);
  const { persons } = (await manager.client.get(`${where.path}/family`)).body;
  const { version } = persons.find((one: { id: string }) => one.id === id);
  await manager.client.patch(`${where.path}/family/persons/${id}`, version, { deathDate: '2024-01-31' });
  expect((await makeView('person', id)).body.code).toBe('person_deceased');
  expect((await look(manager.client, where.path, body.id)).body.code).toBe('not_found');
});

/** A view as a cousin with open access. */
async function viewed(right: 'read_only' | 'read_write' = 'read_write') {
  const id = await person(manager, where);
  const cousin = await insider(world, manager, where, id, right);
  const { body } = await makeView('person', id);
  return { id, cousin, view: body.id as string };
}

test('R16: a view is in the record, with who looked and as whom', async () => {
  const { id, view } = await viewed();
  expect(await actionsOf(world, id)).toContain('viewed_as');
  const { items } = (await manager.client.get(`${where.path}/access-rights/history`)).body;
  const entry = items.find(({ action }: { action: string }) => action === 'viewed_as');
  expect(entry).toMatchObject({
    actor: { id: manager.id },
    subject: { kind: 'person', id },
    after: { view },
  });
});

test('nothing is written in a view, and nothing read outside the dossier', async () => {
  const { view } = await viewed();
  const headers = { 'View-As': view };
  const other = await dossier(manager);
  for (const route of routes) {
    const isRead = route.method === 'get' && route.path.startsWith('/api/dossiers/:d');
    if (isRead || route.path.startsWith('/api/auth')) continue;
    const path = route.path.replace(':d', where.id).replaceAll(/:\w+/g, uuidv7());
    const answer = await manager.client.call(route.method.toUpperCase(), path, route.body ? {} : undefined, {
      headers,
    });
    expect([route.method, path, answer.status, answer.body.code]).toEqual([
      route.method,
      path,
      403,
      'view_only',
    ]);
  }
  const elsewhere = await look(manager.client, other.path, view);
  expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'view_ended']);
  expect((await world.client().call('GET', where.path, undefined, { headers })).body.code).toBe(
    'not_signed_in',
  );
});

test('a view that is none, another’s, ended or over by the database’s clock', async () => {
  const { view, cousin } = await viewed();
  const ended = async (client: Client, named: string) => (await look(client, where.path, named)).body.code;
  for (const none of [uuidv7(), 'x', '"', '1']) expect(await ended(manager.client, none)).toBe('view_ended');
  expect(await ended(cousin.client, view)).toBe('view_ended');
  expect((await look(manager.client, where.path, view)).status).toBe(200);
  await world.owner`update views set expires_at = now() where id = ${view}`;
  expect(await ended(manager.client, view)).toBe('view_ended');

  const second = (await viewed()).view;
  expect((await cousin.client.delete(`${where.path}/views/${second}`, null)).body.code).toBe('not_permitted');
  expect((await manager.client.delete(`${where.path}/views/${second}`, null)).status).toBe(204);
  expect(await ended(manager.client, second)).toBe('view_ended');
  expect((await manager.client.delete(`${where.path}/views/${second}`, null)).body.code).toBe('not_found');
  const [{ minutes }] = (await world.owner`
    select extract(epoch from expires_at - now()) / 60 as minutes from views where id = ${(await viewed()).view}`) as unknown as [
    { minutes: string },
  ];
  expect(Number(minutes)).toBeGreaterThan(59);
  expect(Number(minutes)).toBeLessThanOrEqual(60);
});

test('R1, R2: for the manager alone; handed over, his view ends at once and for good', async () => {
  const { id, view, cousin } = await viewed();
  for (const { client } of [cousin, team.admin]) {
    expect((await makeView('person', id, { ...manager, client })).body.code).toBe('not_permitted');
  }
  const next = await member(world, team);
  const hand = async (from: Client, to: string) => {
    const { version } = (await from.get(where.path)).body;
    expect((await from.patch(where.path, version, { managerId: to })).status).toBe(200);
  };
  await hand(manager.client, next.memberId);
  expect((await look(manager.client, where.path, view)).body.code).toBe('view_ended');
  expect((await look(next.client, where.path, view)).body.code).toBe('view_ended');
  await hand(next.client, manager.memberId);
  expect((await look(manager.client, where.path, view)).body.code).toBe('view_ended');
});

test('a right that changes, or is withdrawn, while he looks, is seen as it is', async () => {
  const { id, view } = await viewed();
  await manager.client.put(linePath(where, id), { right: 'read_only' });
  const seen = await look(manager.client, where.path, view);
  expect(seen.body.me.roles).toEqual([{ name: 'family_member', right: 'read_only' }]);
  await manager.client.put(linePath(where, id), { right: 'none' });
  expect((await look(manager.client, where.path, view)).body.code).toBe('not_found');
});

test('R16: a closed dossier is looked at, too', async () => {
  const { id } = await viewed();
  await turn(manager, where, 'close');
  const { status, body } = await makeView('person', id);
  expect([status, body.capabilities.wealth]).toEqual([201, 'read']);
  await turn(manager, where, 'reopen');
});

test('R17: who has no access to the dossier is told the same with a view as without', async () => {
  const { view } = await viewed();
  const stranger = (await firm(world)).admin;
  const known = await look(stranger.client, where.path, view);
  const unknown = await look(stranger.client, `/api/dossiers/${uuidv7()}`, view);
  const { instance, ...answer } = known.body;
  expect(unknown.body).toMatchObject(answer);
  expect(instance).not.toBe(unknown.body.instance);
});
