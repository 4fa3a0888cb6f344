import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsOf } from '../../support/access.ts';
import { withPassword } from '../../support/authenticator.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Firm, firm, member, password, type Somebody, signIn } from '../../support/people.ts';
import { resetToken } from '../../support/reset-token.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const sessionsOf = async ({ client }: Pick<Somebody, 'client'>) =>
  (await client.get('/api/me/sessions')).body.items;
const current = async (who: Pick<Somebody, 'client'>) =>
  (await sessionsOf(who)).find((session: { current: boolean }) => session.current).id;
const actions = async ({ id }: Somebody) => (await recordsOf(world, id)).map(({ action }) => action);

test('R15: one sees where one is signed in, from where and when, without a token', async () => {
  const somebody = await member(world, team);
  const other = await signIn(world, somebody);
  const answer = await other.get('/api/me/sessions', { headers: { 'User-Agent': 'ignored' } });
  expect(answer.body.items).toHaveLength(2);
  expect(answer.body.items.filter((session: { current: boolean }) => session.current)).toHaveLength(1);
  for (const session of answer.body.items) {
    expect(session).toMatchObject({ address: '127.0.0.1', userAgent: expect.stringMatching(/node|undici/i) });
    expect(Math.abs(Date.parse(session.createdAt) - Date.now())).toBeLessThan(60_000);
  }
  const rows = await world.owner<
    { token: string }[]
  >`select token from sessions where user_id = ${somebody.id}`;
  for (const { token } of rows) expect(JSON.stringify(answer.body)).not.toContain(token);
});

test('R15: the last use is right within five minutes, and an expired session is none', async () => {
  const somebody = await member(world, team);
  await world.owner`
    update sessions set updated_at = now() - interval '2 hours', expires_at = now() + interval '6 days 22 hours'
    where user_id = ${somebody.id}`;
  await somebody.client.get('/api/me');
  const [session] = await sessionsOf(somebody);
  expect(Date.now() - Date.parse(session.lastUsedAt)).toBeLessThan(5 * 60_000);
  await signIn(world, somebody);
  await world.owner`
    update sessions set expires_at = now() - interval '1 second'
    where user_id = ${somebody.id} and id <> ${session.id}`;
  expect(await sessionsOf(somebody)).toHaveLength(1);
});

test('R15: one ends one session, or all others; another’s is not there', async () => {
  const somebody = await member(world, team);
  const clients = [
    await signIn(world, somebody),
    await signIn(world, somebody),
    await signIn(world, somebody),
  ];
  const [first] = clients;
  const stranger = await member(world, team);
  for (const id of [await current(stranger), '019a0000-0000-7000-8000-000000000000']) {
    expect((await somebody.client.delete(`/api/me/sessions/${id}`, null)).body.code).toBe('not_found');
  }
  expect((await stranger.client.get('/api/me')).status).toBe(200);

  const path = `/api/me/sessions/${await current({ client: first! })}`;
  expect((await somebody.client.delete(path, null)).status).toBe(204);
  expect((await first!.get('/api/me')).status).toBe(401);
  expect((await somebody.client.delete(path, null)).status).toBe(404);
  expect(await sessionsOf(somebody)).toHaveLength(3);

  const half = await withPassword(world, somebody);
  await half.client.post('/api/auth/two-factor/send-otp', {});
  expect((await somebody.client.delete('/api/me/sessions', null)).status).toBe(204);
  expect(await sessionsOf(somebody)).toHaveLength(1);
  for (const client of clients) expect((await client.get('/api/me')).status).toBe(401);
  const code = world.inbox.codeFor(somebody.phone);
  expect((await half.client.post('/api/auth/two-factor/verify-otp', { code })).status).toBe(401);
  expect(await actions(somebody)).toEqual(['account_created', 'sessions_ended', 'sessions_ended']);

  expect((await somebody.client.delete(`/api/me/sessions/${await current(somebody)}`, null)).status).toBe(
    204,
  );
  expect((await somebody.client.get('/api/me')).status).toBe(401);
});

test('R15: a new password takes the old one, ends every other session, and what is half way', async () => {
  const somebody = await member(world, team);
  const other = await signIn(world, somebody);
  const half = await withPassword(world, somebody);
  const newPassword = 'another long password';
  const change = (body: object) => somebody.client.post('/api/me/password', body);
  for (const bad of ['short', 'x'.repeat(129)]) {
    expect((await change({ password, newPassword: bad })).body.errors[0].field).toBe('newPassword');
  }
  expect((await change({ password: 'not this one', newPassword })).body.code).toBe('wrong_password');
  expect((await change({ password, newPassword })).status).toBe(204);
  expect((await somebody.client.get('/api/me')).status).toBe(200);
  expect((await other.get('/api/me')).status).toBe(401);
  expect((await half.client.post('/api/auth/two-factor/send-otp', {})).status).toBe(401);

  const { email } = somebody;
  const enter = (typed: string) => world.client().post('/api/auth/sign-in/email', { email, password: typed });
  expect((await enter(password)).status).toBe(401);
  expect((await enter(newPassword)).body.twoFactorRedirect).toBe(true);
  expect(await actions(somebody)).toEqual(['account_created', 'password_changed']);
  await world.deliver();
  expect(world.inbox.to(email).at(-1)!.text).toContain('The password of your account has been changed.');
});

test('R15: a link to a new password of before is dead once the password is changed', async () => {
  const somebody = await member(world, team);
  const { email } = somebody;
  await world.client().post('/api/auth/request-password-reset', { email });
  const token = await resetToken(world, email);
  await somebody.client.post('/api/me/password', { password, newPassword: 'another long password' });
  const reset = await world
    .client()
    .post('/api/auth/reset-password', { token, newPassword: 'a third long one' });
  expect(reset.body.code).toBe('bad_code');
});
