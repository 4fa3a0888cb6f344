import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActivityContext } from '../../src/activities/activities.ts';
import { type EndKept, keepEnd } from '../../src/activities/keep-end.ts';
import { connect } from '../../src/db/client.ts';
import { freePort } from '../../src/dev/ports.ts';
import { actionsOf, grantsOf, linePath } from '../support/access.ts';
import type { Answer } from '../support/client.ts';
import { dayIn, endMs } from '../support/limited.ts';
import { dossier, firm, insider, member, newEmail, newPhone, person } from '../support/people.ts';
import { createWorld, day, type World } from '../support/world.ts';

let world: World;
let manager: Awaited<ReturnType<typeof member>>;
let until: string;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
  until = await dayIn(world, 30);
});
afterAll(() => world.close());

const hour = 60 * 60 * 1000;
const warning = () => endMs(until) - 7 * day;

/** What the activity does at an instant; of its context it uses no more. */
const at = (ms: number, grantId: string, db = world.db) =>
  keepEnd({ db, now: async () => new Date(ms), nudge: () => {} } as ActivityContext, { grantId });

async function given({ open = true } = {}) {
  const elsewhere = await dossier(manager);
  const contact = open
    ? await insider(world, manager, elsewhere, await person(manager, elsewhere))
    : { email: newEmail('pending'), phone: newPhone() };
  const d = await dossier(manager);
  const personId = await person(manager, d, { language: 'en' });
  const { email, phone } = contact;
  const path = linePath(d, personId);
  const { body } = await manager.client.put(path, { email, phone, right: 'read_only', until });
  return { d, personId, email, path, grantId: body.grantId as string };
}

const mailsOf = async (grantId: string) => [
  ...(await world.owner<{ kind: string; email: string }[]>`
    select kind, email from mails where grant_id = ${grantId} and kind like '%access_end%' order by id`),
];

test('says what to wait for, and does nothing before its time', async () => {
  const { grantId } = await given();
  const [wait, end] = [warning(), endMs(until)].map((ms) => new Date(ms).toISOString());
  expect(await at(warning() - 2 * hour, grantId)).toEqual({
    kind: 'wait',
    for: 'warning',
    // Midnight in Brussels on both days: an hour differs where summer time begins or ends between them.
    until: expect.stringContaining(wait!.slice(0, 10)),
  });
  expect(await mailsOf(grantId)).toEqual([]);
  expect(await at(warning() + 2 * hour, grantId)).toEqual({ kind: 'wait', for: 'end', until: end });
});

test('ten at once, and once more: each told once, ended once', async () => {
  const { grantId, email, personId } = await given();
  const ten = (ms: number) => Promise.all(Array.from({ length: 10 }, () => at(ms, grantId)));
  await ten(warning() + 2 * hour);
  await ten(warning() + 3 * hour);
  expect(await mailsOf(grantId)).toEqual([
    { kind: 'access_ends_soon', email },
    { kind: 'party_access_ends_soon', email: manager.email },
  ]);
  const ended = { kind: 'over', outcome: 'ended' };
  expect(await ten(endMs(until))).toEqual(Array(10).fill(ended));
  expect(await at(endMs(until) + day, grantId)).toEqual(ended);
  expect(await mailsOf(grantId)).toHaveLength(4);
  expect((await actionsOf(world, personId)).filter((action) => action === 'access_ended')).toHaveLength(1);
});

test('late for the warning, before the end: told all the same', async () => {
  const { grantId } = await given();
  await at(endMs(until) - day, grantId);
  expect(await mailsOf(grantId)).toHaveLength(2);
});

test('late for both: the end alone is told', async () => {
  const { grantId } = await given();
  await at(endMs(until) + day, grantId);
  expect((await mailsOf(grantId)).map(({ kind }) => kind)).toEqual(['access_ended', 'party_access_ended']);
});

describe('an address that has no account', () => {
  test('and that nobody wrote to yet hears nothing; the manager does, and the invitation ends', async () => {
    const { grantId, personId } = await given({ open: false });
    await at(warning() + 2 * hour, grantId);
    await at(endMs(until), grantId);
    expect((await mailsOf(grantId)).map(({ email }) => email)).toEqual([manager.email, manager.email]);
    expect(await world.owed()).toContainEqual({ kind: 'settle', grantId, cycle: 1, outcome: 'withdrawn' });
    expect(await grantsOf(world, personId)).toMatchObject([{ state: 'withdrawn', next_reminder_at: null }]);
    await world.deliver();
  });

  test('and that was written to hears of both', async () => {
    const { grantId, email } = await given({ open: false });
    await world.deliver();
    await at(warning() + 2 * hour, grantId);
    await at(endMs(until), grantId);
    expect((await mailsOf(grantId)).map((mail) => mail.email)).toEqual([
      email,
      manager.email,
      email,
      manager.email,
    ]);
  });
});

test('R18: who has a date of death hears nothing; the manager does', async () => {
  const { d, grantId, personId } = await given();
  const dead = { deathDate: '2026-01-02' };
  expect((await manager.client.patch(`${d.path}/family/persons/${personId}`, 1, dead)).status).toBe(200);
  await at(warning() + 2 * hour, grantId);
  await at(endMs(until), grantId);
  expect((await mailsOf(grantId)).map(({ email }) => email)).toEqual([manager.email, manager.email]);
});

test('withdrawn, or without an end by now: nothing more, and it says why', async () => {
  const [withdrawn, freed] = [await given(), await given()];
  await manager.client.put(withdrawn.path, { right: 'none' });
  await manager.client.put(freed.path, { right: 'read_only', until: null });
  expect(await at(endMs(until), withdrawn.grantId)).toEqual({ kind: 'over', outcome: 'withdrawn' });
  expect(await at(endMs(until), freed.grantId)).toEqual({ kind: 'over', outcome: 'without_end' });
  expect(await mailsOf(withdrawn.grantId)).toEqual([]);
});

test('a save that meets the end comes before it, or finds no access; neither waits for a deadlock', async () => {
  const deadlocks = async () =>
    (await world.owner`select deadlocks from pg_stat_database where datname = current_database()`)[0]!
      .deadlocks;
  const before = await deadlocks();
  for (let round = 0; round < 15; round++) {
    const { grantId, path, personId } = await given({ open: false });
    const sides = [() => manager.client.put(path, { right: 'read_write' }), () => at(endMs(until), grantId)];
    if (round % 2) sides.reverse();
    const answers = await Promise.all(sides.map((side) => side()));
    const [save, kept] = (round % 2 ? answers.reverse() : answers) as [Answer, EndKept];
    expect(kept).toMatchObject({ outcome: 'ended' });
    expect([200, 422]).toContain(save.status);
    expect(await grantsOf(world, personId)).toMatchObject([
      { ended_at: expect.any(Date), right: save.status === 200 ? 'read_write' : 'read_only' },
    ]);
  }
  expect(await deadlocks()).toBe(before);
});

test('what goes wrong reaches Temporal as a code', async () => {
  const { grantId } = await given();
  const url = new URL(world.url);
  url.port = String(await freePort());
  const away = connect(url.href, { max: 1 });
  await expect(at(endMs(until), grantId, away)).rejects.toMatchObject({
    message: 'database_failed',
    nonRetryable: false,
  });
  await away.close();
});
