import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldToContract } from '../../support/contract.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  accept,
  dossier,
  firm,
  give,
  member,
  newEmail,
  newPhone,
  password,
  person,
} from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

/** A person who was invited and has no account. */
async function invited(contact = { email: newEmail('person'), phone: newPhone() }) {
  const where = await dossier(manager);
  const personId = await person(manager, where, { firstName: 'Léa', lastName: 'Dupont', language: 'fr' });
  const given = await give(manager, where, personId, 'read_write', contact);
  await world.deliver();
  const token = tokenIn(world.inbox.to(contact.email).at(-1)!);
  return { ...given, where, personId, token, line: `${where.path}/access-rights/persons/${personId}` };
}

const url = (token: string, call = '') => `/api/invitations/${token}${call}`;
const look = (token: string) => world.client().get(url(token));
const sendCode = (token: string) => world.client().post(url(token, '/code'));
const makeAccount = (token: string, code: string) =>
  world.client().post(url(token, '/account'), { password, code });
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const rows = (...names: string[]) =>
  Promise.all(
    names.map(
      (name) => world.owner`select md5(string_agg(t::text, '' order by t::text)) from ${world.owner(name)} t`,
    ),
  );

test('R9: a link shows who invites, to what and until when, with masked contact data; opening it consumes nothing', async () => {
  const { token, email, phone, where } = await invited();
  const before = await rows('grants', 'mails', 'owed', 'records', 'accounts', 'codes', 'verifications');
  const answers = await Promise.all(Array.from({ length: 25 }, () => look(token)));
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    expect(body).toMatchObject({
      kind: 'person',
      firm: { name: 'Fortuna' },
      dossier: { name: 'Famille Dupont' },
      right: 'read_write',
      role: null,
      email: `${email[0]}•••@people.test`,
      phone: `+32 ••• •• ${phone.slice(-2)}`,
      declined: false,
      accountExists: false,
    });
    expect(body.inviter.name).toMatch(/^Max Member/);
    const days = (Date.parse(body.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(66);
    expect(days).toBeLessThan(67.1);
    const text = JSON.stringify(body);
    for (const secret of [email, phone, where.id, token]) expect(text).not.toContain(secret);
  }
  expect(await rows('grants', 'mails', 'owed', 'records', 'accounts', 'codes', 'verifications')).toEqual(
    before,
  );
  expect((await accept(world, email, phone)).id).toBeTruthy();
});

type Invited = Awaited<ReturnType<typeof invited>>;
const newEmailOf = newEmail('corrected');
const deaths: [how: string, kill: (one: Invited) => Promise<unknown>][] = [
  ['used', ({ email, phone }) => accept(world, email, phone)],
  [
    'expired',
    ({ grantId }) =>
      world.owner`update grants set state = 'unanswered', expires_at = now() - interval '1 second' where id = ${grantId}`,
  ],
  [
    'expired after it was declined',
    async ({ token, grantId }) => {
      await world.client().post(url(token, '/decline'));
      await world.owner`update grants set expires_at = now() - interval '1 second' where id = ${grantId}`;
    },
  ],
  ['withdrawn', ({ line }) => manager.client.put(line, { right: 'none' })],
  [
    'superseded by a corrected address',
    ({ line, phone }) => manager.client.put(line, { email: newEmailOf, phone, right: 'read_write' }),
  ],
  [
    'superseded by a new cycle',
    async ({ token, line }) => {
      await world.client().post(url(token, '/decline'));
      expect((await manager.client.post(`${line}/invitation/resend`)).status).toBe(202);
    },
  ],
  [
    'of somebody who died',
    ({ where, personId }) =>
      manager.client.patch(`${where.path}/family/persons/${personId}`, 1, { deathDate: '2026-01-01' }),
  ],
  [
    'of an address whose account came by another dossier, with another number',
    async ({ email }) => {
      const elsewhere = await invited({ email, phone: newPhone() });
      await accept(world, elsewhere.email, elsewhere.phone);
    },
  ],
];

test.each(deaths)('R13: a link that is %s answers like an unknown one, to every call', async (_how, kill) => {
  const one = await invited();
  await sendCode(one.token);
  const code = world.inbox.codeFor(one.phone);
  await kill(one);
  await world.deliver();
  const texts = world.inbox.to(`${one.phone}@sms.localhost`).length;
  const unknown = randomBytes(32).toString('base64url');
  const calls = [
    look,
    sendCode,
    (t: string) => makeAccount(t, code),
    (t: string) => world.client().post(url(t, '/decline')),
  ];
  for (const call of calls) {
    const [dead, never] = [await call(one.token), await call(unknown)];
    expect(dead).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect({ ...dead.body, instance: '' }).toEqual({ ...never.body, instance: '' });
    expect([...dead.headers.keys()]).toEqual([...never.headers.keys()]);
  }
  expect(world.inbox.to(`${one.phone}@sms.localhost`)).toHaveLength(texts);
});

test.each(['%00', '%zz', '%ff', '..%2F..', 'x'.repeat(4000), "'"])('R9: %s is no token', async (token) => {
  const answer = await look(token);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

test('R9, R15: the code from the phone and a password make the account, signed in', async () => {
  const { token, email, phone, where } = await invited();
  expect((await sendCode(token)).status).toBe(204);
  const client = world.client();
  const made = await client.post(url(token, '/account'), { password, code: world.inbox.codeFor(phone) });
  expect(made.status).toBe(201);
  expect(Object.keys(made.body)).toEqual(['id', 'dossierId']);
  const me = await client.get('/api/me');
  expect(me.body).toMatchObject({
    id: made.body.id,
    name: 'Léa Dupont',
    email,
    phone,
    language: 'fr',
    team: null,
  });
  expect((await client.get(where.path)).status).toBe(200);
  const [account] = await world.owner`
    select two_factor_enabled, email_verified from accounts where id = ${made.body.id}`;
  expect(account).toEqual({ two_factor_enabled: true, email_verified: true });
});

test('R15: a wrong code makes no account, and counts: five tries, then not even the right one', async () => {
  const { token, email, phone } = await invited();
  expect((await makeAccount(token, '123456')).body.code).toBe('bad_code');
  await sendCode(token);
  const code = world.inbox.codeFor(phone);
  for (let i = 0; i < 5; i++) {
    expect(await makeAccount(token, otherThan(code))).toMatchObject({
      status: 400,
      body: { code: 'bad_code' },
    });
  }
  const refused = await makeAccount(token, code);
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await world.owner`select id from accounts where email = ${email}`).toHaveLength(0);
  await sendCode(token);
  expect((await makeAccount(token, world.inbox.codeFor(phone))).status).toBe(201);
});

test('R15: a new code kills the one before; an old one is refused', async () => {
  const { token, phone, grantId } = await invited();
  await sendCode(token);
  const old = world.inbox.codeFor(phone);
  await sendCode(token);
  const fresh = world.inbox.codeFor(phone);
  if (old !== fresh) expect((await makeAccount(token, old)).body.code).toBe('bad_code');
  await world.owner`update codes set expires_at = now() - interval '1 second' where subject_id = ${grantId}`;
  expect((await makeAccount(token, fresh)).body.code).toBe('bad_code');
});

test('R15: a code sent to a number that was corrected since is refused', async () => {
  const { token, phone, line, email } = await invited();
  await sendCode(token);
  const newNumber = newPhone();
  await manager.client.put(line, { email, phone: newNumber, right: 'read_write' });
  expect((await makeAccount(token, world.inbox.codeFor(phone))).body.code).toBe('bad_code');
  await sendCode(token);
  expect((await makeAccount(token, world.inbox.codeFor(newNumber))).status).toBe(201);
});

test('R15: 10 codes an hour to one number, over invitations and sign-in together', async () => {
  const { token, phone, email } = await invited();
  const second = await invited({ email: newEmail('spouse'), phone });
  for (let i = 0; i < 4; i++) expect((await sendCode(token)).status).toBe(204);
  await makeAccount(token, world.inbox.codeFor(phone));
  const client = world.client();
  await client.post('/api/auth/sign-in/email', { email, password });
  const signInCode = () => client.post('/api/auth/two-factor/send-otp', {});
  for (let i = 0; i < 4; i++) expect((await signInCode()).status).toBe(200);
  for (let i = 0; i < 2; i++) expect((await sendCode(second.token)).status).toBe(204);
  const last = world.inbox.codeFor(phone);
  for (const refused of [await sendCode(second.token), await signInCode()]) {
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_codes' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await makeAccount(second.token, last)).status).toBe(201);
});

test('R9: the token is stored as a hash alone: it stands in no column of the database', async () => {
  const { token } = await invited();
  await sendCode(token);
  const tables = await world.owner<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  expect(tables.length).toBeGreaterThan(15);
  for (const { name } of tables) {
    const found = await world.owner`select 1 from ${world.owner(name)} t where strpos(t::text, ${token}) > 0`;
    expect(found, name).toHaveLength(0);
  }
});

test('R9: each e-mail of a cycle has a link of its own, of 256 bits, and all of them work', async () => {
  const { token, line, email } = await invited();
  expect((await manager.client.post(`${line}/invitation/resend`)).status).toBe(202);
  await world.deliver();
  const second = tokenIn(world.inbox.to(email).at(-1)!);
  expect(second).not.toBe(token);
  for (const one of [token, second]) {
    expect(Buffer.from(one, 'base64url')).toHaveLength(32);
    expect((await look(one)).status).toBe(200);
  }
});
