import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../src/dev/ports.ts';
import { tokenIn } from '../support/inbox.ts';
import { invite, mailsInAll, minute } from '../support/invited.ts';
import { accept, dossier, firm, member, newEmail } from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

const hour = 60 * minute;
let world: TimeWorld;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = await createTimeWorld();
  manager = await member(world, await firm(world));
});
afterAll(() => world.close());

/** While `work` runs, what is owed is delivered to a Temporal that isn't there. */
async function withoutTemporal(work: () => Promise<void>) {
  await world.starter.stop();
  const away = world.newStarter(`127.0.0.1:${await freePort()}`);
  world.nudged = () => away.nudge();
  await work();
  await away.stop();
  await world.owner`update owed set due_at = now()`;
  const back = world.newStarter();
  world.nudged = () => back.nudge();
  world.starter = back;
}

test('Temporal away at the save and for an hour after: the API answers, and the invitation goes out later, with all its days', async () => {
  let invited!: Awaited<ReturnType<typeof invite>>;
  const saved = (await world.server.now()).getTime();
  await withoutTemporal(async () => {
    invited = await invite(world, manager, { sent: false });
    expect(await invited.line()).toMatchObject({
      right: 'read_write',
      invitation: { state: 'queued', sentAt: null },
    });
    await expect
      .poll(async () => (await world.owner`select from owed where attempts > 0`).length)
      .toBeGreaterThan(0);
    await world.sleep(hour);
    expect(world.inbox.to(invited.email)).toHaveLength(0);
  });
  await invited.is('waiting_first_reminder');
  const { sentAt, nextReminderAt } = (await invited.line()).invitation;
  expect(Date.parse(sentAt) - saved).toBeGreaterThanOrEqual(hour);
  expect(Date.parse(nextReminderAt) - Date.parse(sentAt)).toBe(7 * day);
  await world.sleep(7 * day + minute);
  await invited.is('waiting_second_reminder');
  await world.sleep(30 * day + minute);
  await invited.is('unanswered');
  expect(await mailsInAll(invited, invited.email)).toBe(3);
});

test('withdrawn while Temporal is away: nothing is ever sent', async () => {
  let invited!: Awaited<ReturnType<typeof invite>>;
  await withoutTemporal(async () => {
    invited = await invite(world, manager, { sent: false });
    expect((await invited.save({ right: 'none' })).status).toBe(200);
  });
  expect(await world.outcome(invited.grantId)).toBe('withdrawn');
  expect(await mailsInAll(invited, invited.email)).toBe(0);
});

test('corrected while Temporal is away: the invitation goes to the new address alone', async () => {
  let invited!: Awaited<ReturnType<typeof invite>>;
  const email = newEmail('corrected');
  await withoutTemporal(async () => {
    invited = await invite(world, manager, { sent: false });
    await invited.save({ email, phone: invited.phone, right: 'read_write' });
  });
  await world.inbox.nth(email, 1);
  await invited.is('waiting_first_reminder');
  expect(await mailsInAll(invited, invited.email)).toBe(0);
  expect(world.inbox.to(email)).toHaveLength(3);
});

test('accepted while Temporal is away: no reminder follows', async () => {
  const invited = await invite(world, manager);
  await withoutTemporal(async () => {
    await accept(world, invited.email, invited.phone);
    expect(await invited.line()).toMatchObject({ open: true });
  });
  expect(await world.outcome(invited.grantId)).toBe('accepted');
  expect(await mailsInAll(invited, invited.email)).toBe(1);
});

test('an account made elsewhere while the invitation was still owed: the claim finds it, and sends the notice', async () => {
  const first = await invite(world, manager);
  let second!: Awaited<ReturnType<typeof invite>>;
  await withoutTemporal(async () => {
    second = await invite(world, manager, { sent: false });
    await second.save({ email: first.email, phone: first.phone, right: 'read_only' });
    await accept(world, first.email, first.phone, 1);
    expect(await second.line()).toMatchObject({ open: true });
  });
  expect(await world.outcome(second.grantId)).toBe('notified');
  expect(world.inbox.to(first.email).map((mail) => mail.subject)).toEqual([
    'Invitation to a client dossier',
    'New access to a client dossier',
  ]);
});

test('an SMTP outage of two days delays the invitation, loses nothing, and its days count from the acceptance', async () => {
  const email = newEmail('outage');
  world.inbox.refuse(email, 451);
  const invited = await invite(world, manager, { sent: false });
  const saved = (await world.server.now()).getTime();
  await invited.save({ email, phone: invited.phone, right: 'read_write' });
  await expect.poll(async () => (await invited.line()).invitation.lastDelivery?.status).toBe('delayed');
  await world.sleep(2 * day);
  expect(await invited.line()).toMatchObject({ invitation: { state: 'inviting', sentAt: null } });
  world.inbox.refuse(email, 451, 0);
  await world.sleep(hour);
  await invited.is('waiting_first_reminder');
  const { sentAt } = (await invited.line()).invitation;
  expect((Date.parse(sentAt) - saved) / day).toBeGreaterThanOrEqual(2);
  await world.sleep(Date.parse(sentAt) + 7 * day - minute - (await world.server.now()).getTime());
  expect(world.inbox.to(email)).toHaveLength(1);
  await world.sleep(2 * minute);
  await world.inbox.nth(email, 2);
});

test('R12, R13: withdrawn during an SMTP outage: nobody was written to, and nobody is', async () => {
  const email = newEmail('outage');
  world.inbox.refuse(email, 451);
  const invited = await invite(world, manager, { sent: false });
  await invited.save({ email, phone: invited.phone, right: 'read_write' });
  await expect.poll(async () => (await invited.line()).invitation.lastDelivery?.status).toBe('delayed');
  await invited.save({ right: 'none' });
  world.inbox.refuse(email, 451, 0);
  await world.sleep(hour);
  expect(await world.outcome(invited.grantId)).toBe('withdrawn');
  expect(await mailsInAll(invited, email)).toBe(0);
});

test('a permanently refused address: undeliverable, the manager is told, a correction begins anew', async () => {
  const email = newEmail('refused');
  world.inbox.refuse(email, 550);
  const invited = await invite(world, manager, { sent: false });
  await invited.save({ email, phone: invited.phone, right: 'read_write' });
  expect(await world.outcome(invited.grantId)).toBe('undeliverable');
  expect(await invited.line()).toMatchObject({
    right: 'read_write',
    invitation: { state: 'undeliverable', lastDelivery: { status: 'refused' } },
  });
  await expect
    .poll(() => world.inbox.to(manager.email).map((mail) => mail.subject))
    .toContain('An invitation could not be delivered');
  const right = newEmail('right');
  await invited.save({ email: right, phone: invited.phone, right: 'read_write' });
  tokenIn(await world.inbox.nth(right, 1));
  await invited.is('waiting_first_reminder');
});

/** A person whose invitation can't be handed over at present: it goes on being tried. */
async function inviting() {
  const email = newEmail('inviting');
  world.inbox.refuse(email, 451);
  const d = await dossier(manager);
  const invited = await invite(world, manager, { sent: false, where: d, email });
  await expect.poll(async () => (await invited.line()).invitation.lastDelivery?.status).toBe('delayed');
  await invited.is('inviting');
  return invited;
}

test('R13: corrected while inviting: the old address is never written to, the new one has all its days', async () => {
  const invited = await inviting();
  const email = newEmail('corrected');
  expect((await invited.save({ email, phone: invited.phone, right: 'read_write' })).status).toBe(200);
  world.inbox.refuse(invited.email, 451, 0);
  await world.sleep(hour);
  await invited.is('waiting_first_reminder');
  expect(await world.progress(invited.grantId)).toMatchObject({ cycle: 2 });
  await world.sleep(7 * day + minute);
  await invited.is('waiting_second_reminder');
  expect(await mailsInAll(invited, invited.email)).toBe(0);
  expect(world.inbox.to(email)).toHaveLength(3);
});

test('R13: resent while inviting: the one that is due goes out, once', async () => {
  const invited = await inviting();
  expect((await invited.resend()).status).toBe(202);
  world.inbox.refuse(invited.email, 451, 0);
  await world.sleep(hour);
  await invited.is('waiting_first_reminder');
  expect(world.inbox.to(invited.email)).toHaveLength(1);
});

test('R13: a correction that is heard before the refusal of the old address: the new one is invited', async () => {
  const [email, corrected] = [newEmail('refused'), newEmail('corrected')];
  world.inbox.refuse(email, 550);
  // The claim is committed, and SMTP says no, while the correction is made: the activity's answer comes last.
  const locked = Promise.withResolvers<void>();
  const d = await dossier(manager);
  world.inbox.onRefused = () => locked.promise;
  const invited = await invite(world, manager, { sent: false, where: d, email });
  await invited.is('inviting');
  expect((await invited.save({ email: corrected, phone: invited.phone, right: 'read_write' })).status).toBe(
    200,
  );
  await expect.poll(async () => (await world.owed()).filter((task) => task.kind === 'invite')).toEqual([]);
  locked.resolve();
  world.inbox.onRefused = () => {};
  await world.inbox.nth(corrected, 1);
  await invited.is('waiting_first_reminder');
  await expect
    .poll(() => world.progress(invited.grantId))
    .toMatchObject({ cycle: 2, state: 'waiting_first_reminder' });
});
