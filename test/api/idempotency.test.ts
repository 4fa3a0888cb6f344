import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../src/api/routes.ts';
import { engage } from '../support/access.ts';
import type { Client } from '../support/client.ts';
import { heldToContract } from '../support/contract.ts';
import { gedcomPath, onePerson } from '../support/gedcom.ts';
import { oneFamily, pathOf } from '../support/onboardings.ts';
import { type Dossier, dossier, firm, member, newEmail, newPhone, person } from '../support/people.ts';
import { house, inventoryFile, itemsPath } from '../support/wealth.ts';
import { createWorld } from '../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Awaited<ReturnType<typeof firm>>;
let manager: Awaited<ReturnType<typeof member>>;
let where: Dossier;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team, 'admin');
  where = await dossier(manager);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const names = { firstName: 'Léa', lastName: 'Dupont' };
const contact = () => ({ email: newEmail('lea'), phone: newPhone(), language: 'fr' });
const newPerson = () => person(manager, where);

/** Each creating call: where its rows are, and a body, or a file of a type, that nobody sent before. */
type Creating = { table: string; path: () => string; body: () => Promise<object | string>; type?: string };
const creating: Record<string, Creating> = {
  '/api/firms/:f/members': {
    table: 'members',
    path: () => `/api/firms/${team.id}/members`,
    body: async () => ({ ...names, ...contact(), role: 'support' }),
  },
  '/api/firms/:f/onboardings': {
    table: 'onboardings',
    path: () => pathOf(team.id),
    body: async () => oneFamily(),
    type: 'text/csv',
  },
  '/api/dossiers': {
    table: 'dossiers',
    path: () => '/api/dossiers',
    body: async () => ({ name: `Famille ${newPhone()}`, holder: names }),
  },
  '/api/dossiers/:d/family/persons': {
    table: 'persons',
    path: () => `${where.path}/family/persons`,
    body: async () => ({ ...names, lastName: newPhone() }),
  },
  '/api/dossiers/:d/family/unions': {
    table: 'unions',
    path: () => `${where.path}/family/unions`,
    body: async () => ({ kind: 'marriage', personIds: [await newPerson(), await newPerson()] }),
  },
  '/api/dossiers/:d/family/parents': {
    table: 'parent_links',
    path: () => `${where.path}/family/parents`,
    body: async () => ({ kind: 'birth', childId: await newPerson(), parentId: await newPerson() }),
  },
  '/api/dossiers/:d/family/gedcom': {
    table: 'persons',
    path: () => gedcomPath(where),
    body: async () => onePerson(newPhone()),
    type: 'text/vnd.familysearch.gedcom',
  },
  '/api/dossiers/:d/wealth/items': {
    table: 'wealth_items',
    path: () => itemsPath(where),
    body: async () => house(where, { name: newPhone() }),
  },
  '/api/dossiers/:d/wealth/items/csv': {
    table: 'wealth_items',
    path: () => `${itemsPath(where)}/csv`,
    body: async () => inventoryFile.replace('Prêt', `Prêt ${newPhone()}`),
    type: 'text/csv',
  },
  '/api/dossiers/:d/donations': {
    table: 'donations',
    path: () => `${where.path}/donations`,
    body: async () => ({
      donorId: where.holderId,
      donees: [{ personId: await newPerson(), share: '1' }],
      givenOn: '2020-06-15',
      category: 'money',
      description: newPhone(),
      cents: 1,
      currency: 'EUR',
      form: 'bank',
      registered: false,
      usufructReserved: false,
    }),
  },
  '/api/dossiers/:d/simulations': {
    table: 'simulations',
    path: () => `${where.path}/simulations`,
    body: async () => ({ name: `Prudent ${newPhone()}`, horizon: 1 }),
  },
  '/api/dossiers/:d/reports': {
    table: 'reports',
    path: () => `${where.path}/reports`,
    body: async () => ({ language: (['fr', 'nl', 'en'] as const)[++counter % 3] }),
  },
  '/api/dossiers/:d/advisors': {
    table: 'advisors',
    path: () => `${where.path}/advisors`,
    body: async () => ({ ...names, ...contact(), type: 'notary' }),
  },
  '/api/dossiers/:d/views': {
    table: 'views',
    path: () => `${where.path}/views`,
    body: async () => ({ kind: 'advisor', id: (await engage(manager, where)).id }),
  },
};
const calls = Object.entries(creating);

let counter = 0;
const newKey = () => `key-${++counter}`;
const post = (path: string, body: unknown, key: string, client: Client = manager.client) => {
  const headers = { 'Idempotency-Key': key };
  if (typeof body !== 'string') return client.post(path, body, { headers });
  const { type = '' } = calls.map(([, call]) => call).find((call) => call.path() === path)!;
  return client.upload(path, type, body, headers);
};
/** The same, with something that is refused. */
const spoilt = (body: object | string) =>
  typeof body === 'string' ? `${body}"nonsense\n` : { ...body, surprise: 1 };
const count = async (table: string) => {
  const [row] = await world.owner<{ n: number }[]>`select count(*)::int as n from ${world.owner(table)}`;
  return row!.n;
};

test('every creating call is in this table', () => {
  expect(Object.keys(creating)).toEqual(routes.filter((route) => route.creates).map((route) => route.path));
});

test.each(calls)('POST %s: a repetition gets the first answer and creates nothing', async (_name, call) => {
  const [body, key] = [await call.body(), newKey()];
  const first = await post(call.path(), body, key);
  expect(first.status).toBe(201);
  const [rows, records, owed] = [await count(call.table), await count('records'), await count('owed')];
  for (let i = 0; i < 3; i++) {
    const again = await post(call.path(), body, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  }
  expect([await count(call.table), await count('records'), await count('owed')]).toEqual([
    rows,
    records,
    owed,
  ]);
});

test.each(calls)('POST %s: of twins at once, one creates', async (_name, call) => {
  const [body, key] = [await call.body(), newKey()];
  const before = await count(call.table);
  const answers = await Promise.all(Array.from({ length: 5 }, () => post(call.path(), body, key)));
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  expect(await count(call.table)).toBe(before + 1);
});

test.each(calls)('POST %s: a key that came with another body is refused', async (_name, call) => {
  const [body, other, key] = [await call.body(), await call.body(), newKey()];
  expect((await post(call.path(), body, key)).status).toBe(201);
  const before = await count(call.table);
  const refused = await post(call.path(), other, key);
  expect(refused).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  expect(await count(call.table)).toBe(before);
  expect((await post(call.path(), other, newKey())).status).toBe(201);
});

test.each(calls)('POST %s: a refused request leaves its key free', async (_name, call) => {
  const [body, key] = [await call.body(), newKey()];
  const refused = await post(call.path(), spoilt(body), key);
  expect(refused).toMatchObject({ status: 422, body: { code: call.type ? 'bad_file' : 'invalid' } });
  expect((await post(call.path(), body, key)).status).toBe(201);
});

test.each(calls)(
  'POST %s: without a key, or after 24 hours, it is a request of its own',
  async (_name, call) => {
    const key = newKey();
    expect((await post(call.path(), await call.body(), key)).status).toBe(201);
    const before = await count(call.table);
    const [type, body] = [call.type, await call.body()];
    const sent = type
      ? manager.client.upload(call.path(), type, body as string)
      : manager.client.post(call.path(), body);
    expect((await sent).status).toBe(201);
    await world.owner`
    update idempotency_keys set created_at = now() - interval '24 hours 1 second' where key = ${key}`;
    expect((await post(call.path(), await call.body(), key)).status).toBe(201);
    expect(await count(call.table)).toBe(before + 2);
  },
);

test('a key is one account’s, and one path’s', async () => {
  const key = newKey();
  const { path, body } = creating['/api/dossiers']!;
  const sent = await body();
  const mine = await post(path(), sent, key);
  const his = await post(path(), sent, key, team.admin.client);
  expect(his.status).toBe(201);
  expect(his.body.id).not.toBe(mine.body.id);
  const persons = creating['/api/dossiers/:d/family/persons']!;
  expect((await post(persons.path(), await persons.body(), key)).status).toBe(201);
  const elsewhere = await dossier(manager);
  expect((await post(`${elsewhere.path}/family/persons`, await persons.body(), key)).status).toBe(201);
});

test('R17: a key opens nothing: who lost his access gets no answer of before', async () => {
  const helper = await member(world, team);
  const own = await dossier(manager);
  const path = `${own.path}/family/persons`;
  await manager.client.put(`${own.path}/team-access`, { mode: 'listed', memberIds: [helper.memberId] });
  const key = newKey();
  const body = { ...names };
  expect((await post(path, body, key, helper.client)).status).toBe(201);
  await manager.client.put(`${own.path}/team-access`, { mode: 'listed', memberIds: [] });
  expect((await post(path, body, key, helper.client)).status).toBe(404);
});
