import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '../../src/emails/phrases.ts';
import { actionsOf, engage, grantsOf, lineOf, linePath, recordsOf } from '../support/access.ts';
import { tokenIn } from '../support/inbox.ts';
import { minute } from '../support/invited.ts';
import { dayIn, endMs, expiryOutcome, limited, sleepTo, waits, watch } from '../support/limited.ts';
import { accept, dossier, firm, member, newEmail, newPhone, person } from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

let world: TimeWorld;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = await createTimeWorld();
  manager = await member(world, await firm(world));
});
afterAll(() => world.close());

const soon = 'Your access to a client dossier ends soon';
const over = 'Your access to a client dossier has ended';
const managerSoon = 'An access to a client dossier ends soon';
const managerOver = 'An access to a client dossier has ended';
const moved = 'The end date of your access to a client dossier has changed';
const ofEnds = (subjects: string[]) => subjects.filter((one) => one === managerSoon || one === managerOver);

// Before the clock is moved: how much is left is told by the machine's clock.
test('given with fewer than 7 days left: only the end is told', async () => {
  const until = await dayIn(world, 3);
  const managerTold = watch(world, manager.email);
  const { told, ended } = await limited(world, manager, until);
  await sleepTo(world, endMs(until), minute);
  expect(await ended()).toBe('ended');
  await managerTold.count(managerOver, 1);
  await world.sleep(30 * day);
  expect(told.subjects()).toEqual([over]);
  expect(ofEnds(managerTold.subjects())).toEqual([managerOver]);
});

/** The first day after `from` that is the last Sunday of a March: summer time begins on it. */
function summerTimeAfter(from: string): Temporal.PlainDate {
  let march = Temporal.PlainDate.from(from).with({ month: 3, day: 31 });
  const sunday = () => march.subtract({ days: march.dayOfWeek % 7 });
  if (sunday().toString() <= from) march = march.add({ years: 1 });
  return sunday();
}

test('the day on which summer time begins ends in summer time, and is told in winter time', async () => {
  const until = summerTimeAfter(await dayIn(world, 10));
  const { told, ended } = await limited(world, manager, until.toString());
  const winter = `${until.subtract({ days: 7 })}T23:00:00Z`;
  await sleepTo(world, winter, -minute);
  expect(told.subjects()).toEqual([]);
  await sleepTo(world, winter, minute);
  await told.count(soon, 1);
  const summer = `${until}T22:00:00Z`;
  await sleepTo(world, summer, -minute);
  expect(told.subjects()).toEqual([soon]);
  await sleepTo(world, summer, minute);
  expect(await ended()).toBe('ended');
  await told.count(over, 1);
});

test('told 7 days before, ended with its last day: one e-mail each to the person and to the manager', async () => {
  const until = await dayIn(world, 20);
  const managerTold = watch(world, manager.email);
  const { client, d, personId, told, line, ended } = await limited(world, manager, until);
  await sleepTo(world, endMs(until) - 7 * day, -minute);
  expect(told.subjects()).toEqual([]);
  await sleepTo(world, endMs(until) - 7 * day, minute);
  expect((await told.count(soon, 1)).text).toContain(dayOf(until, 'en'));
  expect((await managerTold.count(managerSoon, 1)).text).toContain(dayOf(until, 'en'));

  await sleepTo(world, endMs(until), -minute);
  expect((await client.get(d.path)).status).toBe(200);
  expect(told.subjects()).not.toContain(over);
  await sleepTo(world, endMs(until), minute);
  expect(await ended()).toBe('ended');
  await told.count(over, 1);
  await managerTold.count(managerOver, 1);
  expect((await client.get(d.path)).status).toBe(404);
  expect(await line()).toMatchObject({ right: 'none', grantId: null, until: null, open: false });

  await world.sleep(365 * day);
  expect(told.subjects()).toEqual([soon, over]);
  expect(ofEnds(managerTold.subjects())).toEqual([managerSoon, managerOver]);
  expect(await actionsOf(world, personId)).toEqual(['access_given', 'access_opened', 'access_ended']);
  expect((await recordsOf(world, personId)).at(-1)).toMatchObject({
    actorId: null,
    before: { right: 'read_only', until },
  });
  const [grant] = await grantsOf(world, personId);
  expect(grant!.ended_at!.getTime()).toBe(endMs(until));
});

test('a pending invitation ends with the access: its link dies, and no reminder follows', async () => {
  const until = await dayIn(world, 20);
  const managerTold = watch(world, manager.email);
  const d = await dossier(manager);
  const personId = await person(manager, d, { language: 'en' });
  const email = newEmail('invited');
  const given = await manager.client.put(linePath(d, personId), {
    email,
    phone: newPhone(),
    right: 'read_write',
    until,
  });
  const { grantId } = given.body;
  await waits(world, grantId);
  const invitation = await world.inbox.nth(email, 1);
  expect(invitation.text).toContain(`This access lasts until ${dayOf(until, 'en')}`);
  const link = `/api/invitations/${tokenIn(invitation)}`;
  const waiting = (state: string) =>
    expect.poll(async () => (await lineOf(manager, d, personId)).invitation?.state).toBe(state);
  await waiting('waiting_first_reminder');
  const expiresAt = new Date(endMs(until)).toISOString();
  expect((await world.client().get(link)).body).toMatchObject({ until, expiresAt });

  await world.sleep(7 * day + minute);
  const reminder = await world.inbox.nth(email, 2);
  expect(reminder.text).toContain(`This access lasts until ${dayOf(until, 'en')}`);
  await waiting('waiting_second_reminder');
  expect((await lineOf(manager, d, personId)).invitation).toMatchObject({ nextReminderAt: null, expiresAt });
  await sleepTo(world, endMs(until) - 7 * day, minute);
  const warning = await world.inbox.nth(email, 3);
  expect(warning.subject).toBe(soon);
  expect(warning.text).not.toContain('http');

  await sleepTo(world, endMs(until), minute);
  expect(await expiryOutcome(world, grantId)).toBe('ended');
  expect(await world.outcome(grantId)).toBe('withdrawn');
  expect((await world.inbox.nth(email, 4)).subject).toBe(over);
  expect((await world.client().get(link)).status).toBe(404);
  expect(await lineOf(manager, d, personId)).toMatchObject({ right: 'none', invitation: null });
  await world.sleep(365 * day);
  expect(world.inbox.to(email)).toHaveLength(4);
  expect(ofEnds(managerTold.subjects())).toEqual([managerSoon, managerOver]);
});

test('an account made before the end: the open access ends on its date all the same', async () => {
  const until = await dayIn(world, 20);
  const d = await dossier(manager);
  const personId = await person(manager, d, { language: 'en' });
  const [email, phone] = [newEmail('invited'), newPhone()];
  const given = await manager.client.put(linePath(d, personId), { email, phone, right: 'read_write', until });
  await waits(world, given.body.grantId);
  await world.inbox.nth(email, 1);
  const { client } = await accept(world, email, phone);
  expect((await client.get(d.path)).status).toBe(200);
  await sleepTo(world, endMs(until), minute);
  expect(await expiryOutcome(world, given.body.grantId)).toBe('ended');
  expect((await client.get(d.path)).status).toBe(404);
  expect(world.inbox.to(email).filter((mail) => mail.subject === soon)).toHaveLength(1);
});

test('moved later after it was told: told again 7 days before the new end, and ended then', async () => {
  const until = await dayIn(world, 20);
  const { grantId, told, save, ended } = await limited(world, manager, until);
  await sleepTo(world, endMs(until) - 7 * day, minute);
  await told.count(soon, 1);
  await waits(world, grantId, 2);
  const later = await dayIn(world, 40);
  expect((await save({ right: 'read_only', until: later })).body.until).toBe(later);
  expect((await told.count(moved, 1)).text).toContain(dayOf(later, 'en'));
  await waits(world, grantId, 3);
  await sleepTo(world, endMs(later) - 7 * day, -minute);
  expect(told.subjects()).toEqual([soon, moved]);
  await sleepTo(world, endMs(later) - 7 * day, minute);
  expect((await told.count(soon, 2)).text).toContain(dayOf(later, 'en'));
  await sleepTo(world, endMs(later), minute);
  expect(await ended()).toBe('ended');
  await told.count(over, 1);
  await world.sleep(365 * day);
  expect(told.subjects()).toEqual([soon, moved, soon, over]);
});

test('moved earlier: ended on the new last day', async () => {
  const until = await dayIn(world, 200);
  const { grantId, told, save, ended } = await limited(world, manager, until);
  const earlier = await dayIn(world, 30);
  expect((await save({ right: 'read_only', until: earlier })).status).toBe(200);
  await waits(world, grantId, 2);
  await sleepTo(world, endMs(earlier) - 7 * day, minute);
  await told.count(soon, 1);
  await sleepTo(world, endMs(earlier), minute);
  expect(await ended()).toBe('ended');
  await world.sleep(365 * day);
  expect(told.subjects()).toEqual([moved, soon, over]);
});

test('removed: the workflow ends, nothing is told and the access stays; set again, it ends then', async () => {
  const until = await dayIn(world, 20);
  const { client, d, grantId, told, save, ended, line } = await limited(world, manager, until);
  expect((await save({ right: 'read_only', until: null })).body.until).toBeNull();
  expect(await ended()).toBe('without_end');
  expect((await told.count(moved, 1)).text).toContain('no longer has an end date');
  await world.sleep(365 * day);
  expect((await client.get(d.path)).status).toBe(200);
  expect(await line()).toMatchObject({ right: 'read_only', until: null });

  const again = await dayIn(world, 20);
  await save({ right: 'read_only', until: again });
  await waits(world, grantId);
  await sleepTo(world, endMs(again), minute);
  expect(await ended()).toBe('ended');
  await told.count(over, 1);
  expect(told.subjects()).toEqual([moved, moved, soon, over]);
});

test('withdrawn before: the workflow ends, and nobody is told of an end', async () => {
  const until = await dayIn(world, 20);
  const managerTold = watch(world, manager.email);
  const { told, save, ended } = await limited(world, manager, until);
  await save({ right: 'none' });
  expect(await ended()).toBe('withdrawn');
  await world.sleep(365 * day);
  expect(told.subjects()).toEqual(['Your access to a client dossier has been withdrawn']);
  expect(ofEnds(managerTold.subjects())).toEqual([]);
});

test('left before: as withdrawn, the workflow ends, and nobody is told of an end', async () => {
  const until = await dayIn(world, 20);
  const managerTold = watch(world, manager.email);
  const { client, d, told, ended } = await limited(world, manager, until);
  expect((await client.post(`${d.path}/leave`)).status).toBe(204);
  expect(await ended()).toBe('withdrawn');
  await world.sleep(365 * day);
  expect(told.subjects()).toEqual(['You have left a client dossier']);
  expect(ofEnds(managerTold.subjects())).toEqual([]);
});

test('an advisor’s access ends in the same way', async () => {
  const until = await dayIn(world, 20);
  const d = await dossier(manager);
  const { id, email, grantId } = await engage(manager, d);
  await manager.client.put(`${d.path}/access-rights/advisors/${id}`, { right: 'read_write', until });
  await waits(world, grantId);
  await world.inbox.nth(email, 1);
  await sleepTo(world, endMs(until), minute);
  expect(await expiryOutcome(world, grantId)).toBe('ended');
  expect(await lineOf(manager, d, id)).toMatchObject({ right: 'none' });
  await expect
    .poll(() => world.inbox.to(email).at(-1)!.subject)
    .toBe('Votre accès à un dossier client a pris fin');
});

test('a warning that the mail server delays until the date was moved is not sent', async () => {
  const until = await dayIn(world, 20);
  const { email, grantId, told, save } = await limited(world, manager, until);
  world.inbox.refuse(email, 451);
  const refused = new Promise<void>((resolve) => {
    world.inbox.onRefused = () => resolve();
  });
  await sleepTo(world, endMs(until) - 7 * day, minute);
  await refused;
  await waits(world, grantId, 2);
  const later = await dayIn(world, 100);
  await save({ right: 'read_only', until: later });
  world.inbox.refuse(email, 451, 0);
  await told.count(moved, 1);
  await world.sleep(day);
  expect(told.subjects()).toEqual([moved]);
  expect(
    await world.owner`select cancelled_at is not null as cancelled from mails where grant_id = ${grantId} and kind = 'access_ends_soon'`,
  ).toMatchObject([{ cancelled: true }]);
});
