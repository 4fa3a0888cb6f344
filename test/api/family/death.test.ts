import { afterAll, beforeAll, expect, test } from 'vitest';
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
} from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
let manager: Awaited<ReturnType<typeof member>>;
beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
});
afterAll(() => world.close());

const died = { deathDate: '2026-02-03' };

test('R18: an access that waits for the number opens no more after a date of death', async () => {
  const elsewhere = await dossier(manager);
  const known = await insider(world, manager, elsewhere, elsewhere.holderId);
  const d = await dossier(manager);
  const p = await person(manager, d);
  await give(manager, d, p, 'read_only', { email: known.email, phone: newPhone() });
  expect(await known.client.get(d.path)).toMatchObject({ status: 403, body: { code: 'number_unconfirmed' } });
  expect((await manager.client.patch(`${d.path}/family/persons/${p}`, 1, died)).status).toBe(200);
  expect((await known.client.get(d.path)).status).toBe(404);
  expect((await known.client.post(`${d.path}/open/code`)).status).toBe(404);
});

test('R18: nor by an account that another dossier’s invitation makes; nor by SQL', async () => {
  const contact = { email: newEmail('twice'), phone: newPhone() };
  const [one, other] = [await dossier(manager), await dossier(manager)];
  const dead = await person(manager, other);
  await give(manager, one, one.holderId, 'read_only', contact);
  const { grantId } = await give(manager, other, dead, 'read_only', contact);
  await world.deliver();
  await manager.client.patch(`${other.path}/family/persons/${dead}`, 1, died);
  await world.deliver();
  const { client, id } = await accept(world, contact.email, contact.phone, 1);
  expect((await client.get(one.path)).status).toBe(200);
  expect((await client.get(other.path)).status).toBe(404);
  const binding = world.db.sql`update grants set account_id = ${id}, opened_at = now() where id = ${grantId}`;
  await expect(binding).rejects.toMatchObject({ code: 'DA018' });
});

test('R2, R5: a manager doesn’t make his own access irrevocable', async () => {
  const f = await firm(world);
  const [first, second] = [await member(world, f), await member(world, f)];
  const d = await dossier(first);
  const p = await person(first, d);
  await give(first, d, p, 'read_only', second);
  await world.deliver();
  expect((await first.client.patch(d.path, 1, { managerId: second.memberId })).status).toBe(200);
  const marked = await second.client.patch(`${d.path}/family/persons/${p}`, 1, { central: 'co_holder' });
  expect(marked).toMatchObject({ status: 403, body: { code: 'own_access' } });
});

test('a text message that the provider doesn’t take is a 503, without its number', async () => {
  const d = await dossier(manager);
  const { email, phone } = await give(manager, d, d.holderId);
  await world.deliver();
  world.inbox.refuse(`${phone}@sms.localhost`, 550, 1);
  const token = /invitations\/([\w-]+)/.exec(world.inbox.to(email)[0]!.text)![1];
  const refused = await world.client().post(`/api/invitations/${token}/code`);
  expect(refused).toMatchObject({ status: 503, body: { code: 'text_message_failed' } });
  expect(JSON.stringify(refused.body)).not.toContain(phone);
  expect(refused.headers.get('retry-after')).toBe('30');
  expect((await world.client().post(`/api/invitations/${token}/code`)).status).toBe(204);
});
