import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenIn } from '../support/inbox.ts';
import { type Invited, invite, mailsInAll, minute, passTo } from '../support/invited.ts';
import { firm, member, newEmail, newPhone } from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

let world: TimeWorld;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = await createTimeWorld();
  manager = await member(world, await firm(world));
});
afterAll(() => world.close());

const states = ['waiting_first_reminder', 'waiting_second_reminder', 'unanswered'] as const;
const sentIn = { waiting_first_reminder: 1, waiting_second_reminder: 2, unanswered: 3 };
const outcomeIn = (state: (typeof states)[number], outcome: string) =>
  state === 'unanswered' ? 'unanswered' : outcome;

const linkOf = ({ email }: Invited, nth = 1) =>
  `/api/invitations/${tokenIn(world.inbox.to(email)[nth - 1]!)}`;
const look = async (path: string) => (await world.client().get(path)).status;

describe.each(states)('in %s', (state) => {
  test('R13: withdrawn: the invitation ends, its links die, and the address hears of it once', async () => {
    const invited = await invite(world, manager);
    await passTo(invited, state);
    expect(await look(linkOf(invited))).toBe(200);
    expect(await invited.save({ right: 'none' })).toMatchObject({
      status: 200,
      body: { right: 'none', grantId: null },
    });
    expect(await world.outcome(invited.grantId)).toBe(outcomeIn(state, 'withdrawn'));
    await world.inbox.nth(invited.email, sentIn[state] + 1);
    expect(await look(linkOf(invited))).toBe(404);
    expect(await mailsInAll(invited, invited.email)).toBe(sentIn[state] + 1);
  });

  test('R13: a corrected address kills the old links, and a new cycle starts at the new one', async () => {
    const invited = await invite(world, manager);
    await passTo(invited, state);
    const email = newEmail('corrected');
    expect((await invited.save({ email, phone: invited.phone, right: 'read_write' })).status).toBe(200);
    await world.inbox.nth(email, 1);
    await invited.is('waiting_first_reminder');
    await expect
      .poll(() => world.progress(invited.grantId))
      .toMatchObject({
        cycle: 2,
        state: 'waiting_first_reminder',
      });
    expect(await look(linkOf(invited))).toBe(404);
    await world.sleep(7 * day + minute);
    await world.inbox.nth(email, 2);
    await invited.is('waiting_second_reminder');
    await world.sleep(30 * day + minute);
    await world.inbox.nth(email, 3);
    expect(await world.outcome(invited.grantId)).toBe('unanswered');
    expect(await mailsInAll(invited, invited.email)).toBe(sentIn[state]);
    expect(world.inbox.to(email)).toHaveLength(3);
  });

  test('R13: a new phone number alone starts nothing, and moves no date', async () => {
    const invited = await invite(world, manager);
    await passTo(invited, state);
    const before = (await invited.line()).invitation;
    const { status } = await invited.save({ email: invited.email, phone: newPhone(), right: 'read_write' });
    expect(status).toBe(200);
    expect((await invited.line()).invitation).toEqual(before);
    expect(await mailsInAll(invited, invited.email)).toBe(3);
  });

  test('R13: declined: no reminder, the manager is told, the right stays', async () => {
    const invited = await invite(world, manager);
    await passTo(invited, state);
    const told = () =>
      world.inbox.to(manager.email).filter((mail) => mail.subject === 'An invitation has been declined');
    const before = told().length;
    expect((await world.client().post(`${linkOf(invited)}/decline`)).status).toBe(204);
    expect(await world.outcome(invited.grantId)).toBe(outcomeIn(state, 'declined'));
    await expect.poll(() => told().length).toBe(before + 1);
    expect(await invited.line()).toMatchObject({
      right: 'read_write',
      invitation: { state: 'declined', nextReminderAt: null },
    });
    expect(await mailsInAll(invited, invited.email)).toBe(sentIn[state]);
  });
});

test.each(['waiting_first_reminder', 'waiting_second_reminder'] as const)(
  'R13: a resend in %s repeats the e-mail, and moves no date',
  async (state) => {
    const invited = await invite(world, manager);
    await passTo(invited, state);
    const before = (await invited.line()).invitation;
    expect((await invited.resend()).status).toBe(202);
    const again = await world.inbox.nth(invited.email, sentIn[state] + 1);
    expect(await look(`/api/invitations/${tokenIn(again)}`)).toBe(200);
    expect(await look(linkOf(invited))).toBe(200);
    const { nextReminderAt, sentAt, state: now } = (await invited.line()).invitation;
    expect({ nextReminderAt, sentAt, state: now }).toEqual({
      nextReminderAt: before.nextReminderAt,
      sentAt: before.sentAt,
      state: before.state,
    });
    expect(await mailsInAll(invited, invited.email)).toBe(4);
  },
);

test.each(['unanswered', 'declined'] as const)('R13: a resend after %s begins a new cycle', async (ended) => {
  const invited = await invite(world, manager);
  if (ended === 'unanswered') await passTo(invited, 'unanswered');
  else await world.client().post(`${linkOf(invited)}/decline`);
  await world.outcome(invited.grantId);
  const sent = world.inbox.to(invited.email).length;
  expect((await invited.resend()).status).toBe(202);
  await world.inbox.nth(invited.email, sent + 1);
  await invited.is('waiting_first_reminder');
  expect(await look(linkOf(invited))).toBe(404);
  await world.sleep(7 * day + minute);
  await invited.is('waiting_second_reminder');
  await world.sleep(30 * day + minute);
  await invited.is('unanswered');
  expect(await mailsInAll(invited, invited.email)).toBe(sent + 3);
});

test('R12: a changed level sends nothing while pending; later e-mails show the current one', async () => {
  const invited = await invite(world, manager);
  await invited.save({ right: 'read_only' });
  await world.sleep(7 * day + minute);
  const reminder = await world.inbox.nth(invited.email, 2);
  expect(reminder.text).toContain('read only');
  expect(reminder.text).not.toContain('read and write');
});

test('R18: a date of death ends the reminders, and the link dies; the right stays', async () => {
  const invited = await invite(world, manager);
  const { client } = manager;
  const patched = await client.patch(`${invited.d.path}/family/persons/${invited.personId}`, 1, {
    deathDate: '2026-01-02',
  });
  expect(patched.status).toBe(200);
  expect(await world.outcome(invited.grantId)).toBe('withdrawn');
  expect(await look(linkOf(invited))).toBe(404);
  expect((await invited.line()).right).toBe('read_write');
  expect(await mailsInAll(invited, invited.email)).toBe(1);
});
