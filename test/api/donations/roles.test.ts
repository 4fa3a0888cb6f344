import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admit, engage, expectRefused } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import {
  type Dossier,
  donation,
  dossier,
  firm,
  insider,
  member,
  person,
  type Somebody,
} from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

/* Who reads and who writes the donations inventory. */

let world: ReturnType<typeof heldToContract>;
let manager: Somebody;
let somebody: Somebody;
let where: Dossier;
let child: string;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
  const elsewhere = await dossier(manager);
  somebody = await insider(world, manager, elsewhere, await person(manager, elsewhere));
  where = await dossier(manager);
  child = await person(manager, where);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const path = () => `${where.path}/donations`;

/** Every write that there is. @returns the statuses */
async function everyWrite({ client }: Pick<Somebody, 'client'>) {
  const { id, tax, version, ...fields } = await donation(manager, where, child);
  return [
    await client.post(path(), fields),
    await client.patch(`${path()}/${id}`, 1, { cents: 1 }),
    await client.delete(`${path()}/${id}`, 2),
  ].map(({ status }) => status);
}

async function readsOnly({ client }: Pick<Somebody, 'client'>) {
  const { id } = await donation(manager, where, child);
  expect((await client.get(path())).status).toBe(200);
  expect((await client.get(`${path()}/${id}`)).status).toBe(200);
  // Permission comes first, whatever the body and the version.
  for (const call of [
    () => client.post(path(), { nonsense: true }),
    () => client.patch(`${path()}/${id}`, 9, { nonsense: true }),
    () => client.delete(`${path()}/${id}`, null),
  ]) {
    await expectRefused(world, call, 403, 'not_permitted');
  }
}

describe('R7: an advisor', () => {
  test('with read_write does every write; with read_only none; withdrawn, nothing is there', async () => {
    const { id } = await engage(manager, where, 'read_write', somebody);
    const line = `${where.path}/access-rights/advisors/${id}`;
    expect(await everyWrite(somebody)).toEqual([201, 200, 204]);
    expect((await manager.client.put(line, { right: 'read_only' })).status).toBe(200);
    await readsOnly(somebody);
    expect((await manager.client.put(line, { right: 'none' })).status).toBe(200);
    await expectRefused(world, () => somebody.client.get(path()), 404, 'not_found');
    await expectRefused(world, () => somebody.client.post(path(), {}), 404, 'not_found');
  });
});

test('a person of the family with read_write writes, with read_only reads', async () => {
  const id = await person(manager, where);
  await admit(manager, where, id, somebody, 'read_write');
  expect(await everyWrite(somebody)).toEqual([201, 200, 204]);
  await admit(manager, where, id, somebody, 'read_only');
  await readsOnly(somebody);
});

test('who is signed in reads the rules, a stranger doesn’t', async () => {
  expect((await somebody.client.get('/api/donation-rules')).status).toBe(200);
  expect((await world.client().get('/api/donation-rules')).status).toBe(401);
});
