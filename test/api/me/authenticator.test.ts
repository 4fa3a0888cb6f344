import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsOf } from '../../support/access.ts';
import { appOf, enrol, unused, withPassword } from '../../support/authenticator.ts';
import type { Client } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import { type Firm, firm, member, password, type Somebody } from '../../support/people.ts';
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

const enter = (client: Client, code: string) => client.post('/api/auth/two-factor/verify-totp', { code });
const factorsOf = async ({ client }: { client: Client }) => (await client.get('/api/me')).body.secondFactors;
const allowTexts = ({ client }: { client: Client }, allowed: boolean) =>
  client.put('/api/me/text-messages', { password, allowed });
const subjectsTo = ({ email }: Somebody) => world.inbox.to(email).map((mail) => mail.subject);
const actions = async ({ id }: Somebody) => (await recordsOf(world, id)).map(({ action }) => action);
const noticesTo = async ({ email }: Somebody) =>
  (
    await world.owner<{ what: string }[]>`
      select data->>'what' as what from mails where email = ${email} and kind = 'security_notice' order by id`
  ).map(({ what }) => what);

test('R15: an app enrolled besides text messages signs in; it is recorded, and told by e-mail', async () => {
  const somebody = await member(world, team);
  expect(await factorsOf(somebody)).toEqual({ authenticator: false, textMessages: true });
  const { app, uri, recoveryCodes } = await enrol(world, somebody);
  const setup = new URL(uri);
  expect([setup.protocol, setup.host]).toEqual(['otpauth:', 'totp']);
  expect(Object.fromEntries(setup.searchParams)).toEqual({
    secret: app.secret,
    issuer: 'Dossier access',
    digits: '6',
    period: '30',
  });
  expect(decodeURIComponent(setup.pathname)).toContain(somebody.email);
  expect(recoveryCodes).toHaveLength(10);
  expect(await factorsOf(somebody)).toEqual({ authenticator: true, textMessages: true });

  const { client, methods } = await withPassword(world, somebody);
  expect(methods.sort()).toEqual(['otp', 'totp']);
  expect((await client.get('/api/me')).status).toBe(401);
  expect((await enter(client, await app.code())).status).toBe(200);
  expect((await client.get('/api/me')).body.id).toBe(somebody.id);

  expect((await actions(somebody)).slice(-1)).toEqual(['authenticator_added']);
  await world.deliver();
  expect(subjectsTo(somebody).at(-1)).toBe('The security of your account has changed');
  expect(await noticesTo(somebody)).toEqual(['authenticator_added']);
});

test('R15: a code of the app is taken once, and no earlier one after it', async () => {
  const somebody = await member(world, team);
  const { app } = await enrol(world, somebody);
  const [now, next] = [await app.code(), await app.code(1)];
  const browsers = await Promise.all([1, 2, 3].map(() => withPassword(world, somebody)));
  const [first, second, third] = browsers.map(({ client }) => client) as [Client, Client, Client];
  expect((await enter(first, next)).status).toBe(200);
  expect(await enter(second, next)).toMatchObject({ status: 400, body: { code: 'bad_code' } });
  expect(await enter(third, now)).toMatchObject({ status: 400, body: { code: 'bad_code' } });
  for (const client of [second, third]) expect((await client.get('/api/me')).status).toBe(401);
});

test('R15: of many who enter the same code at once, one is in', async () => {
  const somebody = await member(world, team);
  const { app } = await enrol(world, somebody);
  const browsers = await Promise.all(Array.from({ length: 6 }, () => withPassword(world, somebody)));
  const code = await app.code();
  const answers = await Promise.all(browsers.map(({ client }) => enter(client, code)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400, 400]);
});

test('R15: the code that ends the enrolment does not sign in any more', async () => {
  const somebody = await member(world, team);
  const { body } = await somebody.client.post('/api/me/authenticator', { password });
  const code = await appOf(body.secret).code();
  expect((await somebody.client.post('/api/me/authenticator/confirm', { code })).status).toBe(200);
  const { client } = await withPassword(world, somebody);
  expect((await enter(client, code)).body.code).toBe('bad_code');
});

test('R15: until its first code an app signs nobody in, and only its own call ends the enrolment', async () => {
  const somebody = await member(world, team);
  const { body } = await somebody.client.post('/api/me/authenticator', { password });
  const app = appOf(body.secret);
  const { client, methods } = await withPassword(world, somebody);
  expect(methods).toEqual(['otp']);
  expect((await enter(client, await app.code())).body.code).toBe('bad_code');
  await unused(world, somebody);
  expect((await enter(somebody.client, await app.code())).body.code).toBe('not_signed_in');
  expect(await factorsOf(somebody)).toEqual({ authenticator: false, textMessages: true });
  const wrong = { code: String((Number(await app.code(5)) + 1) % 1_000_000).padStart(6, '0') };
  expect((await somebody.client.post('/api/me/authenticator/confirm', wrong)).body.code).toBe('bad_code');
  expect(await actions(somebody)).not.toContain('authenticator_added');
});

test('R15: who begins to enrol again gets another secret; the first one ends nothing', async () => {
  const somebody = await member(world, team);
  const begin = async () =>
    appOf((await somebody.client.post('/api/me/authenticator', { password })).body.secret);
  const [first, second] = [await begin(), await begin()];
  expect(first.secret).not.toBe(second.secret);
  const confirm = async (app: typeof first) =>
    (await somebody.client.post('/api/me/authenticator/confirm', { code: await app.code() })).status;
  expect([await confirm(first), await confirm(second)]).toEqual([400, 200]);
  const again = await somebody.client.post('/api/me/authenticator', { password });
  expect(again).toMatchObject({ status: 409, body: { code: 'authenticator_enrolled' } });
});

test('R15: the password is asked for again, and wrong ones count with those of signing in', async () => {
  const somebody = await member(world, team);
  const wrong = { password: 'not the password' };
  for (const call of [
    () => somebody.client.post('/api/me/authenticator', wrong),
    () => somebody.client.post('/api/me/authenticator/remove', wrong),
    () => somebody.client.put('/api/me/text-messages', { ...wrong, allowed: false }),
    () => somebody.client.post('/api/me/recovery-codes', wrong),
    () => somebody.client.post('/api/me/password', { ...wrong, newPassword: 'a new long password' }),
  ]) {
    for (let i = 0; i < 2; i++)
      expect(await call()).toMatchObject({ status: 403, body: { code: 'wrong_password' } });
  }
  const refused = await somebody.client.post('/api/me/authenticator', { password });
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
  const signIn = await world.client().post('/api/auth/sign-in/email', { email: somebody.email, password });
  expect(signIn.body.code).toBe('too_many_tries');
  await world.owner`delete from limits`;
});

test('R15: an app instead of text messages: no code is sent or taken by text', async () => {
  const somebody = await member(world, team);
  expect(await allowTexts(somebody, false)).toMatchObject({
    status: 409,
    body: { code: 'no_authenticator' },
  });
  const { app } = await enrol(world, somebody);
  const before = await withPassword(world, somebody);
  expect((await before.client.post('/api/auth/two-factor/send-otp', {})).status).toBe(200);
  const sent = world.inbox.codeFor(somebody.phone);
  const texts = world.inbox.to(`${somebody.phone}@sms.localhost`).length;
  expect((await allowTexts(somebody, false)).status).toBe(204);
  expect(await factorsOf(somebody)).toEqual({ authenticator: true, textMessages: false });

  const late = await before.client.post('/api/auth/two-factor/verify-otp', { code: sent });
  expect(late).toMatchObject({ status: 403, body: { code: 'text_messages_off' } });
  const { client, methods } = await withPassword(world, somebody);
  expect(methods).toEqual(['totp']);
  const asked = await client.post('/api/auth/two-factor/send-otp', {});
  expect(asked).toMatchObject({ status: 403, body: { code: 'text_messages_off' } });
  expect(world.inbox.to(`${somebody.phone}@sms.localhost`)).toHaveLength(texts);
  expect((await enter(client, await app.code())).status).toBe(200);

  expect((await allowTexts(somebody, true)).status).toBe(204);
  expect((await allowTexts(somebody, true)).status).toBe(204);
  expect((await withPassword(world, somebody)).methods.sort()).toEqual(['otp', 'totp']);
  expect(await noticesTo(somebody)).toEqual(['authenticator_added', 'text_messages_off', 'text_messages_on']);
});

test('R15: the second factor can’t be switched off: without the app, text messages are back', async () => {
  const somebody = await member(world, team);
  const { app } = await enrol(world, somebody);
  await allowTexts(somebody, false);
  const remove = () => somebody.client.post('/api/me/authenticator/remove', { password });
  expect((await remove()).status).toBe(204);
  expect(await remove()).toMatchObject({ status: 409, body: { code: 'no_authenticator' } });
  expect(await factorsOf(somebody)).toEqual({ authenticator: false, textMessages: true });
  const { client, methods } = await withPassword(world, somebody);
  expect(methods).toEqual(['otp']);
  expect((await enter(client, await app.code())).body.code).toBe('bad_code');
  const back = await somebody.client.post('/api/me/authenticator/confirm', { code: await app.code() });
  expect(back).toMatchObject({ status: 400, body: { code: 'bad_code' } });
  expect((await noticesTo(somebody)).at(-1)).toBe('authenticator_removed');
  expect((await recordsOf(world, somebody.id)).at(-1)).toMatchObject({
    action: 'authenticator_removed',
    before: { textMessages: false },
    after: { textMessages: true },
  });
});

test('R15: the app removed and text messages given up at once never leave an account without a second factor', async () => {
  for (let i = 0; i < 5; i++) {
    const somebody = await member(world, team);
    await enrol(world, somebody);
    await Promise.all([
      somebody.client.post('/api/me/authenticator/remove', { password }),
      allowTexts(somebody, false),
    ]);
    expect(await factorsOf(somebody)).toEqual({ authenticator: false, textMessages: true });
  }
});

test('R15: five wrong codes end a sign-in, and ten lock the account’s second step for 15 minutes', async () => {
  const somebody = await member(world, team);
  const { app } = await enrol(world, somebody);
  const right = await app.code(1);
  const wrong = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
  for (let round = 0; round < 2; round++) {
    const { client } = await withPassword(world, somebody);
    for (let i = 0; i < 5; i++) expect((await enter(client, wrong)).body.code).toBe('bad_code');
    expect((await enter(client, wrong)).body.code).toMatch(/too_many_tries|not_signed_in/);
  }
  const { client } = await withPassword(world, somebody);
  expect(await enter(client, right)).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
});

test('R15: neither the secret nor a recovery code is readable in the database', async () => {
  const somebody = await member(world, team);
  const { app, recoveryCodes } = await enrol(world, somebody);
  const [row] = await world.owner<
    { t: string }[]
  >`select t::text as t from two_factors t where user_id = ${somebody.id}`;
  for (const secret of [app.secret, ...recoveryCodes]) expect(row!.t).not.toContain(secret);
});
