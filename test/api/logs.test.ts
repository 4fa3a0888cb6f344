import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createAuth } from '../../src/api/auth/auth.ts';
import { Client } from '../support/client.ts';
import { tokenIn } from '../support/inbox.ts';
import { type LoggedApi, startLoggedApi } from '../support/logged-api.ts';
import { dossier, firm, give, member, password, person, signIn } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let api: LoggedApi;
let written: string[];

beforeAll(async () => {
  world = await createWorld();
  api = await startLoggedApi(world.services);
  world.client = () => new Client(api.baseUrl);
  written = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  }
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts) => written.push(parts.map(String).join(' ')));
  }
});
afterAll(async () => {
  vi.restoreAllMocks();
  await api.close();
  await world.close();
});

/** Everything that was logged or printed since a number of lines. */
const logged = () => [...api.lines, ...written].join('\n');
function expectSilenceAbout(secrets: Record<string, string>) {
  for (const [what, secret] of Object.entries(secrets)) expect(logged(), what).not.toContain(secret);
}

test('R16: what is logged holds no address, number, name, password, token or code', async () => {
  const team = await firm(world, 'Fortuna Familia');
  const manager = await member(world, team);
  const where = await dossier(manager);
  const relative = await person(manager, where, { firstName: 'Clémentine', lastName: 'Vanderelst' });
  const { email, phone } = await give(manager, where, relative);
  await world.deliver();
  const token = tokenIn(world.inbox.to(email)[0]!);
  const client = world.client();
  await client.get(`/api/invitations/${token}`);
  await client.get(`/api/invitations/${token}x?email=${email}`);
  await client.post(`/api/invitations/${token}/code`);
  const code = world.inbox.codeFor(phone);
  await client.post(`/api/invitations/${token}/account`, { password, code: 'wrong' });
  expect((await client.post(`/api/invitations/${token}/account`, { password, code })).status).toBe(201);
  await client.post('/api/auth/sign-in/email', { email, password: 'a wrong password' });
  const again = await signIn(world, { email, phone });
  const signInCode = world.inbox.codeFor(phone);
  await again.get(where.path);
  await again.post('/api/auth/request-password-reset', { email });
  await manager.client.patch(`${where.path}/family/persons/${relative}`, 1, { email });
  await manager.client.put(`${where.path}/access-rights/persons/${relative}`, { email: 'other@people.test' });
  const sessions = await world.owner<{ token: string }[]>`select token from sessions`;

  expect(api.lines.filter((line) => JSON.parse(line).msg === 'request').length).toBeGreaterThan(20);
  expectSilenceAbout({
    email,
    phone,
    token,
    password,
    'wrong password': 'a wrong password',
    'manager’s email': manager.email,
    'manager’s phone': manager.phone,
    'other email': 'other@people.test',
    firstName: 'Clémentine',
    lastName: 'Vanderelst',
    'dossier’s name': 'Famille Dupont',
    'firm’s name': 'Fortuna Familia',
    ...Object.fromEntries(sessions.map((session, i) => [`session ${i}`, session.token])),
  });
  for (const one of [code, signInCode]) expect(logged()).not.toMatch(new RegExp(`\\b${one}\\b`));
  for (const line of api.lines) {
    const known = ['level', 'time', 'pid', 'hostname', 'msg', 'requestId', 'method', 'route', 'status', 'ms'];
    expect(known).toEqual(expect.arrayContaining(Object.keys(JSON.parse(line))));
  }
});

test('R16: an unexpected error is logged by its kind and place, never with the values it happened to', async () => {
  const team = await firm(world);
  const { email, phone } = team.admin;
  const before = api.lines.length;
  // What a database without a column answers; the message of the error holds the values of the statement.
  await world.owner`alter table accounts rename column phone to telephone`;
  try {
    for (const answer of [
      await world.client().post('/api/auth/sign-in/email', { email, password }),
      await team.admin.client.get('/api/me'),
    ]) {
      expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
      for (const secret of [email, phone, 'select', 'column']) {
        expect(JSON.stringify(answer.body)).not.toContain(secret);
      }
    }
  } finally {
    await world.owner`alter table accounts rename column telephone to phone`;
  }
  const errors = api.lines
    .slice(before)
    .map((line) => JSON.parse(line))
    .filter((line) => line.level === 50);
  expect(errors.length).toBe(2);
  for (const error of errors) {
    expect(error).toMatchObject({
      msg: 'unexpected error',
      sqlState: '42703',
      requestId: expect.any(String),
    });
    expect(error.at[0]).toMatch(/^\s+at /);
  }
  expectSilenceAbout({ email, phone, password });
});

test('R16: a text message that cannot be sent is an error without its number and its code', async () => {
  const team = await firm(world);
  const { email, phone } = team.admin;
  let text = '';
  const sendText = async (to: string, message: string) => {
    text = message;
    throw new Error(`${to} is out of reach: ${message}`);
  };
  const { db, config } = world.services;
  const auth = createAuth({ db, config, sendText, nudge: () => {} });
  const broken = await startLoggedApi({ ...world.services, auth, sendText });
  const client = new Client(broken.baseUrl);
  await client.post('/api/auth/sign-in/email', { email, password });
  const answer = await client.post('/api/auth/two-factor/send-otp', {});
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } });
  const code = /\d{6}/.exec(text)![0];
  expect(broken.lines.join('\n')).toContain('unexpected error');
  for (const all of [broken.lines.join('\n'), written.join('\n'), JSON.stringify(answer.body)]) {
    expect(all).not.toContain(phone);
    expect(all).not.toMatch(new RegExp(`\\b${code}\\b`));
  }
  await broken.close();
});
