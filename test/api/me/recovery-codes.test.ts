import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordsOf } from '../../support/access.ts';
import { enrol, withPassword } from '../../support/authenticator.ts';
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

const enter = (client: Client, code: string) =>
  client.post('/api/auth/two-factor/verify-backup-code', { code });
const renew = async ({ client }: Somebody): Promise<string[]> =>
  (await client.post('/api/me/recovery-codes', { password })).body.recoveryCodes;
const left = async ({ client }: { client: Client }) => (await client.get('/api/me')).body.recoveryCodesLeft;

test('R15: a recovery code signs in, once, and the account is told how many are left', async () => {
  const somebody = await member(world, team);
  expect(await left(somebody)).toBe(0);
  const codes = await renew(somebody);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[A-Za-z0-9]{5}-[A-Za-z0-9]{5}$/);
  expect(await left(somebody)).toBe(10);

  const { client } = await withPassword(world, somebody);
  const entered = await enter(client, codes[3]!);
  expect([entered.status, entered.body]).toEqual([200, {}]);
  expect(await left({ client })).toBe(9);
  await world.deliver();
  expect(world.inbox.to(somebody.email).at(-1)!.text).toContain('Codes left: 9.');
  expect((await recordsOf(world, somebody.id)).at(-1)).toMatchObject({
    action: 'recovery_code_used',
    actorId: somebody.id,
    after: { codesLeft: 9 },
  });

  const again = await withPassword(world, somebody);
  expect(await enter(again.client, codes[3]!)).toMatchObject({ status: 400, body: { code: 'bad_code' } });
  expect((await again.client.get('/api/me')).status).toBe(401);
  expect((await enter(again.client, codes[4]!)).status).toBe(200);
});

test('R15: of many who enter the same recovery code at once, one is in', async () => {
  const somebody = await member(world, team);
  const [code] = await renew(somebody);
  const browsers = await Promise.all(Array.from({ length: 5 }, () => withPassword(world, somebody)));
  const answers = await Promise.all(browsers.map(({ client }) => enter(client, code!)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  for (const { status, body } of answers.filter((answer) => answer.status !== 200)) {
    expect([status, body.code]).toEqual([400, 'bad_code']);
  }
  expect(await left(somebody)).toBe(9);
});

test('R15: new codes kill the old ones, those of the enrolment too', async () => {
  const somebody = await member(world, team);
  const { recoveryCodes: old } = await enrol(world, somebody);
  const fresh = await renew(somebody);
  expect(fresh.filter((code) => old.includes(code))).toEqual([]);
  const { client } = await withPassword(world, somebody);
  expect((await enter(client, old[0]!)).body.code).toBe('bad_code');
  expect((await enter(client, fresh[0]!)).status).toBe(200);
  expect((await recordsOf(world, somebody.id)).map(({ action }) => action)).toContain('recovery_codes_made');
  await world.deliver();
  const texts = world.inbox.to(somebody.email).map(({ text }) => text);
  expect(texts.filter((text) => text.includes('New recovery codes have been made'))).toHaveLength(1);
});

test('R15: recovery codes work where text messages are given up, and stay when the app is removed', async () => {
  const somebody = await member(world, team);
  const { recoveryCodes } = await enrol(world, somebody);
  await somebody.client.put('/api/me/text-messages', { password, allowed: false });
  const one = await withPassword(world, somebody);
  expect((await enter(one.client, recoveryCodes[0]!)).status).toBe(200);
  await somebody.client.post('/api/me/authenticator/remove', { password });
  expect(await left(somebody)).toBe(9);
});

test('R15: without the password there is nothing to enter a recovery code for; five tries each', async () => {
  const somebody = await member(world, team);
  const [code] = await renew(somebody);
  expect((await enter(world.client(), code!)).body.code).toBe('not_signed_in');
  expect((await enter(somebody.client, code!)).body.code).toBe('not_signed_in');
  expect(await left(somebody)).toBe(10);
  const { client } = await withPassword(world, somebody);
  for (let i = 0; i < 5; i++) expect((await enter(client, `wrong-code${i}`)).body.code).toBe('bad_code');
  expect((await enter(client, code!)).body.code).toMatch(/too_many_tries|not_signed_in/);
  expect(await left(somebody)).toBe(10);
});
