import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lineOf, linePath } from '../support/access.ts';
import { minute } from '../support/invited.ts';
import { dayIn, endMs, expiryOutcome, limited, sleepTo, waits, watch } from '../support/limited.ts';
import { dossier, type Firm, firm, member, newEmail, newPhone, person } from '../support/people.ts';
import { createTimeWorld, day, type TimeWorld } from '../support/time-world.ts';

/* An access that is about to end, while the dossier changes hands or the person dies. */

let world: TimeWorld;
let house: Firm;
let former: Awaited<ReturnType<typeof member>>;
let next: Awaited<ReturnType<typeof member>>;
let until: string;

beforeAll(async () => {
  world = await createTimeWorld();
  house = await firm(world);
  next = await member(world, house);
});
beforeEach(async () => {
  former = await member(world, house);
  until = await dayIn(world, 20);
});
afterAll(() => world.close());

const soon = 'An access to a client dossier ends soon';
const over = 'An access to a client dossier has ended';
const ofEnds = ({ subjects }: ReturnType<typeof watch>) =>
  subjects().filter((one) => one === soon || one === over);
const toWarning = () => sleepTo(world, endMs(until) - 7 * day, minute);
const toEnd = () => sleepTo(world, endMs(until), minute);

const handOver = async (by: { client: (typeof former)['client'] }, path: string) => {
  const { version } = (await by.client.get(path)).body;
  expect((await by.client.patch(path, version, { managerId: next.memberId })).status).toBe(200);
};

describe('R1: a dossier handed over', () => {
  test('before the warning: the new manager is told of both, the former of neither', async () => {
    const { d, ended } = await limited(world, former, until);
    const [was, is] = [watch(world, former.email), watch(world, next.email)];
    await handOver(former, d.path);
    await toWarning();
    await is.count(soon, 1);
    await toEnd();
    expect(await ended()).toBe('ended');
    await is.count(over, 1);
    await world.sleep(30 * day);
    expect(ofEnds(was)).toEqual([]);
    expect(ofEnds(is)).toEqual([soon, over]);
  });

  test('between warning and end: each is told of one', async () => {
    const { d, ended } = await limited(world, former, until);
    const [was, is] = [watch(world, former.email), watch(world, next.email)];
    await toWarning();
    await was.count(soon, 1);
    await handOver(former, d.path);
    await toEnd();
    expect(await ended()).toBe('ended');
    await is.count(over, 1);
    await world.sleep(30 * day);
    expect([ofEnds(was), ofEnds(is)]).toEqual([[soon], [over]]);
  });

  test('by the admin, and the one who gave the access leaves the firm: it ends all the same, and is moved by his successor', async () => {
    const { d, elsewhere, grantId, client, ended, told, personId } = await limited(world, former, until);
    const [was, is] = [watch(world, former.email), watch(world, next.email)];
    await handOver(house.admin, d.path);
    await handOver(house.admin, elsewhere.path);
    const path = `/api/firms/${house.id}/members/${former.memberId}`;
    const { items } = (await house.admin.client.get(`/api/firms/${house.id}/members`)).body;
    const { version } = items.find((one: { id: string }) => one.id === former.memberId);
    expect((await house.admin.client.patch(path, version, { left: true })).status).toBe(200);

    const moved = await dayIn(world, 30);
    const line = linePath(d, personId);
    expect((await next.client.put(line, { right: 'read_only', until: moved })).body.until).toBe(moved);
    await waits(world, grantId, 2);
    await sleepTo(world, endMs(moved), -minute);
    expect((await client.get(d.path)).status).toBe(200);
    await sleepTo(world, endMs(moved), minute);
    expect(await ended()).toBe('ended');
    await is.count(over, 1);
    await told.count('Your access to a client dossier has ended', 1);
    expect((await client.get(d.path)).status).toBe(404);
    expect(ofEnds(was)).toEqual([]);
  });
});

describe('R18: a person who dies', () => {
  const die = async ({ id, path }: { id: string; path: string }) => {
    const { persons } = (await former.client.get(`${path}/family`)).body;
    const { version } = persons.find((one: { id: string }) => one.id === id);
    const deathDate = '2026-01-02';
    expect((await former.client.patch(`${path}/family/persons/${id}`, version, { deathDate })).status).toBe(
      200,
    );
  };

  test('is told nothing of the end of an open access; the manager is, and it ends', async () => {
    const { d, personId, told, ended, client } = await limited(world, former, until);
    const manager = watch(world, former.email);
    await die({ id: personId, path: d.path });
    await toWarning();
    await manager.count(soon, 1);
    await toEnd();
    expect(await ended()).toBe('ended');
    await manager.count(over, 1);
    await world.sleep(30 * day);
    expect(told.mails()).toEqual([]);
    expect((await client.get(d.path)).status).toBe(404);
  });

  test('between warning and end: told of the first alone', async () => {
    const { d, personId, told, ended } = await limited(world, former, until);
    await toWarning();
    await told.count('Your access to a client dossier ends soon', 1);
    await die({ id: personId, path: d.path });
    await toEnd();
    expect(await ended()).toBe('ended');
    await world.sleep(30 * day);
    expect(told.mails()).toHaveLength(1);
  });

  test('while invited: no reminder, no word of the end; the manager is told, also a new one', async () => {
    const d = await dossier(former);
    const id = await person(former, d, { language: 'en' });
    const [email, phone] = [newEmail('invited'), newPhone()];
    const { body } = await former.client.put(linePath(d, id), { email, phone, right: 'read_only', until });
    await world.inbox.nth(email, 1);
    await waits(world, body.grantId);
    await die({ id, path: d.path });
    expect(await world.outcome(body.grantId)).toBe('withdrawn');
    const [was, is] = [watch(world, former.email), watch(world, next.email)];
    await handOver(former, d.path);
    await toWarning();
    await is.count(soon, 1);
    await toEnd();
    expect(await expiryOutcome(world, body.grantId)).toBe('ended');
    await is.count(over, 1);
    expect(await lineOf(next, d, id)).toMatchObject({ right: 'none', until: null });
    await world.sleep(100 * day);
    expect(world.inbox.to(email)).toHaveLength(1);
    expect(ofEnds(was)).toEqual([]);
  });
});
