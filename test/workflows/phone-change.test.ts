import { afterAll, beforeAll, expect, test } from 'vitest';
import type { phone_change } from '../../src/workflows/index.ts';
import { phoneChangeWorkflowId } from '../../src/workflows/messages.ts';
import { type Asking, askFor, openedAgo } from '../support/lost-phone.ts';
import { type Dossier, dossier, firm, insider, member, password, type Somebody } from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

let world: TimeWorld;
let manager: Awaited<ReturnType<typeof member>>;
let where: Dossier;

beforeAll(async () => {
  world = await createTimeWorld();
  manager = await member(world, await firm(world));
  where = await dossier(manager);
});
afterAll(() => world?.close());

const hour = day / 24;
const minute = 60_000;

/** Somebody who opened a dossier 30 days ago. */
async function client(d?: Dossier): Promise<Somebody> {
  const own = d ?? (await dossier(manager));
  const somebody = await insider(world, manager, own, own.holderId);
  await openedAgo(world, somebody, 30);
  return somebody;
}

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
  return asking;
}

test('R15: asked, proven, confirmed by the manager, 24 hours by the database’s clock, then in effect', async () => {
  const somebody = await client(where);
  const asking = await confirmed(somebody);

  await world.sleep(25 * hour);
  expect(await asking.state()).toBe('confirmed');
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
