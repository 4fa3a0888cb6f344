import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admit,
  advisorPath,
  contactOf,
  engage,
  everything,
  expectRefused,
  grantsOf,
  lineOf,
  linePath,
  register,
} from '../../support/access.ts';
import type { Answer, Client } from '../../support/client.ts';
import {
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
  type Somebody,
} from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* R2: only the dossier manager manages external parties, and nobody his own access. */

let world: World;
let house: Firm;
let manager: Somebody & { memberId: string };
let successor: Somebody & { memberId: string };
/** An account of another dossier's, to be given what a test needs. */
let cousin: Somebody;

beforeAll(async () => {
  world = await createWorld();
  house = await firm(world);
  manager = await member(world, house);
  successor = await member(world, house);
  const elsewhere = await dossier(manager);
  cousin = await insider(world, manager, elsewhere, await person(manager, elsewhere));
});
afterAll(() => world.close());

type Targets = {
  where: Dossier;
  bare: string;
  pending: string;
  open: string;
  advisor: string;
  plain: string;
};

/** A dossier with a person without access, one invited, one with an account, and advisors with and without access. */
async function targets(): Promise<Targets> {
  const where = await dossier(manager);
  const [bare, pending, open] = [
    await person(manager, where),
    await person(manager, where),
    await person(manager, where),
  ];
  await give(manager, where, pending);
  await admit(manager, where, open, cousin);
  const advisor = await engage(manager, where, 'read_only');
  const { id: plain } = await register(manager, where);
  await world.deliver();
  return { where, bare, pending, open, advisor: advisor.id, plain };
}

const headers = { 'If-Match': '"1"', 'Content-Type': 'application/json' };

/** All that R2 keeps for the manager, with the body that he would send. */
function managerCalls({ where, bare, pending, open, advisor, plain }: Targets) {
  const contact = { email: newEmail('anyone'), phone: newPhone() };
  const registration = {
    ...contact,
    firstName: 'A',
    lastName: 'B',
    language: 'fr',
    type: 'notary',
  };
  const resend = (line: string) => ['POST', `${line}/invitation/resend`, undefined] as const;
  return [
    ['PUT', linePath(where, bare), { ...contact, right: 'read_only' }],
    ['PUT', linePath(where, pending), { right: 'read_only' }],
    ['PUT', linePath(where, pending), { ...contact, right: 'read_write' }],
    ['PUT', linePath(where, pending), { right: 'none' }],
    ['PUT', linePath(where, open), { right: 'read_only' }],
    ['PUT', linePath(where, open), { right: 'none' }],
    resend(linePath(where, pending)),
    ['PUT', advisorPath(where, plain), { right: 'read_only' }],
    ['PUT', advisorPath(where, advisor), { right: 'read_write' }],
    ['PUT', advisorPath(where, advisor), { right: 'none' }],
    resend(advisorPath(where, advisor)),
    ['POST', `${where.path}/advisors`, registration],
    ['PATCH', `${where.path}/advisors/${plain}`, { lastName: 'Other' }],
    ['DELETE', `${where.path}/advisors/${plain}`, undefined],
  ] as const;
}

type Spoilt = { raw?: string; headers: Record<string, string> };
const spoilt: Record<string, Spoilt> = {
  'malformed JSON': { raw: '{"right":', headers },
  'an unknown right and field': { raw: '{"right":"everything","surprise":1}', headers },
  'no body, no If-Match': { headers: {} },
};
const spoiltMore: Record<string, Spoilt> = {
  'another content type': { raw: 'right=none', headers: { ...headers, 'Content-Type': 'text/plain' } },
  'over 100 kB': { raw: `"${'x'.repeat(110_000)}"`, headers },
};

/** Each call as the manager would send it, then with spoilt bodies: always the same refusal, and not a row changed. */
async function refusedEverything(client: Client, all: Targets, status: number, code: string) {
  const before = await everything(world);
  const answers: [string, string, string, Answer][] = [];
  for (const [i, [method, path, body]] of managerCalls(all).entries()) {
    answers.push([method, path, 'as it should be', await client.call(method, path, body, { headers })]);
    if (method === 'DELETE' || path.endsWith('/resend')) continue;
    for (const [how, options] of Object.entries(i === 0 ? { ...spoilt, ...spoiltMore } : spoilt)) {
      answers.push([method, path, how, await client.call(method, path, undefined, options)]);
    }
  }
  expect(
    answers.map(([method, path, how, { status, body }]) => [method, path, how, status, body?.code]),
  ).toEqual(answers.map(([method, path, how]) => [method, path, how, status, code]));
  expect(await everything(world)).toEqual(before);
}

describe('R2: who is not the manager is refused all of it, whatever the body', () => {
  it("R2: the firm's admin without access", async () => {
    await refusedEverything(house.admin.client, await targets(), 403, 'not_permitted');
  });

  it('R2: an admin who gave himself access', async () => {
    const all = await targets();
    expect((await house.admin.client.post(`${all.where.path}/team-access/self`)).status).toBe(204);
    await refusedEverything(house.admin.client, all, 403, 'not_permitted');
  });

  it.each(['listed', 'all'] as const)('R2: a team member, access being %s', async (mode) => {
    const all = await targets();
    const memberIds = mode === 'listed' ? [successor.memberId] : [];
    expect((await manager.client.put(`${all.where.path}/team-access`, { mode, memberIds })).status).toBe(200);
    await refusedEverything(successor.client, all, 403, 'not_permitted');
  });

  it('R2: the former manager, from the hand-over on', async () => {
    const all = await targets();
    const handed = await manager.client.patch(all.where.path, 1, { managerId: successor.memberId });
    expect(handed.status).toBe(200);
    await refusedEverything(manager.client, all, 403, 'not_permitted');
  });

  it.each(['read_write', 'read_only'] as const)('R2: a family member with %s', async (right) => {
    const all = await targets();
    await manager.client.put(linePath(all.where, all.open), { right });
    await refusedEverything(cousin.client, all, 403, 'not_permitted');
  });

  it('R2: an advisor with read_write', async () => {
    const all = await targets();
    await manager.client.put(linePath(all.where, all.open), { right: 'none' });
    await engage(manager, all.where, 'read_write', cousin);
    all.open = all.pending;
    await refusedEverything(cousin.client, all, 403, 'not_permitted');
  });

  it('R2, R17: outsiders of the dossier, of the team and of the firm find nothing', async () => {
    const all = await targets();
    await manager.client.put(linePath(all.where, all.open), { right: 'none' });
    all.open = all.pending;
    const stranger = (await firm(world, 'Rivale')).admin;
    for (const { client } of [successor, cousin, stranger]) {
      await refusedEverything(client, all, 404, 'not_found');
    }
    await refusedEverything(world.client(), all, 401, 'not_signed_in');
  });
});

describe('R2: nobody touches his own access', () => {
  /** A dossier of the successor's, to whom its former manager had given access: as a person, and as an advisor. */
  async function managedByInsider(contact = contactOf(successor)) {
    const where = await dossier(manager);
    const self = await person(manager, where);
    await give(manager, where, self, 'read_only', contact);
    const advisor = await engage(manager, where, 'read_only', contact);
    await manager.client.patch(where.path, 1, { managerId: successor.memberId });
    await world.deliver();
    return { where, self, advisor };
  }

  it.each(['open', 'pending'])('R2: a manager, his own %s access as person and advisor', async (state) => {
    const { where, self, advisor } = await managedByInsider(
      state === 'open' ? undefined : { email: successor.email, phone: newPhone() },
    );
    const { client } = successor;
    for (const path of [linePath(where, self), advisorPath(where, advisor.id)]) {
      for (const body of [
        { right: 'read_write' },
        { right: 'read_only' },
        { right: 'none' },
        {},
        'nonsense',
      ]) {
        await expectRefused(world, () => client.put(path, body), 403, 'own_access');
      }
      await expectRefused(world, () => client.put(path, undefined, { raw: '{', headers }), 403, 'own_access');
      await expectRefused(world, () => client.post(`${path}/invitation/resend`), 403, 'own_access');
    }
    const correction = { phone: newPhone() };
    const correct = () => client.patch(`${where.path}/advisors/${advisor.id}`, 1, correction);
    await expectRefused(world, correct, 403, 'own_access');
    const malformed = () =>
      client.call('PATCH', `${where.path}/advisors/${advisor.id}`, undefined, { raw: '{', headers });
    await expectRefused(world, malformed, 403, 'own_access');
    const remove = () => client.delete(`${where.path}/advisors/${advisor.id}`, 1);
    await expectRefused(world, remove, 409, 'advisor_has_access');
    expect((await lineOf(successor, where, self)).actions).toEqual([]);
    expect((await lineOf(successor, where, advisor.id)).actions).toEqual([]);
  });

  it('R2: a manager, his own address typed for somebody else, in any case', async () => {
    const { where, bare, pending, plain } = await targets();
    const own = { email: manager.email.toUpperCase(), phone: newPhone() };
    for (const id of [bare, pending]) {
      const save = () => manager.client.put(linePath(where, id), { ...own, right: 'read_only' });
      await expectRefused(world, save, 403, 'own_access');
    }
    const registered = await manager.client.patch(`${where.path}/advisors/${plain}`, 1, own);
    expect([registered.status, registered.body.email]).toEqual([200, manager.email]);
    const save = () => manager.client.put(advisorPath(where, plain), { right: 'read_only' });
    await expectRefused(world, save, 403, 'own_access');
  });

  it('R2: a manager, a pending advisor corrected to his own address', async () => {
    const where = await dossier(manager);
    const { id } = await engage(manager, where);
    const correct = () => manager.client.patch(`${where.path}/advisors/${id}`, 1, { email: manager.email });
    await expectRefused(world, correct, 403, 'own_access');
    expect(await grantsOf(world, id)).toMatchObject([{ cycle: 1 }]);
  });
});
