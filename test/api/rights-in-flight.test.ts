import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Queries } from '../../src/db/client.ts';
import {
  type Account,
  account,
  type Colleague,
  colleague,
  letIn,
  list,
  newDossier,
  newFirm,
  newPerson,
  type Place,
  session,
} from '../support/by-sql.ts';
import type { Answer, Client } from '../support/client.ts';
import { heldToContract } from '../support/contract.ts';
import { newEmail, newPhone } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let firm: string;
let boss: Colleague;
let manager: Client;
let admin: Client;
let where: Place;
/** A relative whom the writes below change. */
let aunt: string;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  firm = await newFirm(world);
  boss = await colleague(world, firm, 'manager');
  manager = await session(world, boss);
  admin = await session(world, await colleague(world, firm, 'admin'));
});
beforeEach(async () => {
  where = await newDossier(world, firm, boss.memberId);
  aunt = await newPerson(world, where);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const waiting = async () =>
  (
    await world.owner`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
  ).length;

/**
 * Begins a call that has to wait for what somebody else has locked; once it waits, `meanwhile` happens; then it goes
 * on.
 */
async function inFlight(
  lock: (sql: Queries['sql']) => PromiseLike<unknown>,
  call: () => Promise<Answer>,
  meanwhile: () => Promise<unknown>,
): Promise<Answer> {
  let answer!: Promise<Answer>;
  await world.owner.begin(async (tx) => {
    await lock(tx);
    answer = call();
    await expect.poll(waiting, { interval: 5 }).toBeGreaterThan(0);
    await meanwhile();
  });
  return answer;
}

const lockAunt = (sql: Queries['sql']) => sql`select from persons where id = ${aunt} for update`;
const rename = (client: Client) =>
  client.patch(`${where.path}/family/persons/${aunt}`, 1, { lastName: 'Renamed' });
const auntIs = async () => (await world.owner`select last_name, version from persons where id = ${aunt}`)[0]!;
const untouched = { last_name: 'Dupont', version: 1 };
const put = async (path: string, body: object) => {
  const answer = await manager.put(`${where.path}/${path}`, body);
  expect(answer.status).toBe(200);
};

describe('a write that began before the right to it was taken away, and would end after', () => {
  let cousin: Account;
  let client: Client;
  beforeEach(async () => {
    cousin = await account(world);
    client = await session(world, cousin);
  });

  test.each([
    ['family_member', 'persons', 'none', 404, 'not_found'],
    ['family_member', 'persons', 'read_only', 403, 'not_permitted'],
    ['advisor', 'advisors', 'none', 404, 'not_found'],
    ['advisor', 'advisors', 'read_only', 403, 'not_permitted'],
    ['co_holder', 'persons', 'read_only', 403, 'not_permitted'],
  ] as const)('%s, then %s: %s', async (party, kind, right, status, code) => {
    const id = await letIn(world, where, cousin, party, 'read_write');
    const answer = await inFlight(
      lockAunt,
      () => rename(client),
      () => put(`access-rights/${kind}/${id}`, { right }),
    );
    expect(answer).toMatchObject({ status, body: { code } });
    expect(await auntIs()).toEqual(untouched);
  });

  test('access whose last day passes meanwhile: not_found', async () => {
    const id = await letIn(world, where, cousin, 'family_member', 'read_write');
    const end = () => world.owner`
      update grants set ends_at = clock_timestamp() + interval '1 second' where person_id = ${id}`;
    const isOver = async () =>
      (await world.owner`select ends_at < clock_timestamp() as over from grants where person_id = ${id}`)[0]!
        .over;
    await end();
    const answer = await inFlight(
      lockAunt,
      () => rename(client),
      () => expect.poll(isOver, { timeout: 5_000 }).toBe(true),
    );
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await auntIs()).toEqual(untouched);
  });

  test('the other hat goes on allowing it (R14)', async () => {
    const id = await letIn(world, where, cousin, 'family_member', 'read_write');
    await letIn(world, where, cousin, 'advisor', 'read_write');
    const answer = await inFlight(
      lockAunt,
      () => rename(client),
      () => put(`access-rights/persons/${id}`, { right: 'none' }),
    );
    expect(answer.status).toBe(200);
    expect(await auntIs()).toEqual({ last_name: 'Renamed', version: 2 });
  });

  test('R3: a holder gives no more than his level is at the commit', async () => {
    const id = await letIn(world, where, cousin, 'holder', 'read_write');
    const right = 'read_write';
    const answer = await inFlight(
      lockAunt,
      () =>
        client.put(`${where.path}/access-rights/persons/${aunt}`, {
          email: newEmail('x'),
          phone: newPhone(),
          right,
        }),
      () => put(`access-rights/persons/${id}`, { right: 'read_only' }),
    );
    expect(answer).toMatchObject({ status: 403, body: { code: 'above_own_level' } });
    expect(await world.owner`select id from grants where person_id = ${aunt}`).toHaveLength(0);
  });
});

describe('a team member’s write', () => {
  let member: Colleague;
  let client: Client;
  beforeEach(async () => {
    member = await colleague(world, firm, 'support');
    client = await session(world, member);
    await list(world, where, member.memberId);
  });
  const closeToTeam = () => manager.put(`${where.path}/team-access`, { mode: 'listed', memberIds: [] });

  test('is refused when he has left the firm meanwhile', async () => {
    const path = `/api/firms/${firm}/members/${member.memberId}`;
    const answer = await inFlight(
      lockAunt,
      () => rename(client),
      async () => expect((await admin.patch(path, 1, { left: true })).status).toBe(200),
    );
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await auntIs()).toEqual(untouched);
  });

  test('is refused when it begins while the team’s access is being closed', async () => {
    let closing!: Promise<Answer>;
    const closed = { mode: 'listed', memberIds: [boss.memberId] };
    const answer = await inFlight(
      async (sql) => {
        await sql`select from members where id = ${boss.memberId} for update`;
        closing = manager.put(`${where.path}/team-access`, closed);
        await expect.poll(waiting, { interval: 5 }).toBe(1);
      },
      () => rename(client),
      () => expect.poll(waiting, { interval: 5 }).toBe(2),
    );
    expect((await closing).status).toBe(200);
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await auntIs()).toEqual(untouched);
  });

  test('that came first ends first: closing the team’s access waits for it', async () => {
    let closing!: Promise<Answer>;
    const answer = await inFlight(
      lockAunt,
      () => rename(client),
      async () => {
        closing = closeToTeam();
        await expect.poll(waiting, { interval: 5 }).toBe(2);
      },
    );
    expect([answer.status, (await closing).status]).toEqual([200, 200]);
    expect((await rename(client)).status).toBe(404);
  });
});

describe('an admin', () => {
  test('who gives himself access has done so before he is made a support, or not at all', async () => {
    const other = await colleague(world, firm, 'admin');
    const client = await session(world, other);
    const demote = () => admin.patch(`/api/firms/${firm}/members/${other.memberId}`, 1, { role: 'support' });
    let demoting!: Promise<Answer>;
    const answer = await inFlight(
      async (sql) => {
        // Somebody else is about to list him: his own row waits for the outcome.
        await sql`insert into dossier_members (dossier_id, member_id) values (${where.id}, ${other.memberId})`;
      },
      () => client.post(`${where.path}/team-access/self`),
      async () => {
        demoting = demote();
        await expect.poll(waiting, { interval: 5 }).toBe(2);
      },
    );
    expect([answer.status, (await demoting).status]).toEqual([204, 200]);
    expect((await client.post(`${where.path}/team-access/self`)).status).toBe(403);
  });
});

test('own writes and their withdrawal at once end one after the other, and nobody waits for a deadlock', async () => {
  const outcomes = new Set<number>();
  const deadlocks = async () =>
    (await world.owner`select deadlocks from pg_stat_database where datname = current_database()`)[0]!
      .deadlocks;
  const before = await deadlocks();
  for (let round = 0; round < 15; round++) {
    const cousin = await account(world);
    const client = await session(world, cousin);
    const id = await letIn(world, where, cousin, 'family_member', 'read_write');
    const self = `${where.path}/family/persons/${id}`;
    const withdraw = () => manager.put(`${where.path}/access-rights/persons/${id}`, { right: 'none' });
    const adopt = () =>
      client.post(`${where.path}/family/parents`, { childId: id, parentId: aunt, kind: 'adoption' });
    const calls = [() => client.patch(self, 1, { lastName: 'Me' }), withdraw, adopt];
    if (round % 2) calls.reverse();
    for (const { status } of await Promise.all(calls.map((call) => call()))) outcomes.add(status);
    expect((await client.patch(self, 2, { lastName: 'Late' })).status).toBe(404);
  }
  expect([...outcomes].filter((status) => ![200, 201, 404].includes(status))).toEqual([]);
  expect(await deadlocks()).toBe(before);
});
