import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../src/api/routes.ts';
import { sections } from '../../../src/domain/capabilities.ts';
import { engage } from '../../support/access.ts';
import type { Client } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import {
  advisor,
  type Dossier,
  donation,
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

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

/** A view of the manager's as an advisor. @returns the id */
async function viewIn(where: Dossier): Promise<string> {
  const { id } = await engage(manager, where);
  return (await manager.client.post(`${where.path}/views`, { kind: 'advisor', id })).body.id;
}

/** A call of every route in a dossier, with things that are there, and a body that is none. */
async function callsIn(where: Dossier) {
  const other = await person(manager, where);
  const union = await manager.client.post(`${where.path}/family/unions`, {
    personIds: [where.holderId, other],
    kind: 'marriage',
  });
  const parent = await manager.client.post(`${where.path}/family/parents`, {
    parentId: where.holderId,
    childId: other,
    kind: 'birth',
  });
  const given = await donation(manager, where, other);
  const simulation = await manager.client.post(`${where.path}/simulations`, { name: 'Prudent', horizon: 1 });
  const item = await addItem(manager, where);
  const ids = {
    d: where.id,
    s: simulation.body.id,
    p: other,
    a: (await advisor(manager, where)).id,
    u: union.body.id,
    l: parent.body.id,
    n: given.id,
    i: item.id,
    v: item.values[0].id,
    view: await viewIn(where),
    r: (await manager.client.post(`${where.path}/reports`, {})).body.id,
  } as Record<string, string>;
  return routes
    .filter((route) => route.path.startsWith('/api/dossiers/:d'))
    .map((route) => ({
      name: `${route.method.toUpperCase()} ${route.path}`,
      call: (client: Client) =>
        client.call(
          route.method.toUpperCase(),
          route.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name]!),
          route.body ? { nonsense: true } : undefined,
        ),
    }));
}

test('R17: who has no access finds nothing there, whatever he calls', async () => {
  const where = await dossier(manager);
  const elsewhere = await dossier(manager);
  const colleague = await member(world, team);
  const outsiders = [
    colleague,
    (await firm(world)).admin,
    await insider(world, manager, elsewhere, elsewhere.holderId),
  ];
  const withdrawn = await insider(world, manager, where, await person(manager, where));
  await give(manager, where, await person(manager, where), 'read_only', {
    email: newEmail('x'),
    phone: newPhone(),
  });
  const line = `${where.path}/access-rights/persons`;
  const { items } = (await manager.client.get(`${where.path}/access-rights`)).body;
  const his = items.find((item: { email: string }) => item.email === withdrawn.email).party.id;
  expect((await manager.client.put(`${line}/${his}`, { right: 'none' })).status).toBe(200);
  const calls = await callsIn(where);
  expect(calls.length).toBeGreaterThan(20);
  for (const { client } of [...outsiders, withdrawn]) {
    for (const { name, call } of calls) {
      expect([name, (await call(client)).body?.code]).toEqual([name, 'not_found']);
    }
    expect((await client.get('/api/dossiers')).body.items.map((item: Dossier) => item.id)).not.toContain(
      where.id,
    );
  }
});

test('R8: without access the admin sees name, manager and team settings, and nothing else', async () => {
  const where = await dossier(manager);
  const { client } = team.admin;
  const seen = await client.get(where.path);
  expect(Object.keys(seen.body).sort()).toEqual([
    'closedAt',
    'firmId',
    'id',
    'manager',
    'me',
    'name',
    'version',
  ]);
  const nothing = Object.fromEntries(sections.map((section) => [section, 'none']));
  expect(seen.body.me).toEqual({
    roles: [{ name: 'firm_admin', right: null }],
    capabilities: nothing,
    mayLeave: false,
  });
  expect((await client.get(`${where.path}/team-access`)).status).toBe(200);
  const allowed = [
    'GET /api/dossiers/:d',
    'GET /api/dossiers/:d/team-access',
    'POST /api/dossiers/:d/team-access/self',
  ];
  for (const { name, call } of await callsIn(where)) {
    if (allowed.includes(name)) continue;
    // A hand-over is his (R1), so that its body is judged; nothing awaits a number of his.
    const expected: Record<string, string> = {
      'PATCH /api/dossiers/:d': 'invalid',
      'POST /api/dossiers/:d/leave': 'not_external',
      'POST /api/dossiers/:d/open/code': 'already_open',
      'POST /api/dossiers/:d/open': 'already_open',
    };
    expect([name, (await call(client)).body?.code]).toEqual([name, expected[name] ?? 'not_permitted']);
  }
});
