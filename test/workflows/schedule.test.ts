import { afterAll, beforeAll, expect, test } from 'vitest';
import { invite, mailsInAll, minute, passTo } from '../support/invited.ts';
import { accept, dossier, firm, give, insider, member, newPhone, person } from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

let world: TimeWorld;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = await createTimeWorld();
  manager = await member(world, await firm(world));
});
afterAll(() => world.close());

const subjectsTo = (address: string) => world.inbox.to(address).map((mail) => mail.subject);

test('R9: invitation on day 0, reminders on days 7 and 37, then unanswered, and the manager is told', async () => {
  const invited = await invite(world, manager);
  const { email, grantId, line, days } = invited;
  await expect
    .poll(() => world.progress(grantId))
    .toMatchObject({ state: 'waiting_first_reminder', cycle: 1 });
  expect(days((await line()).invitation.nextReminderAt)).toBe(7);
  expect(days((await line()).invitation.expiresAt)).toBe(67);

  await world.sleep(7 * day - minute);
  expect(world.inbox.to(email)).toHaveLength(1);
  await world.sleep(2 * minute);
  await invited.is('waiting_second_reminder');
  const first = (await line()).invitation;
  expect(days(first.sentAt)).toBeCloseTo(7, 1);
  expect(Date.parse(first.nextReminderAt) - Date.parse(first.sentAt)).toBe(30 * day);

  await world.sleep(30 * day - 2 * minute);
  expect(world.inbox.to(email)).toHaveLength(2);
  await world.sleep(3 * minute);
  await invited.is('unanswered');
  expect(await world.outcome(grantId)).toBe('unanswered');
  const last = (await line()).invitation;
  expect(last).toMatchObject({ remindersSent: 2, nextReminderAt: null });
  expect(days(last.sentAt)).toBeCloseTo(37, 1);
  expect(Date.parse(last.expiresAt) - Date.parse(last.sentAt)).toBe(30 * day);
  await expect.poll(() => subjectsTo(manager.email)).toContain('An invitation has not been answered');
  expect(await mailsInAll(invited, email)).toBe(3);
});

test.each([
  { on: 'day 0', waits: [], mails: 1 },
  { on: 'day 3', waits: [3 * day], mails: 1 },
  { on: 'day 7 + 1 minute', waits: [7 * day + minute], mails: 2 },
  { on: 'day 20', waits: [7 * day + minute, 13 * day], mails: 2 },
])('R9: an account made on $on ends the reminders', async ({ waits, mails }) => {
  const invited = await invite(world, manager);
  for (const ms of waits) {
    await world.sleep(ms);
    if (ms > 7 * day) await invited.is('waiting_second_reminder');
  }
  await accept(world, invited.email, invited.phone);
  expect(await world.outcome(invited.grantId)).toBe('accepted');
  expect(await invited.line()).toMatchObject({
    open: true,
    invitation: { state: 'accepted', nextReminderAt: null },
  });
  expect(await mailsInAll(invited, invited.email)).toBe(mails);
  expect(
    subjectsTo(manager.email).filter((subject) => subject === 'An invitation has been accepted').length,
  ).toBeGreaterThan(0);
});

test('R9: who accepts on day 37 + 1 minute, after the last reminder, is in as before', async () => {
  const invited = await invite(world, manager);
  await passTo(invited, 'unanswered');
  expect(await world.outcome(invited.grantId)).toBe('unanswered');
  await accept(world, invited.email, invited.phone);
  expect(await invited.line()).toMatchObject({ open: true, invitation: { state: 'accepted' } });
  expect(await mailsInAll(invited, invited.email)).toBe(3);
});

test('R10: an address that has an account gets one notice, and no reminder ever', async () => {
  const elsewhere = await dossier(manager);
  const known = await insider(world, manager, elsewhere, elsewhere.holderId);
  const before = world.inbox.to(known.email).length;
  const d = await dossier(manager);
  const { grantId, line } = await give(manager, d, await person(manager, d), 'read_only', known);
  expect(line.open).toBe(true);
  expect(await world.outcome(grantId)).toBe('notified');
  await world.sleep(100 * day);
  expect(subjectsTo(known.email).slice(before)).toEqual(['New access to a client dossier']);
  expect((await known.client.get(d.path)).body.me.roles).toEqual([
    { name: 'family_member', right: 'read_only' },
  ]);
});

test('R9, R11: two dossiers invite one address; the account made by one ends the other, whose grant opens', async () => {
  const [one, contact] = [await invite(world, manager), { right: 'read_write' }];
  const d = await dossier(manager);
  const otherPerson = await person(manager, d);
  const other = await give(manager, d, otherPerson, 'read_only', { email: one.email, phone: one.phone });
  await world.inbox.nth(one.email, 2);
  const somebody = await accept(world, one.email, one.phone);
  expect(await world.outcome(one.grantId)).toBe('accepted');
  expect(await world.outcome(other.grantId)).toBe('accepted');
  expect((await somebody.client.get(d.path)).status).toBe(200);
  expect((await somebody.client.get(one.d.path)).body.me.roles).toMatchObject([contact]);
  expect(await mailsInAll(one, one.email)).toBe(2);
});

test('R10: where the second dossier typed another number, its invitation ends with a notice, and opens by the code', async () => {
  const one = await invite(world, manager);
  const d = await dossier(manager);
  const otherPhone = newPhone();
  const other = await give(manager, d, await person(manager, d), 'read_only', {
    email: one.email,
    phone: otherPhone,
  });
  await world.inbox.nth(one.email, 2);
  const { client } = await accept(world, one.email, one.phone, 1);
  expect(await world.outcome(other.grantId)).toBe('notified');
  await world.inbox.nth(one.email, 3);
  expect(await client.get(d.path)).toMatchObject({ status: 403, body: { code: 'number_unconfirmed' } });
  await client.post(`${d.path}/open/code`);
  const opened = await client.post(`${d.path}/open`, { code: world.inbox.codeFor(otherPhone) });
  expect(opened.status).toBe(204);
  expect((await client.get(d.path)).status).toBe(200);
  expect(await mailsInAll(one, one.email)).toBe(3);
});
