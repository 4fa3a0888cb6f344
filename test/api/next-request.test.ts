import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
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
  type PartyName,
  type Place,
  session,
} from '../support/by-sql.ts';
import type { Client } from '../support/client.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let firm: string;
let boss: Colleague;
let manager: Client;
let admin: Client;
let where: Place;

beforeAll(async () => {
  world = await createWorld();
  firm = await newFirm(world);
  boss = await colleague(world, firm, 'manager');
  manager = await session(world, boss);
  admin = await session(world, await colleague(world, firm, 'admin'));
});
beforeEach(async () => {
  where = await newDossier(world, firm, boss.memberId);
});
afterAll(() => world.close());

/** A browser that keeps one connection, and asks whether what it has seen is still so. */
class Browser {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private readonly cookie: string;
  private seen = '';
  private calls = 0;

  constructor(client: Client) {
    this.cookie = client.cookie;
  }

  async call(method: string, path: string, body?: object) {
    const headers = {
      Cookie: this.cookie,
      ...(this.seen && method === 'GET' ? { 'If-None-Match': this.seen } : {}),
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    };
    const sent = request(world.baseUrl + path, { method, agent: this.agent, headers });
    const [answer, content] = await new Promise<[IncomingMessage, string]>((resolve, reject) => {
      sent.on('error', reject);
      sent.on('response', (got) => text(got).then((read) => resolve([got, read]), reject));
      sent.end(body && JSON.stringify(body));
    });
    expect(sent.reusedSocket).toBe(this.calls++ > 0);
    expect(answer.headers['cache-control']).toBe('no-store');
    this.seen = answer.headers.etag ?? this.seen;
    const json = content ? JSON.parse(content) : null;
    return { status: answer.statusCode!, body: json, code: json?.code };
  }

  /** What becomes of looking at the dossier, of reading its family, and of writing it. */
  async tries({ path }: Place): Promise<number[]> {
    const person = { firstName: 'Léa', lastName: 'Dupont' };
    const answers = [
      await this.call('GET', path),
      await this.call('GET', `${path}/family`),
      await this.call('POST', `${path}/family/persons`, person),
    ];
    return answers.map(({ status }) => status);
  }

  close = () => this.agent.destroy();
}

/** Somebody's session, in a browser whose connection stays open: before and after `change`. */
async function beforeAndAfter(somebody: Account, change: () => Promise<unknown>) {
  const browser = new Browser(await session(world, somebody));
  try {
    const before = await browser.tries(where);
    await change();
    return [before, await browser.tries(where)];
  } finally {
    browser.close();
  }
}

const allowed = [200, 200, 201];
const readingOnly = [200, 200, 403];
const gone = [404, 404, 404];
const signedOut = [401, 401, 401];

const done = async (call: ReturnType<Client['get']>) => expect((await call).status).toBe(200);
const members = () => `/api/firms/${firm}/members`;

test.each<[party: PartyName, kind: string]>([
  ['family_member', 'persons'],
  ['advisor', 'advisors'],
])('%s: lowered, raised, withdrawn and given anew', async (party, kind) => {
  const somebody = await account(world);
  const id = await letIn(world, where, somebody, party, 'read_write');
  const line = `${where.path}/access-rights/${kind}/${id}`;
  const contact = kind === 'persons' ? { email: somebody.email, phone: somebody.phone } : {};
  const save = (right: string) => () => done(manager.put(line, { ...contact, right }));
  expect(await beforeAndAfter(somebody, save('read_only'))).toEqual([allowed, readingOnly]);
  expect(await beforeAndAfter(somebody, save('read_write'))).toEqual([readingOnly, allowed]);
  expect(await beforeAndAfter(somebody, save('none'))).toEqual([allowed, gone]);
  expect(await beforeAndAfter(somebody, save('read_only'))).toEqual([gone, readingOnly]);
});

test('R5: a holder, lowered', async () => {
  const somebody = await account(world);
  await letIn(world, where, somebody, 'holder', 'read_write');
  const line = `${where.path}/access-rights/persons/${where.holderId}`;
  const lower = () => done(manager.put(line, { right: 'read_only' }));
  expect(await beforeAndAfter(somebody, lower)).toEqual([allowed, readingOnly]);
});

test('R8: the team’s access, opened to all and closed; a member listed, and taken off', async () => {
  const somebody = await colleague(world, firm, 'support');
  const set =
    (mode: string, memberIds: string[] = []) =>
    () =>
      done(manager.put(`${where.path}/team-access`, { mode, memberIds }));
  expect(await beforeAndAfter(somebody, set('all'))).toEqual([gone, allowed]);
  expect(await beforeAndAfter(somebody, set('listed'))).toEqual([allowed, gone]);
  expect(await beforeAndAfter(somebody, set('listed', [somebody.memberId]))).toEqual([gone, allowed]);
  expect(await beforeAndAfter(somebody, set('listed', [boss.memberId]))).toEqual([allowed, gone]);
});

test('R1: the manager’s role, handed over: from the next request on it is the other’s', async () => {
  const next = await colleague(world, firm, 'manager');
  const former = new Browser(manager);
  const later = new Browser(await session(world, next));
  const history = `${where.path}/access-rights/history`;
  expect([await former.call('GET', history), await later.call('GET', history)]).toMatchObject([
    { status: 200 },
    { status: 404 },
  ]);
  await done(admin.patch(where.path, 1, { managerId: next.memberId }));
  expect([await former.call('GET', history), await later.call('GET', history)]).toMatchObject([
    { status: 403, code: 'not_permitted' },
    { status: 200 },
  ]);
  expect(await former.call('PUT', `${where.path}/team-access`, { nonsense: 1 })).toMatchObject({
    status: 403,
  });
  expect((await former.call('GET', where.path)).body.me.roles).toEqual([
    { name: 'team_member', right: null },
  ]);
  for (const browser of [former, later]) browser.close();
});

test('R1: a member who leaves is signed out at once', async () => {
  const somebody = await colleague(world, firm, 'manager');
  await list(world, where, somebody.memberId);
  const leave = () => done(admin.patch(`${members()}/${somebody.memberId}`, 1, { left: true }));
  expect(await beforeAndAfter(somebody, leave)).toEqual([allowed, signedOut]);
});

test('R1, R8: a member who becomes a support, and an admin who is one no more', async () => {
  const somebody = await colleague(world, firm, 'admin');
  await list(world, where, somebody.memberId, true);
  const browser = new Browser(await session(world, somebody));
  const tries = async () => {
    const names = { firstName: 'Jeanne', lastName: 'Dupont' };
    const answers = [
      await browser.call('PUT', `${where.path}/team-access`, {
        mode: 'listed',
        memberIds: [somebody.memberId],
      }),
      await browser.call('POST', `${where.path}/team-access/self`),
      await browser.call('POST', '/api/dossiers', { name: 'Famille', holder: names }),
      await browser.call('POST', members(), { nonsense: 1 }),
    ];
    const { body } = await browser.call('GET', where.path);
    return [body.me.roles[0].name, ...answers.map(({ status }) => status)];
  };
  expect(await tries()).toEqual(['admin', 200, 204, 201, 422]);
  const own = await world.owner<{ id: string; version: number }[]>`
    select id, version from dossiers where manager_id = ${somebody.memberId}`;
  for (const { id, version } of own) {
    await done(admin.patch(`/api/dossiers/${id}`, version, { managerId: boss.memberId }));
  }
  await done(admin.patch(`${members()}/${somebody.memberId}`, 1, { role: 'support' }));
  expect(await tries()).toEqual(['team_member', 403, 403, 403, 403]);
  expect(await browser.tries(where)).toEqual(allowed);
  browser.close();
});

test('R14: of several hats one is taken: what the other allows stays, and nothing more', async () => {
  const somebody = await account(world);
  const id = await letIn(world, where, somebody, 'family_member', 'read_write');
  await letIn(world, where, somebody, 'advisor', 'read_only');
  const line = `${where.path}/access-rights/persons/${id}`;
  const withdraw = () => done(manager.put(line, { right: 'none' }));
  expect(await beforeAndAfter(somebody, withdraw)).toEqual([allowed, readingOnly]);
});

test('R18: a date of death takes nothing from who has opened the access, and all from who has not', async () => {
  const somebody = await account(world);
  const [open, pending] = [
    await letIn(world, where, somebody, 'family_member', 'read_write'),
    await account(world),
  ];
  const person = await newPerson(world, where);
  const contact = { email: pending.email, phone: '+32470999999', right: 'read_write' };
  await done(manager.put(`${where.path}/access-rights/persons/${person}`, contact));
  const dies = (id: string) => () =>
    done(manager.patch(`${where.path}/family/persons/${id}`, 1, { deathDate: '2024-02-29' }));
  expect(await beforeAndAfter(somebody, dies(open))).toEqual([allowed, allowed]);
  expect(await beforeAndAfter(pending, dies(person))).toEqual([[403, 403, 403], gone]);
});
