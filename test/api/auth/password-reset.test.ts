import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldToContract } from '../../support/contract.ts';
import { type Firm, firm, member, newEmail, password, type Somebody, signIn } from '../../support/people.ts';
import { resetToken } from '../../support/reset-token.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;
const newPassword = 'quite another long password';

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const ask = (email: string) => world.client().post('/api/auth/request-password-reset', { email });
const reset = (token: string, chosen = newPassword) =>
  world.client().post('/api/auth/reset-password', { token, newPassword: chosen });

async function tokenFor({ email }: Pick<Somebody, 'email'>): Promise<string> {
  expect((await ask(email)).status).toBe(200);
  return resetToken(world, email);
}

test('R15: asking for a new password is answered alike for an unknown address, which gets nothing', async () => {
  const { email } = await member(world, team);
  const unknown = newEmail('nobody');
  const [known, other] = [await ask(email.toUpperCase()), await ask(unknown)];
  expect([known.status, known.body]).toEqual([200, {}]);
  expect([other.status, other.body]).toEqual([200, {}]);
  await resetToken(world, email);
  expect(world.inbox.to(unknown)).toEqual([]);
  expect(await world.owner`select id from mails where email = ${unknown}`).toHaveLength(0);
});

test('R15: the link sets a new password, once; every session ends, and the code is still needed', async () => {
  const somebody = await member(world, team);
  const second = await signIn(world, somebody);
  const token = await tokenFor(somebody);
  expect((await reset(token)).status).toBe(200);
  for (const client of [somebody.client, second]) expect((await client.get('/api/me')).status).toBe(401);
  expect(await world.owner`select id from sessions where user_id = ${somebody.id}`).toHaveLength(0);

  const { email, phone } = somebody;
  const client = world.client();
  expect((await client.post('/api/auth/sign-in/email', { email, password })).status).toBe(401);
  const entered = await client.post('/api/auth/sign-in/email', { email, password: newPassword });
  expect(entered.body.twoFactorRedirect).toBe(true);
  expect((await client.get('/api/me')).status).toBe(401);
  await client.post('/api/auth/two-factor/send-otp', {});
  const code = world.inbox.codeFor(phone);
  expect((await client.post('/api/auth/two-factor/verify-otp', { code })).status).toBe(200);

  expect(await reset(token, 'a third long password')).toMatchObject({
    status: 400,
    body: { code: 'bad_code' },
  });
  expect((await client.get('/api/me')).status).toBe(200);
});

test('R15: two who use the link at once set one password', async () => {
  const somebody = await member(world, team);
  const token = await tokenFor(somebody);
  const answers = await Promise.all(
    ['first long password', 'second long password'].map((p) => reset(token, p)),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400]);
});

test('R15: the token of a reset is readable nowhere in the database', async () => {
  const somebody = await member(world, team);
  const token = await tokenFor(somebody);
  const tables = await world.owner<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  for (const { name } of tables) {
    const found = await world.owner`
      select 1 from ${world.owner(name)} t where strpos(t::text, ${token}) > 0`;
    expect(found, name).toHaveLength(0);
  }
});

test('R15: a reset link ends after an hour, and an unknown one is refused', async () => {
  const somebody = await member(world, team);
  const token = await tokenFor(somebody);
  await world.owner`update verifications set expires_at = now() - interval '1 second' where value = ${somebody.id}`;
  for (const refused of [await reset(token), await reset('unknown')]) {
    expect(refused).toMatchObject({ status: 400, body: { code: 'bad_code' } });
  }
  expect((await somebody.client.get('/api/me')).status).toBe(200);
});

test('R15: a new password has 10 to 128 characters; a refused one leaves the link as it is', async () => {
  const somebody = await member(world, team);
  const token = await tokenFor(somebody);
  for (const bad of ['too short', 'x'.repeat(129)]) {
    expect((await reset(token, bad)).body.errors[0].field).toBe('newPassword');
  }
  expect((await reset(token, 'x'.repeat(10))).status).toBe(200);
});

test('R15: 5 links an hour to one address, with and without an account', async () => {
  for (const email of [(await member(world, team)).email, newEmail('nobody')]) {
    for (let i = 0; i < 5; i++) expect((await ask(email)).status).toBe(200);
    const refused = await ask(email);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  }
});

const libraryCalls = [
  'sign-up/email',
  'sign-in/social',
  'get-session',
  'list-sessions',
  'update-session',
  'revoke-session',
  'revoke-sessions',
  'revoke-other-sessions',
  'update-user',
  'change-email',
  'change-password',
  'set-password',
  'verify-password',
  'delete-user',
  'delete-user/callback',
  'verify-email',
  'send-verification-email',
  'forget-password',
  'reset-password/some-token',
  'link-social',
  'unlink-account',
  'list-accounts',
  'refresh-token',
  'get-access-token',
  'account-info',
  'callback/google',
  'error',
  'ok',
  'make-account',
  'account-maker/make-account',
  'two-factor/enable',
  'two-factor/disable',
  'two-factor/get-totp-uri',
  'two-factor/generate-backup-codes',
  'two-factor/view-backup-codes',
];

test('R15: no sign-up and no other call of the library is reachable, signed in or not', async () => {
  const { client } = await member(world, team);
  const body = { email: newEmail('new'), password, name: 'New', newPassword, code: '123456' };
  for (const path of libraryCalls) {
    for (const who of [client, world.client()]) {
      for (const url of [`/api/auth/${path}`, `/api/auth/${path}/`, `/api/auth//${path}`]) {
        expect((await who.get(url)).body.code, url).toBe('not_found');
        expect((await who.post(url, body)).body.code, url).toBe('not_found');
      }
    }
  }
  expect(await world.owner`select id from accounts where email = ${body.email}`).toHaveLength(0);
});

test('R15: sign-in calls are POST alone', async () => {
  for (const path of ['sign-in/email', 'two-factor/verify-otp', 'sign-out', 'reset-password']) {
    const answer = await world.client().get(`/api/auth/${path}`);
    expect(answer).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } });
    expect(answer.headers.get('allow')).toBe('POST');
  }
});
