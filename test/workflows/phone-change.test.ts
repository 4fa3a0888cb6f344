import { afterAll, beforeAll, expect, test } from 'vitest';
import { oweMissingPhoneChanges } from '../../src/db/queries/owed.ts';
import type { phone_change } from '../../src/workflows/index.ts';
import { phoneChangeWorkflowId } from '../../src/workflows/messages.ts';
import { type Asking, askFor, asleep, holderOf } from '../support/lost-phone.ts';
import {
  type Dossier,
  dossier,
  type Firm,
  firm,
  member,
  password,
  type Somebody,
} from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

let world: TimeWorld;
let manager: Awaited<ReturnType<typeof member>>;
let where: Dossier;
let house: Firm;

beforeAll(async () => {
  world = await createTimeWorld();
  house = await firm(world);
  manager = await member(world, house);
  where = await dossier(manager);
});
afterAll(() => world?.close());

const hour = day / 24;
const minute = 60_000;

/** Somebody who opened a dossier 30 days ago. */
const client = async (d?: Dossier): Promise<Somebody> =>
  holderOf(world, manager, d ?? (await dossier(manager)));

const handleOf = ({ changeId }: Asking) =>
  world.temporal.workflow.getHandle<typeof phone_change>(phoneChangeWorkflowId(changeId));

/** How its workflow ended, awaited. */
async function outcome(asking: Asking) {
  const handle = handleOf(asking);
  await expect.poll(() => handle.describe().then(Boolean, () => false)).toBe(true);
  return handle.result();
}

const subjectsTo = (address: string) => world.inbox.to(address).map((mail) => mail.subject);
const smsTo = (phone: string) => world.inbox.to(`${phone}@sms.localhost`);
const textsAbout = (phone: string) => smsTo(phone).filter((mail) => mail.text.includes('/phone-changes/'));

/** Confirmed by the manager, and the old number and the address told. */
async function confirmed(somebody: Somebody): Promise<Asking> {
  const asking = await askFor(world, somebody);
  await asking.prove();
  expect((await manager.client.post(`${asking.path}/confirm`)).status).toBe(200);
  await expect.poll(() => textsAbout(somebody.phone).length).toBe(1);
  await expect.poll(() => subjectsTo(somebody.email)).toContain('Your phone number is about to change');
  await asleep(world, asking);
  return asking;
}

test('R15: asked, proven, confirmed by the manager, 24 hours by the database’s clock, then in effect', async () => {
  const somebody = await client(where);
  const asking = await confirmed(somebody);

  await world.sleep(25 * hour);
  expect(await asking.state()).toBe('confirmed');
  await asleep(world, asking);
  expect((await somebody.client.get('/api/me')).body).toMatchObject({
    phone: somebody.phone,
    phoneChange: { id: asking.changeId, state: 'confirmed' },
  });

  await asking.pass(24);
  await world.sleep(24 * hour + minute);
  expect(await outcome(asking)).toBe('done');
  expect((await somebody.client.get('/api/me')).status).toBe(401);
  const again = world.client();
  const { email } = somebody;
  expect((await again.post('/api/auth/sign-in/email', { email, password })).status).toBe(200);
  await again.post('/api/auth/two-factor/send-otp', {});
  const code = world.inbox.codeFor(asking.phone);
  expect((await again.post('/api/auth/two-factor/verify-otp', { code })).status).toBe(200);
  expect((await again.get('/api/me')).body).toMatchObject({ phone: asking.phone, phoneChange: null });
  await expect.poll(() => subjectsTo(email).at(-1)).toBe('Your phone number has changed');
});

test('R15: nobody confirms in 7 days: it expires, and the account is told', async () => {
  for (const isProven of [false, true]) {
    const somebody = await client();
    const asking = await askFor(world, somebody);
    if (isProven) await asking.prove();
    else await asking.token();
    await asleep(world, asking);
    await world.sleep(7 * day - minute);
    expect(await asking.state()).toBe(isProven ? 'waiting' : 'asked');
    await world.sleep(2 * minute);
    expect(await outcome(asking)).toBe('expired');
    await expect.poll(() => subjectsTo(somebody.email).at(-1)).toBe('Your phone number stays as it is');
    expect((await manager.client.post(`${asking.path}/confirm`)).status).toBe(isProven ? 409 : 404);
  }
});

test('R15: confirmed on day 6, it is not expired on day 7', async () => {
  const somebody = await client();
  const asking = await askFor(world, somebody);
  await asking.prove();
  await asleep(world, asking);
  await world.sleep(6 * day + 23 * hour);
  expect((await manager.client.post(`${asking.path}/confirm`)).status).toBe(200);
  await expect.poll(() => textsAbout(somebody.phone).length).toBe(1);
  await asleep(world, asking);
  await world.sleep(2 * hour);
  expect(await asking.state()).toBe('confirmed');
  await asleep(world, asking);
  await asking.pass(24);
  await world.sleep(day);
  expect(await outcome(asking)).toBe('done');
});

test('R15: a cancellation and a refusal end its workflow at once; nothing happens after the 24 hours', async () => {
  for (const end of ['cancelled', 'refused'] as const) {
    const somebody = await client();
    const asking = await confirmed(somebody);
    const call =
      end === 'cancelled'
        ? somebody.client.post('/api/me/phone-change/cancel')
        : manager.client.post(`${asking.path}/refuse`);
    expect((await call).status).toBe(204);
    expect(await outcome(asking)).toBe(end);
    await world.sleep(30 * day);
    expect((await somebody.client.get('/api/me')).body.phone).toBe(somebody.phone);
  }
});

test('R15: what takes the place of another ends its workflow', async () => {
  const somebody = await client();
  const first = await askFor(world, somebody);
  await first.token();
  const second = await askFor(world, somebody);
  expect(await outcome(first)).toBe('replaced');
  expect(await second.state()).toBe('asked');
});

test('R1, R15: handed over meanwhile, the new manager confirms', async () => {
  const d = await dossier(manager);
  const somebody = await client(d);
  const asking = await askFor(world, somebody);
  await asking.prove();
  const successor = house.admin;
  await manager.client.patch(d.path, 1, { managerId: successor.memberId });
  await asleep(world, asking);
  await world.sleep(2 * day);
  expect((await manager.client.post(`${asking.path}/confirm`)).status).toBe(404);
  expect((await successor.client.post(`${asking.path}/confirm`)).status).toBe(200);
  await expect.poll(() => textsAbout(somebody.phone).length).toBe(1);
  await asleep(world, asking);
  await asking.pass(24);
  await world.sleep(day + minute);
  expect(await outcome(asking)).toBe('done');
});

test('R15: an old number that nothing can be sent to any more delays nothing; the address is told', async () => {
  const somebody = await client();
  world.inbox.refuse(`${somebody.phone}@sms.localhost`, 550);
  const asking = await askFor(world, somebody);
  await asking.prove();
  expect((await manager.client.post(`${asking.path}/confirm`)).status).toBe(200);
  await expect.poll(() => subjectsTo(somebody.email)).toContain('Your phone number is about to change');
  await asking.pass(24);
  // The text message is tried again and again for 20 hours.
  for (let i = 0; i < 25 && (await asking.state()) === 'confirmed'; i++) await world.sleep(hour);
  expect(await outcome(asking)).toBe('done');
  expect((await asking.row()).warned_at).toBeNull();
});

test('R15: a provider that is away for an hour: the old number is told once it is back, once', async () => {
  const somebody = await client();
  world.inbox.refuse(`${somebody.phone}@sms.localhost`, 451, 3);
  const asking = await askFor(world, somebody);
  await asking.prove();
  await manager.client.post(`${asking.path}/confirm`);
  for (let i = 0; i < 30 && textsAbout(somebody.phone).length === 0; i++) await world.sleep(minute);
  await expect.poll(async () => (await asking.row()).warned_at).not.toBeNull();
  await asleep(world, asking);
  await asking.pass(24);
  await world.sleep(day + minute);
  expect(await outcome(asking)).toBe('done');
  expect(textsAbout(somebody.phone)).toHaveLength(1);
});

test('a workflow that was lost in Temporal is owed again, and goes on from what the database says', async () => {
  const somebody = await client();
  const asking = await confirmed(somebody);
  await handleOf(asking).terminate('lost');
  await asking.pass(24);
  await world.owner`update phone_changes set watched_at = now() - interval '25 hours' where id = ${asking.changeId}`;
  await oweMissingPhoneChanges(world.db);
  world.starter.nudge();
  await expect.poll(asking.state).toBe('done');
  expect(textsAbout(somebody.phone)).toHaveLength(1);
});

test('an operator reads what it is at; nothing in Temporal names anybody', async () => {
  const somebody = await client();
  const asking = await confirmed(somebody);
  await asking.pass(24);
  await world.sleep(day + minute);
  expect(await outcome(asking)).toBe('done');
  const description = await handleOf(asking).describe();
  expect(description.type).toBe('phone_change');
  const { events } = await handleOf(asking).fetchHistory();
  const payloads = [...JSON.stringify(events).matchAll(/"data":"([^"]*)"/g)].map(([, data]) =>
    Buffer.from(data!, 'base64').toString(),
  );
  expect(payloads).toContain(`{"changeId":"${asking.changeId}"}`);
  expect(payloads.join()).toContain('New number for somebody who lost his phone');
  expect(payloads.join()).toContain('24 hours from the confirmation');
  expect(payloads.join()).not.toMatch(/@|\+32|Dupont|Jeanne|phone-changes\//);
});
