import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuth } from '../../../src/api/auth/auth.ts';
import { probe } from '../../../src/api/health/probe.ts';
import type { Services } from '../../../src/api/services.ts';
import { connect } from '../../../src/db/client.ts';
import { Client } from '../../support/client.ts';
import { breachesOf } from '../../support/contract.ts';
import { Line } from '../../support/line.ts';
import { startLoggedApi } from '../../support/logged-api.ts';
import { dossier, type Firm, firm, give, password, person, signIn } from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
let team: Firm;

beforeAll(async () => {
  world = await createWorld();
  team = await firm(world);
});
afterAll(() => world.close());

const ready = '/api/health/ready';

test('live says that the process runs', async () => {
  expect(await world.client().get('/api/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test('ready names each part, and what Temporal is owed, and since when', async () => {
  const where = await dossier(team.admin);
  await world.deliver();
  const before = await world.client().get(ready);
  expect(before.body).toEqual({
    database: 'ok',
    temporal: 'ok',
    mail: 'ok',
    owed: { count: 0, oldestSeconds: 0 },
  });
  await give(team.admin, where, await person(team.admin, where));
  await give(team.admin, where, await person(team.admin, where));
  await world.owner`
    update owed set created_at = now() - interval '90 seconds' where id = (select min(id::text)::uuid from owed)`;
  const { owed } = (await world.client().get(ready)).body;
  expect(owed.count).toBe(2);
  expect(owed.oldestSeconds).toBeGreaterThanOrEqual(90);
  await world.deliver();
  expect((await world.client().get(ready)).body.owed.count).toBe(0);
});

test('ready stays 200 while Temporal and the mail server are away, and says so', async () => {
  const away = probe(() => Promise.reject(new Error('connect ECONNREFUSED smtp.secret.test')));
  const api = await startLoggedApi({ ...world.services, probes: { temporal: away, mail: away } });
  const answer = await new Client(api.baseUrl).get(ready);
  expect(answer).toMatchObject({ status: 200, body: { database: 'ok', temporal: 'away', mail: 'away' } });
  expect(JSON.stringify(answer.body)).not.toContain('secret');
  await api.close();
});

/** The world's API, its database behind a line that can be cut. */
async function behindALine() {
  const url = new URL(world.url);
  const line = new Line(Number(url.port));
  url.port = String(await line.mend());
  const db = connect(url.href, { max: 4 });
  const { config, sendText } = world.services;
  const auth = createAuth({ db, config, sendText, nudge: () => {} });
  const services: Services = { ...world.services, db, auth };
  const api = await startLoggedApi(services);
  return {
    line,
    api,
    at: url.host,
    async close() {
      await Promise.all([api.close(), db.close()]);
      await line.cut();
    },
  };
}

test('while the database is away every call is 503 with Retry-After, and names no address; then all goes on', async () => {
  const { line, api, at, close } = await behindALine();
  const client = await signIn({ ...world, client: () => new Client(api.baseUrl) }, team.admin);
  const { email } = team.admin;
  const calls: [method: string, path: string, body?: object][] = [
    ['GET', ready],
    ['GET', '/api/me'],
    ['GET', '/api/dossiers'],
    ['POST', '/api/dossiers', { name: 'x', holder: { firstName: 'a', lastName: 'b' } }],
    ['POST', '/api/auth/sign-in/email', { email, password }],
    ['POST', '/api/auth/two-factor/send-otp', {}],
    ['POST', '/api/auth/request-password-reset', { email }],
    ['GET', '/api/invitations/some-token'],
  ];
  await line.cut();
  for (const [method, path, body] of calls) {
    const answer = await client.call(method, path, body);
    expect([path, answer.status, answer.body.code]).toEqual([path, 503, 'unavailable']);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(breachesOf(method, path, answer)).toEqual([]);
    for (const secret of [at, '127.0.0.1', 'postgres', email])
      expect(JSON.stringify(answer.body)).not.toContain(secret);
  }
  expect((await client.get('/api/health/live')).status).toBe(200);
  expect(api.lines.join('')).not.toContain(email);

  await line.mend();
  expect((await client.get(ready)).status).toBe(200);
  expect((await client.get('/api/me')).body.email).toBe(email);
  await close();
});
