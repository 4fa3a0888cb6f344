import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import {
  accept,
  advisor,
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newPhone,
  person,
} from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const meIn = async (client: Client, { path }: Dossier) => (await client.get(path)).body.me;

test('R1: who creates a dossier becomes its manager; the holders are in its family, the team has no access', async () => {
  const created = await manager.client.post('/api/dossiers', {
    name: '  Famille Ó Súilleabháin ',
    holder: { firstName: 'Jeanne', lastName: 'Dupont' },
    coHolder: { firstName: 'Paul', lastName: 'Martin' },
  });
  expect(created).toMatchObject({ status: 201, body: { version: 1 } });
  expect(created.headers.get('etag')).toBe('"1"');
  const { id, holder, coHolder } = created.body;
  const read = await manager.client.get(`/api/dossiers/${id}`);
  expect(read.headers.get('etag')).toBe('"1"');
  expect(read.body).toMatchObject({
    id,
    firmId: team.id,
    name: 'Famille Ó Súilleabháin',
    manager: { id: manager.memberId, name: expect.stringMatching(/^Max Member/) },
    me: { roles: [{ name: 'manager', right: null }] },
  });
  const { persons } = (await manager.client.get(`/api/dossiers/${id}/family`)).body;
  expect(persons).toMatchObject([
    { id: holder.id, firstName: 'Jeanne', lastName: 'Dupont', central: 'holder' },
    { id: coHolder.id, firstName: 'Paul', lastName: 'Martin', central: 'co_holder' },
  ]);
  const access = await manager.client.get(`/api/dossiers/${id}/team-access`);
  expect(access.body).toEqual({ mode: 'listed', memberIds: [] });
  const recorded =
    await world.owner`select action, actor_id from records where dossier_id = ${id} order by id`;
  expect(recorded.map((row) => row.action)).toEqual([
    'dossier_created',
    'central_changed',
    'central_changed',
  ]);
  expect(recorded.every((row) => row.actor_id === manager.id)).toBe(true);
  const colleague = await member(world, team);
  expect((await colleague.client.get(`/api/dossiers/${id}`)).status).toBe(404);
});

const all = {
  family: 'write',
  wealth: 'write',
  donations: 'write',
  simulations: 'create',
  reports: 'create',
};
const read = { family: 'read', wealth: 'read', donations: 'read', simulations: 'read', reports: 'read' };
const none = { familyAccess: 'none', advisorAccess: 'none', settings: 'none' };
const capabilities = {
  manager: { ...all, familyAccess: 'manage', advisorAccess: 'manage', settings: 'manage' },
  admin: { ...all, familyAccess: 'view', advisorAccess: 'view', settings: 'team_access' },
  team_member: { ...all, ...none, familyAccess: 'view', advisorAccess: 'view' },
  'holder read_write': { ...all, ...none, familyAccess: 'give', advisorAccess: 'view' },
  'holder read_only': { ...read, ...none, familyAccess: 'give', advisorAccess: 'view' },
  'co_holder read_write': { ...all, ...none, familyAccess: 'give', advisorAccess: 'view' },
  'co_holder read_only': { ...read, ...none, familyAccess: 'give', advisorAccess: 'view' },
  'family_member read_write': { ...all, ...none },
  'family_member read_only': { ...read, ...none },
  'advisor read_write': { ...all, ...none, simulations: 'read', reports: 'read' },
  'advisor read_only': { ...read, ...none },
} as const;

test('R1 to R8: everybody reads his roles and what he may do, as the table of the contract says', async () => {
  const where = await dossier(manager, { couple: true });
  const save = (kind: string, id: string, right: string) =>
    manager.client.put(`${where.path}/access-rights/${kind}/${id}`, { right });
  const holder = await insider(world, manager, where, where.holderId);
  const coHolder = await insider(world, manager, where, where.coHolderId!, 'read_only');
  const relativeId = await person(manager, where);
  const relative = await insider(world, manager, where, relativeId);
  const registered = await advisor(manager, where);
  await save('advisors', registered.id, 'read_only');
  await world.deliver();
  const notary = await accept(world, registered.email, registered.phone);
  const colleague = await member(world, team, 'support');
  await manager.client.put(`${where.path}/team-access`, { mode: 'listed', memberIds: [colleague.memberId] });
  await team.admin.client.post(`${where.path}/team-access/self`);

  const seen: Record<string, unknown> = {};
  const look = async ({ client }: { client: Client }) => {
    const { roles, capabilities: may } = await meIn(client, where);
    expect(roles).toHaveLength(1);
    const [{ name, right }] = roles;
    seen[right ? `${name} ${right}` : name] = may;
  };
  for (const who of [manager, team.admin, colleague, holder, coHolder, relative, notary]) await look(who);
  await save('persons', where.holderId, 'read_only');
  await save('persons', where.coHolderId!, 'read_write');
  await save('persons', relativeId, 'read_only');
  await save('advisors', registered.id, 'read_write');
  for (const who of [holder, coHolder, relative, notary]) await look(who);
  expect(seen).toEqual(capabilities);
});

test('R14: with several hats, each section allows the most of them', async () => {
  const where = await dossier(manager);
  const cousin = await insider(world, manager, where, await person(manager, where), 'read_only');
  const registered = await manager.client.post(`${where.path}/advisors`, {
    firstName: 'Nora',
    lastName: 'Notaire',
    email: cousin.email,
    phone: cousin.phone,
    language: 'fr',
    type: 'notary',
  });
  await manager.client.put(`${where.path}/access-rights/advisors/${registered.body.id}`, {
    right: 'read_write',
  });
  const me = await meIn(cousin.client, where);
  expect(me.roles).toHaveLength(2);
  expect(me.capabilities).toEqual({ ...capabilities['advisor read_write'] });
});

test('R14: the list pages by cursor through every dossier of all roles, and those that await a number', async () => {
  const boss = await member(world, team);
  const dossiers: Dossier[] = [];
  for (let i = 0; i < 5; i++) dossiers.push(await dossier(boss));
  const somebody = await insider(world, boss, dossiers[0]!, dossiers[0]!.holderId);
  const contact = { email: somebody.email, phone: newPhone() };
  await give(boss, dossiers[1]!, await person(boss, dossiers[1]!), 'read_only', contact);
  await give(boss, dossiers[2]!, await person(boss, dossiers[2]!), 'read_only', somebody);

  const pages = async ({ client }: { client: Client }, limit: number) => {
    const found: { id: string; me: { roles: { name: string }[]; numberUnconfirmed: boolean } }[][] = [];
    for (let cursor = ''; ; ) {
      const { body } = await client.get(`/api/dossiers?limit=${limit}${cursor && `&cursor=${cursor}`}`);
      found.push(body.items);
      if (!body.nextCursor) return found;
      cursor = body.nextCursor;
    }
  };
  const mine = await pages(boss, 2);
  expect(mine.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(mine.flat().map((item) => item.id)).toEqual(dossiers.map((one) => one.id));
  const [full] = await pages(boss, 5);
  expect(full).toHaveLength(5);

  const his = (await pages(somebody, 1)).flat();
  expect(his.map((item) => item.id)).toEqual(dossiers.slice(0, 3).map((one) => one.id));
  expect(his.map(({ me }) => [me.roles.map((role) => role.name), me.numberUnconfirmed])).toEqual([
    [['holder'], false],
    [[], true],
    [['family_member'], false],
  ]);
  const listed = (await pages(team.admin, 200))
    .flat()
    .filter((item) => dossiers.some((one) => one.id === item.id));
  expect(listed.map((item) => item.me.roles)).toEqual(Array(5).fill([{ name: 'firm_admin', right: null }]));
  expect((await pages(await firm(world).then((other) => other.admin), 50)).flat()).toEqual([]);
});

test.each(['limit=0', 'limit=201', 'limit=x', 'cursor=x', 'cursor=1&cursor=2', 'sort=name'])(
  'the list refuses ?%s',
  async (query) => {
    const answer = await manager.client.get(`/api/dossiers?${query}`);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
  },
);

test('R1: the manager alone renames a dossier, at the version that he read; it is recorded', async () => {
  const where = await dossier(manager);
  const holder = await insider(world, manager, where, where.holderId);
  const colleague = await member(world, team);
  await manager.client.put(`${where.path}/team-access`, { mode: 'all', memberIds: [] });
  for (const who of [holder, colleague, team.admin]) {
    const refused = await who.client.patch(where.path, 1, { name: 'Mine' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'not_permitted' } });
  }
  expect((await manager.client.patch(where.path, null, { name: 'B' })).body.code).toBe('version_needed');
  expect((await manager.client.patch(where.path, 2, { name: 'B' })).body.code).toBe('version_stale');
  const renamed = await manager.client.patch(where.path, 1, { name: 'B' });
  expect(renamed).toMatchObject({ status: 200, body: { name: 'B', version: 2 } });
  expect(renamed.headers.get('etag')).toBe('"2"');
  const [record] = await world.owner`
    select r.before, r.after, d.details from records r join record_details d on d.record_id = r.id
    where r.dossier_id = ${where.id} and action = 'dossier_renamed'`;
  expect(record).toMatchObject({
    before: null,
    after: null,
    details: { before: 'Famille Dupont', after: 'B' },
  });
});

test('R1: of two who rename at once, one has read the older version', async () => {
  const where = await dossier(manager);
  const answers = await Promise.all(['A', 'B'].map((name) => manager.client.patch(where.path, 1, { name })));
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
});
