import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  advisorPath,
  arrivals,
  everything,
  grantsOf,
  lineOf,
  linePath,
  register,
} from '../../support/access.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  accept,
  dossier,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  person,
  type Somebody,
} from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* The personal message (issue 6, point 8): who reads it, and where it is kept. */

let world: World;
let manager: Somebody;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
});
afterAll(() => world.close());

const message = 'Chère Léa,\nle dossier <b>est</b> prêt : https://mal.example/x\n\nÀ bientôt';
const contact = () => ({ email: newEmail('person'), phone: newPhone() });
const save = (line: string, body: object) => manager.client.put(line, body);

async function line() {
  const where = await dossier(manager);
  const child = await person(manager, where, { language: 'fr' });
  return { where, child, path: linePath(where, child) };
}

it('is in the preview and in the invitation, in both parts, as plain text without a link', async () => {
  const { path } = await line();
  const body = { ...contact(), right: 'read_only', message };
  const shown = await manager.client.post(`${path}/preview`, body);
  await save(path, body);
  await world.deliver();
  const [sent] = world.inbox.to(body.email);
  for (const { text, html } of [shown.body.email, sent]) {
    expect(text).toMatch(
      /Message personnel\s:\n> Chère Léa,\n> le dossier <b>est<\/b> prêt\s: mal\. example\/x\n>\n> À bientôt/,
    );
    expect(html).toContain('Chère Léa,<br>le dossier &lt;b&gt;est&lt;/b&gt;');
    expect(html).not.toContain('mal.example');
  }
  expect(tokenIn(sent!)).toBeTruthy();
});

it('is in the notice of who has an account, and of an advisor, and in the saves of many', async () => {
  const elsewhere = await dossier(manager);
  const cousin = await insider(world, manager, elsewhere, await person(manager, elsewhere));
  const { where, path } = await line();
  const { id, email } = await register(manager, where);
  const { email: address, phone } = cousin;
  const notices = await arrivals(world, async () => {
    await save(path, { email: address, phone, right: 'read_only', message: 'Pour vous' });
    await save(advisorPath(where, id), { right: 'read_only', message: 'Pour le notaire' });
  });
  expect(notices.find(({ to }) => to === address)!.text).toContain('> Pour vous');
  expect(notices.find(({ to }) => to === email)!.text).toContain('> Pour le notaire');

  const several = await line();
  const given = contact();
  const persons = [{ id: several.child, ...given, right: 'read_only', message: 'À tous' }];
  await manager.client.put(`${several.where.path}/access-rights`, { persons, advisors: [] });
  await world.deliver();
  expect(world.inbox.to(given.email)[0]!.text).toContain('> À tous');
});

it('stays with the access: in a resent invitation, and in the one to a corrected address, unless it is changed', async () => {
  const { path } = await line();
  const [first, second, third] = [contact(), contact(), contact()];
  await save(path, { ...first, right: 'read_only', message: 'Bonjour' });
  await world.deliver();
  await manager.client.post(`${path}/invitation/resend`);
  await world.deliver();
  expect(world.inbox.to(first.email).map(({ text }) => text.includes('> Bonjour'))).toEqual([true, true]);
  await save(path, { ...second, right: 'read_only' });
  await world.deliver();
  expect(world.inbox.to(second.email)[0]!.text).toContain('> Bonjour');
  await save(path, { ...third, right: 'read_only', message: null });
  await world.deliver();
  expect(world.inbox.to(third.email)[0]!.text).not.toContain('> Bonjour');
});

it('R12: alone it is no change, and sends nothing', async () => {
  const { where, child, path } = await line();
  await give(manager, where, child);
  await world.deliver();
  const before = await everything(world);
  expect((await save(path, { right: 'read_write', message: 'Encore' })).status).toBe(200);
  expect(await everything(world)).toEqual(before);
});

it('R16: stands in the grant alone, where an erasure can empty it; nobody lists it', async () => {
  const { where, child, path } = await line();
  await save(path, { ...contact(), right: 'read_only', message: 'Secret de famille' });
  await world.deliver();
  const { grants, ...rest } = await everything(world);
  expect(JSON.stringify(grants)).toContain('Secret de famille');
  expect(JSON.stringify(rest)).not.toContain('Secret de famille');
  expect(JSON.stringify(await lineOf(manager, where, child))).not.toContain('Secret');
  const [grant] = await grantsOf(world, child);
  await world.db.sql`update grants set message = null where id = ${grant!.id}`;
});

it('of more than 1,000 characters, or with control characters, it is refused', async () => {
  const { path } = await line();
  for (const wrong of ['x'.repeat(1001), 'a\u0007b', '']) {
    const answer = await save(path, { ...contact(), right: 'read_only', message: wrong });
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, 'message']);
  }
});

it('a line says who gave the access and when, since when it is open, and whose own it is', async () => {
  const { where, child, path } = await line();
  const { email, phone } = contact();
  const { body } = await save(path, { email, phone, right: 'read_write' });
  const [grant] = await grantsOf(world, child);
  const [giver] = await world.owner<{ name: string }[]>`select name from accounts where id = ${manager.id}`;
  const given = { by: giver!.name };
  expect(body).toMatchObject({ given, openedAt: null, own: false, party: { deceased: false } });
  expect(await lineOf(manager, where, child)).toMatchObject({ given: body.given });
  await world.deliver();
  await accept(world, email, phone);
  const open = await lineOf(manager, where, child);
  expect(open).toMatchObject({ given, openedAt: expect.stringMatching(/^\d{4}-/), own: false });
  expect(Date.parse(open.given.at)).toBeLessThanOrEqual(Date.now());
  expect(grant!.given_by).toBe(manager.id);
  expect(await lineOf(manager, where, where.holderId)).toMatchObject({ given: null, openedAt: null });
});
