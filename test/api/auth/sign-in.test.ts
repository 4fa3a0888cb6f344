import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Firm, firm, member, newEmail, password, type Somebody, signIn } from '../../support/people.ts';
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

const enterPassword = (client: Client, email: string, typed = password) =>
  client.post('/api/auth/sign-in/email', { email, password: typed });
const sendCode = (client: Client) => client.post('/api/auth/two-factor/send-otp', {});
const enterCode = (client: Client, code: string) => client.post('/api/auth/two-factor/verify-otp', { code });
/** A code that isn't the one sent. */
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Somebody new, who has got as far as the code. */
async function withPassword(): Promise<Somebody> {
  const somebody = await member(world, team);
  const client = world.client();
  await enterPassword(client, somebody.email);
  return { ...somebody, client };
}

test('R15: signing in takes the password, then the code from the phone', async () => {
  const { email, phone, id } = await member(world, team);
  const client = world.client();
  const first = await enterPassword(client, email.toUpperCase());
  expect(first).toMatchObject({ status: 200, body: { twoFactorRedirect: true, twoFactorMethods: ['otp'] } });
  expect((await client.get('/api/me')).body.code).toBe('not_signed_in');
  expect((await sendCode(client)).status).toBe(200);
  expect((await client.get('/api/me')).status).toBe(401);
  expect((await enterCode(client, world.inbox.codeFor(phone))).status).toBe(200);
  expect((await client.get('/api/me')).body).toMatchObject({ id, email, phone });
});

test('R15: a password alone makes no session, neither in the database nor in a cookie', async () => {
  const somebody = await member(world, team);
  await world.owner`delete from sessions where user_id = ${somebody.id}`;
  const client = world.client();
  const answer = await enterPassword(client, somebody.email);
  expect(await world.owner`select id from sessions where user_id = ${somebody.id}`).toHaveLength(0);
  const cookies = answer.headers.getSetCookie().filter((cookie) => !/max-age=0/i.test(cookie));
  expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['better-auth.two_factor']);
  for (const path of ['/api/me', '/api/dossiers', `/api/firms/${team.id}/members`]) {
    expect((await client.get(path)).status).toBe(401);
  }
});

test('R15: a wrong password and an unknown address are answered alike', async () => {
  const { email } = await member(world, team);
  const known = await enterPassword(world.client(), email, 'not the password');
  const unknown = await enterPassword(world.client(), newEmail('nobody'), 'not the password');
  for (const answer of [known, unknown]) {
    expect(answer).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  const shape = ({ body, headers }: typeof known) => [{ ...body, instance: '' }, [...headers.keys()].sort()];
  expect(shape(known)).toEqual(shape(unknown));
});

test.each(['an account', 'no account'])('R15: 10 wrong passwords lock an address with %s', async (which) => {
  const email = which === 'an account' ? (await member(world, team)).email : newEmail('nobody');
  for (let i = 0; i < 10; i++) {
    expect((await enterPassword(world.client(), email, `wrong password ${i}`)).status).toBe(401);
  }
  for (const typed of ['wrong again', password]) {
    const refused = await enterPassword(world.client(), email.toUpperCase(), typed);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(15 * 60);
  }
});

test('R15: after 15 minutes, and after the right password, counting begins anew', async () => {
  const { email } = await member(world, team);
  const wrong = async (times: number) => {
    for (let i = 0; i < times; i++) await enterPassword(world.client(), email, 'wrong password');
  };
  await wrong(9);
  expect((await enterPassword(world.client(), email)).status).toBe(200);
  await wrong(9);
  expect((await enterPassword(world.client(), email)).status).toBe(200);
  await wrong(10);
  expect((await enterPassword(world.client(), email)).status).toBe(429);
  await world.owner`update limits set resets_at = now() - interval '1 second' where key like 'password:%'`;
  expect((await enterPassword(world.client(), email)).status).toBe(200);
});

test('R15: many wrong passwords at once are counted, each', async () => {
  const { email } = await member(world, team);
  const answers = await Promise.all(
    Array.from({ length: 15 }, () => enterPassword(world.client(), email, 'wrong password')),
  );
  expect(answers.filter((answer) => answer.status === 401)).toHaveLength(10);
  expect(answers.filter((answer) => answer.status === 429)).toHaveLength(5);
});

test('R15: a wrong code is refused, and the right one still works', async () => {
  const { client, phone } = await withPassword();
  await sendCode(client);
  const code = world.inbox.codeFor(phone);
  expect(await enterCode(client, otherThan(code))).toMatchObject({ status: 400, body: { code: 'bad_code' } });
  expect((await client.get('/api/me')).status).toBe(401);
  expect((await enterCode(client, code)).status).toBe(200);
});

test('R15: five tries a code; then even the right one is refused, until a new one is sent', async () => {
  const { client, phone } = await withPassword();
  await sendCode(client);
  const code = world.inbox.codeFor(phone);
  for (let i = 0; i < 5; i++) expect((await enterCode(client, otherThan(code))).body.code).toBe('bad_code');
  const refused = await enterCode(client, code);
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await enterCode(client, code)).status).toBeGreaterThanOrEqual(400);
  expect((await client.get('/api/me')).status).toBe(401);
  await sendCode(client);
  expect((await enterCode(client, world.inbox.codeFor(phone))).status).toBe(200);
});

test('R15: of many tries at once, five count at most', async () => {
  const { client, phone } = await withPassword();
  await sendCode(client);
  const code = world.inbox.codeFor(phone);
  const wrong = await Promise.all(Array.from({ length: 12 }, () => enterCode(client, otherThan(code))));
  expect(wrong.every((answer) => answer.status === 400 || answer.status === 429)).toBe(true);
  expect((await client.get('/api/me')).status).toBe(401);
});

test('R15: a used code, and a used sign-in, work once', async () => {
  const { client, phone, email } = await withPassword();
  await sendCode(client);
  const code = world.inbox.codeFor(phone);
  const other = world.client();
  await enterPassword(other, email);
  expect((await enterCode(client, code)).status).toBe(200);
  expect((await enterCode(client, code)).status).toBe(400);
  expect((await enterCode(other, code)).body.code).toBe('bad_code');
  expect((await other.get('/api/me')).status).toBe(401);
});

test('R15: a new code kills the one before, however often it is tried', async () => {
  const { client, phone } = await withPassword();
  await sendCode(client);
  const old = world.inbox.codeFor(phone);
  await sendCode(client);
  const fresh = world.inbox.codeFor(phone);
  if (old === fresh) return;
  for (let i = 0; i < 3; i++) expect((await enterCode(client, old)).body.code).toBe('bad_code');
  expect((await enterCode(client, fresh)).status).toBe(200);
});

test('R15: a code of one sign-in does not serve another', async () => {
  const { client, phone, email } = await withPassword();
  await sendCode(client);
  const code = world.inbox.codeFor(phone);
  const elsewhere = world.client();
  await enterPassword(elsewhere, email);
  expect((await enterCode(elsewhere, code)).body.code).toBe('bad_code');
  expect((await enterCode(client, code)).status).toBe(200);
});

test('R15: an old code is refused', async () => {
  const { client, phone } = await withPassword();
  await sendCode(client);
  await world.owner`update verifications set expires_at = now() - interval '1 second' where value like '%:0'`;
  expect((await enterCode(client, world.inbox.codeFor(phone))).body.code).toBe('bad_code');
});

test('R15: 10 codes an hour to one number; a refused one leaves the last code as it is', async () => {
  const { client, phone } = await withPassword();
  const sms = `${phone}@sms.localhost`;
  const before = world.inbox.to(sms).length;
  await world.owner`delete from limits where key = ${`codes:${phone}`}`;
  for (let i = 0; i < 10; i++) expect((await sendCode(client)).status).toBe(200);
  const refused = await sendCode(client);
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_codes' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(59 * 60);
  expect(world.inbox.to(sms)).toHaveLength(before + 10);
  expect((await enterCode(client, world.inbox.codeFor(phone))).status).toBe(200);
});

test('R15: a code is a text message with exactly one number of six digits', async () => {
  const { client, phone } = await withPassword();
  await sendCode(client);
  const text = world.inbox.to(`${phone}@sms.localhost`).at(-1)!.text;
  expect(text.match(/\d+/g)).toEqual([expect.stringMatching(/^\d{6}$/)]);
});

test('R15: no device is trusted to skip the second factor', async () => {
  const { client, phone, email } = await withPassword();
  const asked = await client.post('/api/auth/two-factor/send-otp', { trustDevice: true });
  expect(asked.body.errors[0]).toMatchObject({ field: 'trustDevice', code: 'unknown_field' });
  await sendCode(client);
  const code = world.inbox.codeFor(phone);
  const trusted = await client.post('/api/auth/two-factor/verify-otp', { code, trustDevice: true });
  expect(trusted.body.errors[0]).toMatchObject({ field: 'trustDevice', code: 'unknown_field' });
  const entered = await enterCode(client, code);
  expect(entered.headers.getSetCookie().join()).not.toMatch(/trust/);
  expect((await enterPassword(client, email)).body.twoFactorRedirect).toBe(true);
});

test('R15: without the first step there is no second', async () => {
  const client = world.client();
  expect(await sendCode(client)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  expect(await enterCode(client, '123456')).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
});

test('R15: the session is a cookie that scripts and other sites cannot use; its token is in no body', async () => {
  const { client, phone } = await withPassword();
  await sendCode(client);
  const entered = await enterCode(client, world.inbox.codeFor(phone));
  const cookie = entered.headers.getSetCookie().find((one) => one.startsWith('better-auth.session_token='))!;
  expect(cookie).toMatch(/; HttpOnly/i);
  expect(cookie).toMatch(/; SameSite=Lax/i);
  expect(cookie).toMatch(/; Path=\//i);
  const token = decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1, cookie.indexOf(';'))).split('.')[0]!;
  expect(token.length).toBeGreaterThanOrEqual(32);
  for (const { body, headers } of [entered, await client.get('/api/me')]) {
    expect(JSON.stringify(body)).not.toContain(token);
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('R15: signing out ends the session, for a copied cookie too', async () => {
  const somebody = await member(world, team);
  const client = await signIn(world, somebody);
  const [session] = await world.owner<{ id: string }[]>`
    select id from sessions where user_id = ${somebody.id} order by created_at desc limit 1`;
  expect((await client.post('/api/auth/sign-out')).status).toBe(200);
  expect((await client.get('/api/me')).status).toBe(401);
  expect(await world.owner`select id from sessions where id = ${session!.id}`).toHaveLength(0);
  expect((await somebody.client.get('/api/me')).status).toBe(200);
  expect((await client.post('/api/auth/sign-out')).status).toBe(200);
});

test('R15: 300 calls a minute to sign-in and invitations from one client address, whatever it says it is', async () => {
  await world.owner`
    insert into limits (key, points, resets_at) values ('calls:127.0.0.1', 300, now() + interval '1 minute')
    on conflict (key) do update set points = excluded.points, resets_at = excluded.resets_at`;
  const forged = { headers: { 'X-Forwarded-For': '203.0.113.9', 'X-Client-Address': '203.0.113.9' } };
  for (const answer of [
    await world.client().post('/api/auth/sign-in/email', { email: newEmail('x'), password }, forged),
    await world.client().get('/api/invitations/unknown', forged),
  ]) {
    expect(answer).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await team.admin.client.get('/api/me')).status).toBe(200);
  await world.owner`delete from limits where key like 'calls:%'`;
});
