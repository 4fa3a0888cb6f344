import { afterAll, beforeAll, expect, test } from 'vitest';
import { engage, expectRefused } from '../../support/access.ts';
import type { Client } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import { accept, type Dossier, dossier, firm, insider, member, person } from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let where: Dossier;
let path: string;
let manager: Client;
let plain: { id: string };
let withAccess: { id: string };
/** Who may list the access rights, and who may not; both may read reports. */
const listing: Record<string, Client> = {};
const others: Record<string, Client> = {};

beforeAll(async () => {
  world = heldToContract(await createWorld());
  const team = await firm(world);
  const boss = await member(world, team);
  manager = boss.client;
  where = await dossier(boss, { couple: true });
  path = `${where.path}/reports`;
  const colleague = await member(world, team, 'support');
  await manager.put(`${where.path}/team-access`, { mode: 'all', memberIds: [] });
  const advisor = async (right: 'read_write' | 'read_only') => {
    const { email, phone } = await engage(boss, where, right);
    await world.deliver();
    return (await accept(world, email, phone)).client;
  };
  listing.manager = manager;
  listing['team member'] = colleague.client;
  listing.holder = (await insider(world, boss, where, where.holderId)).client;
  listing['co-holder read_only'] = (await insider(world, boss, where, where.coHolderId!, 'read_only')).client;
  others['family read_write'] = (await insider(world, boss, where, await person(boss, where))).client;
  others['family read_only'] = (
    await insider(world, boss, where, await person(boss, where), 'read_only')
  ).client;
  others['advisor read_write'] = await advisor('read_write');
  others['advisor read_only'] = await advisor('read_only');
  plain = (await manager.post(path, {})).body;
  withAccess = (await manager.post(path, { withAccess: true })).body;
  await world.deliver();
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const idsSeenBy = async (client: Client) =>
  (await client.get(path)).body.items.map((report: { id: string }) => report.id);

test('R17: a report that says who has access is seen by those alone who may list the access rights', async () => {
  for (const [name, client] of Object.entries(listing)) {
    expect([name, await idsSeenBy(client)]).toEqual([name, [withAccess.id, plain.id]]);
    for (const { id } of [plain, withAccess]) {
      expect([name, (await client.get(`${path}/${id}`)).status]).toEqual([name, 200]);
      expect([name, (await client.get(`${path}/${id}/pdf`)).status]).toEqual([name, 200]);
    }
  }
  for (const [name, client] of Object.entries(others)) {
    expect([name, await idsSeenBy(client)]).toEqual([name, [plain.id]]);
    expect([name, (await client.get(`${path}/${plain.id}/pdf`)).status]).toEqual([name, 200]);
    await expectRefused(world, () => client.get(`${path}/${withAccess.id}`), 404, 'not_found');
    await expectRefused(world, () => client.get(`${path}/${withAccess.id}/pdf`), 404, 'not_found');
  }
});

test('R17: a family member who may create reports gets none that says who has access, and deletes none', async () => {
  const client = others['family read_write']!;
  await expectRefused(world, () => client.post(path, { withAccess: true }), 403, 'not_permitted');
  // Permission comes before validation.
  await expectRefused(
    world,
    () => client.post(path, { withAccess: true, language: 'de' }),
    403,
    'not_permitted',
  );
  await expectRefused(world, () => client.delete(`${path}/${withAccess.id}`, 1), 404, 'not_found');
  const made = await client.post(path, { withAccess: false });
  expect(made.status).toBe(201);
  expect((await client.delete(`${path}/${made.body.id}`, 1)).status).toBe(204);
});

test.each([
  ['family read_only', 'not_permitted'],
  ['co-holder read_only', 'not_permitted'],
  ['advisor read_write', 'advisor_creates_nothing'],
  ['advisor read_only', 'advisor_creates_nothing'],
])('R7, R8: %s reads reports, and neither creates nor deletes one', async (name, code) => {
  const client = others[name] ?? listing[name]!;
  for (const body of [{}, { withAccess: true }, { language: 'de' }, undefined]) {
    await expectRefused(world, () => client.post(path, body), 403, code);
  }
  await expectRefused(world, () => client.delete(`${path}/${plain.id}`, 1), 403, code);
});

test('R17: who loses access loses the reports with it', async () => {
  const { body } = await manager.get(`${where.path}/access-rights`);
  const line = body.items.find(
    ({ party, right }: { party: { kind: string; central: string | null }; right: string }) =>
      party.kind === 'person' && party.central === null && right === 'read_only',
  );
  const client = others['family read_only']!;
  expect((await client.get(`${path}/${plain.id}/pdf`)).status).toBe(200);
  await manager.put(`${where.path}/access-rights/persons/${line.party.id}`, { right: 'none' });
  for (const call of [path, `${path}/${plain.id}`, `${path}/${plain.id}/pdf`]) {
    expect((await client.get(call)).body.code).toBe('not_found');
  }
});
