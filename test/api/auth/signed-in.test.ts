import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firm, type Somebody } from '../../support/people.ts';
import { authSecret, createWorld, type World } from '../../support/world.ts';

let world: World;
let somebody: Somebody;
let name: string;
let token: string;

beforeAll(async () => {
  world = await createWorld();
  somebody = (await firm(world)).admin;
  const pair = somebody.client.cookie.split('; ').find((one) => one.includes('session_token='))!;
  name = pair.slice(0, pair.indexOf('='));
  token = decodeURIComponent(pair.slice(name.length + 1)).split('.')[0]!;
});
afterAll(() => world.close());

const sign = (value: string, secret = authSecret) =>
  createHmac('sha256', secret).update(value).digest('base64');
const meWith = async (cookie: string) =>
  (await world.client().get('/api/me', { headers: { cookie: `${name}=${cookie}` } })).status;
const expiry = async () => {
  const [row] = await world.owner<{ days: number }[]>`
    select extract(epoch from expires_at - now())::float / 86400 as days from sessions where token = ${token}`;
  return row?.days;
};

test('R15: a session cookie counts as the library signed it, and no other way', async () => {
  const good = `${token}.${sign(token)}`;
  expect(await meWith(encodeURIComponent(good))).toBe(200);
  for (const bad of [
    token,
    `${token}.`,
    `${token}.${sign(token, 'another secret that is long enough, too')}`,
    `${token}.${sign('another token')}`,
    `${token}.${'A'.repeat(44)}`,
    `${token}x.${sign(token)}`,
    `unknown.${sign('unknown')}`,
    '',
  ]) {
    expect({ bad, status: await meWith(encodeURIComponent(bad)) }).toEqual({ bad, status: 401 });
  }
  expect(await meWith('%')).toBe(401);
  expect(await meWith(`%ff.${sign(token)}`)).toBe(401);
});

test('R15: a session that is used is prolonged once a day, and one that is over is cleared away', async () => {
  expect(await somebody.client.get('/api/me')).toMatchObject({ status: 200 });
  const begun = await expiry();
  await somebody.client.get('/api/me');
  expect(await expiry()).toBeLessThan(begun!);
  await world.owner`update sessions set expires_at = now() + interval '5 days' where token = ${token}`;
  expect((await somebody.client.get('/api/me')).status).toBe(200);
  expect(await expiry()).toBeGreaterThan(6.9);
  await world.owner`update sessions set expires_at = now() - interval '1 second' where token = ${token}`;
  expect((await somebody.client.get('/api/me')).status).toBe(401);
  expect(await expiry()).toBeUndefined();
});
