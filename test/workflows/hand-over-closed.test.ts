import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { turn } from '../support/closing.ts';
import { tokenIn } from '../support/inbox.ts';
import { invite, minute } from '../support/invited.ts';
import { joins } from '../support/joins.ts';
import { accept, type Dossier, dossier, firm, give, newEmail } from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

let world: TimeWorld;
let manager: Awaited<ReturnType<typeof joins>>;
let where: Dossier;

beforeAll(async () => {
  world = await createTimeWorld();
  manager = await joins(world, await firm(world), 'manager');
});
afterAll(() => world.close());
beforeEach(async () => {
  where = await dossier(manager);
});

const turned = async (verb: 'close' | 'reopen') =>
  expect((await turn(manager, where, verb)).status).toBe(200);

const subjects = (email: string) => world.inbox.to(email).map(({ subject }) => subject);
const ended = 'Your invitation to a client dossier has ended';

test('R13, R16: a dossier is closed: the invitation ends, who was written to is told, no reminder follows, the access stays pending', async () => {
  const invited = await invite(world, manager, { where });
  const token = tokenIn(world.inbox.to(invited.email)[0]!);
  await world.client().post(`/api/invitations/${token}/code`);
  await turned('close');
  expect(await world.outcome(invited.grantId)).toBe('withdrawn');
  expect(await invited.line()).toMatchObject({
    right: 'read_write',
    open: false,
    invitation: { state: 'withdrawn', nextReminderAt: null, expiresAt: null },
  });
  const body = { password: 'correct horse battery staple', code: world.inbox.codeFor(invited.phone) };
  expect((await world.client().post(`/api/invitations/${token}/account`, body)).status).toBe(404);
  await world.sleep(60 * day);
  expect(subjects(invited.email)).toEqual(['Invitation to a client dossier', ended]);
  expect((await invited.resend()).body.code).toBe('dossier_closed');

  await turned('reopen');
  expect((await invited.resend()).status).toBe(202);
  await invited.is('waiting_first_reminder');
  expect((await invited.line()).invitation.remindersSent).toBe(0);
  expect((await world.client().get(`/api/invitations/${token}`)).status).toBe(404);
  expect((await accept(world, invited.email, invited.phone)).id).toBeTruthy();
});

test('R13, R16: closed while the mail server is away: who was never written to is never told', async () => {
  const email = newEmail('unwritten');
  world.inbox.refuse(email, 451);
  const invited = await invite(world, manager, { where, email, sent: false });
  await expect.poll(async () => (await invited.line()).invitation.lastDelivery?.status).toBe('delayed');
  await turned('close');
  world.inbox.refuse(email, 451, 0);
  expect(await world.outcome(invited.grantId)).toBe('withdrawn');
  await world.sleep(60 * day);
  expect(subjects(email)).toEqual([]);
});

test('R16: closed and reopened while the mail server is away: nobody is told what isn’t so any more', async () => {
  const { email, phone } = await give(manager, where, where.holderId);
  await world.inbox.nth(email, 1);
  const holder = await accept(world, email, phone);
  world.inbox.refuse(email, 451);
  await turned('close');
  const state = () => world.owner`
    select kind from mails where kind like 'dossier_%' and dossier_id = ${where.id} and last_error is not null`;
  await expect.poll(async () => (await state()).length).toBe(1);
  await turned('reopen');
  world.inbox.refuse(email, 451, 0);
  await world.sleep(60 * minute);
  await expect.poll(() => subjects(email)).toContain('A client dossier has been reopened');
  expect(subjects(email)).not.toContain('A client dossier has been closed');
  expect((await holder.client.get(where.path)).body.closedAt).toBe(null);
});

test('R16: a report that was asked for before the dossier was closed is drawn, and read', async () => {
  const { body } = await manager.client.post(`${where.path}/reports`, { language: 'en' });
  await turned('close');
  const report = `${where.path}/reports/${body.id}`;
  await expect
    .poll(async () => (await manager.client.get(report)).body.state, { timeout: 60_000 })
    .toBe('ready');
  expect((await manager.client.get(`${report}/pdf`)).status).toBe(200);
}, 90_000);
