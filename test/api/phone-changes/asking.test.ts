import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordsOf } from '../../support/access.ts';
import { withPassword } from '../../support/authenticator.ts';
import { heldToContract } from '../../support/contract.ts';
import { askFor, changeTokenIn, openedAgo } from '../../support/lost-phone.ts';
import {
  dossier,
  type Firm,
  firm,
  insider,
  member,
  newEmail,
  newPhone,
  password,
  type Somebody,
} from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let team: Firm;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
});
beforeEach(() => world.owner`delete from limits`);
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

async function client(): Promise<Somebody> {
  const d = await dossier(manager);
  const somebody = await insider(world, manager, d, d.holderId);
  await openedAgo(world, somebody, 30);
  return somebody;
}

const ask = (body: object) => world.client().post('/api/auth/lost-phone', body);
const changesOf = ({ id }: Somebody) => world.owner<{ id: string; state: string }[]>`
  select id, state from phone_changes where account_id = ${id} order by id`;
const asked = async (somebody: Somebody) => {
  const asking = await askFor(world, somebody);
  await world.deliver();
  return asking;
};
const subjectsTo = (address: string) => world.inbox.to(address).map((mail) => mail.subject);

test('R15: asking is answered alike for a wrong password and an unknown address, which get nothing', async () => {
  const somebody = await client();
  const mails = world.inbox.received.length;
  const right = { email: somebody.email, password, newPhone: newPhone() };
  const answers = [
    await ask({ ...right, password: 'not the password' }),
    await ask({ ...right, email: newEmail('nobody') }),
    await ask({ ...right, email: somebody.email.toUpperCase() }),
  ];
  const shape = ({ status, body, headers }: (typeof answers)[0]) => [
    status,
    body,
    [...headers.keys()].sort(),
  ];
  for (const answer of answers) expect(shape(answer)).toEqual(shape(answers[0]!));
  expect(shape(answers[0]!).slice(0, 2)).toEqual([202, {}]);
  await world.deliver();
  expect(world.inbox.received.slice(mails).map(({ to }) => to)).toEqual([somebody.email]);
  expect(await changesOf(somebody)).toHaveLength(1);
});

test('R15: a wrong password here counts with those of signing in', async () => {
  const { email } = await client();
  const signIn = (typed: string) =>
    world.client().post('/api/auth/sign-in/email', { email, password: typed });
  for (let i = 0; i < 5; i++) await signIn('wrong password');
  for (let i = 0; i < 5; i++) {
    expect((await ask({ email, password: 'wrong password', newPhone: newPhone() })).status).toBe(202);
  }
  expect((await signIn(password)).body.code).toBe('too_many_tries');
  const refused = await ask({ email, password, newPhone: newPhone() });
  expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_tries' } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('R15: 5 askings an hour for one address, with and without an account', async () => {
  for (const email of [(await client()).email, newEmail('nobody')]) {
    for (let i = 0; i < 5; i++)
      expect((await ask({ email, password, newPhone: newPhone() })).status).toBe(202);
    expect((await ask({ email, password, newPhone: newPhone() })).body.code).toBe('too_many_tries');
  }
});

test('R15: the link proves the address, a code the new number; looking and mail scanners consume nothing', async () => {
  const somebody = await client();
  const asking = await asked(somebody);
  const path = `/api/phone-changes/${await asking.token()}`;
  const seen = {
    state: 'asked',
    way: 'address',
    newPhone: `+32 ••• •• ${asking.phone.slice(-2)}`,
    effectiveAt: null,
  };
  const stranger = world.client();
  for (let i = 0; i < 3; i++) {
    const { body } = await stranger.get(path);
    expect(body).toMatchObject(seen);
    const days = (Date.parse(body.expiresAt) - Date.now()) / (24 * 60 * 60 * 1000);
    expect(days).toBeCloseTo(7, 2);
  }
  expect(world.inbox.to(`${asking.phone}@sms.localhost`)).toEqual([]);
  expect((await stranger.post(path, { code: '123456' })).body.code).toBe('bad_code');
  expect((await stranger.post(`${path}/code`)).status).toBe(204);
  const { text } = world.inbox.to(`${asking.phone}@sms.localhost`).at(-1)!;
  expect(text.match(/\d+/g)).toEqual([expect.stringMatching(/^\d{6}$/)]);
  const code = world.inbox.codeFor(asking.phone);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  expect((await stranger.post(path, { code: wrong })).body.code).toBe('bad_code');
  expect(await asking.state()).toBe('asked');
  const proven = await stranger.post(path, { code });
  expect([proven.status, proven.body.state, proven.body.canBeConfirmed]).toEqual([200, 'waiting', true]);
  for (const call of [() => stranger.post(path, { code }), () => stranger.post(`${path}/code`)]) {
    expect(await call()).toMatchObject({ status: 409, body: { code: 'number_proven' } });
  }
  expect(await recordsOf(world, somebody.id)).toMatchObject([
    { action: 'account_created' },
    {
      action: 'phone_change_asked',
      actorId: null,
      after: { phoneChange: asking.changeId },
      details: { before: somebody.phone, after: asking.phone },
    },
    { action: 'phone_change_proven', actorId: somebody.id, after: { phoneChange: asking.changeId } },
  ]);
});

test('R15: of two who prove at once, one does; those who may confirm get one e-mail', async () => {
  const somebody = await client();
  const asking = await asked(somebody);
  const path = `/api/phone-changes/${await asking.token()}`;
  await world.client().post(`${path}/code`);
  const code = world.inbox.codeFor(asking.phone);
  const before = world.inbox.to(manager.email).length;
  const answers = await Promise.all([1, 2, 3].map(() => world.client().post(path, { code })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  await world.deliver();
  expect(subjectsTo(manager.email).slice(before)).toEqual(['A new phone number awaits your confirmation']);
});

test('R15: five tries a code', async () => {
  const asking = await asked(await client());
  const path = `/api/phone-changes/${await asking.token()}`;
  await world.client().post(`${path}/code`);
  const code = world.inbox.codeFor(asking.phone);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  for (let i = 0; i < 5; i++)
    expect((await world.client().post(path, { code: wrong })).body.code).toBe('bad_code');
  expect((await world.client().post(path, { code })).body.code).toBe('too_many_tries');
  expect(await asking.state()).toBe('asked');
});

test('R15: a new asking takes the place of one that is not confirmed; its link is dead, and nobody sees it', async () => {
  const somebody = await client();
  const first = await asked(somebody);
  const oldLink = `/api/phone-changes/${await first.token()}`;
  const second = await asked(somebody);
  expect(await world.client().get(oldLink)).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect((await world.client().post(`${oldLink}/code`)).status).toBe(404);
  await second.prove();
  const third = await asked(somebody);
  expect((await changesOf(somebody)).map(({ state }) => state)).toEqual(['replaced', 'replaced', 'asked']);
  expect((await manager.client.post(`${second.path}/confirm`)).body.code).toBe('phone_change_over');
  await third.prove();
  expect((await manager.client.post(`${third.path}/confirm`)).status).toBe(200);

  const { email } = somebody;
  const again = await ask({ email, password, newPhone: newPhone() });
  expect([again.status, again.body]).toEqual([202, {}]);
  expect((await changesOf(somebody)).map(({ id, state }) => [id, state]).at(-1)).toEqual([
    third.changeId,
    'confirmed',
  ]);
});

test('R15: many who ask at once leave one change alive', async () => {
  const somebody = await client();
  const { email } = somebody;
  await Promise.all([1, 2, 3, 4].map(() => ask({ email, password, newPhone: newPhone() })));
  const states = (await changesOf(somebody)).map(({ state }) => state);
  expect(states.sort()).toEqual(['asked', 'replaced', 'replaced', 'replaced']);
});

test('R15: after 7 days by the database’s clock neither link nor confirmation works', async () => {
  const somebody = await client();
  const asking = await asked(somebody);
  const link = `/api/phone-changes/${await asking.token()}`;
  await asking.prove();
  await world.owner`update phone_changes set expires_at = now() where id = ${asking.changeId}`;
  expect((await world.client().get(link)).status).toBe(404);
  expect((await manager.client.get('/api/phone-changes')).body.items).not.toContainEqual(
    expect.objectContaining({ id: asking.changeId }),
  );
  expect((await manager.client.post(`${asking.path}/confirm`)).body.code).toBe('phone_change_over');
});

test('R15: asking signs nobody in and changes nothing: sessions, number and second factor stay', async () => {
  const somebody = await client();
  const asking = await asked(somebody);
  await asking.prove();
  expect((await somebody.client.get('/api/me')).body).toMatchObject({
    phone: somebody.phone,
    phoneChange: { state: 'waiting', effectiveAt: null, newPhone: `+32 ••• •• ${asking.phone.slice(-2)}` },
  });
  const { client: half, methods } = await withPassword(world, somebody);
  expect(methods).toEqual(['otp']);
  await half.post('/api/auth/two-factor/send-otp', {});
  expect(world.inbox.to(`${somebody.phone}@sms.localhost`).at(-1)!.text).toMatch(/\d{6}/);
});

test('R15: the tokens of the links are readable nowhere in the database', async () => {
  const somebody = await client();
  const asking = await asked(somebody);
  await asking.prove();
  await manager.client.post(`${asking.path}/confirm`);
  await world.deliver();
  const texts = world.inbox.to(`${somebody.phone}@sms.localhost`);
  const tokens = [await asking.token(), changeTokenIn(texts.at(-1)!)];
  expect(tokens[0]).not.toBe(tokens[1]);
  const tables = await world.owner<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  for (const { name } of tables) {
    for (const token of tokens) {
      const found =
        await world.owner`select 1 from ${world.owner(name)} t where strpos(t::text, ${token}) > 0`;
      expect(found, name).toHaveLength(0);
    }
  }
});
