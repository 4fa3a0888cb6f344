import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOf,
  admit,
  advisorPath,
  arrivals,
  engage,
  expectRefused,
  grantsOf,
  lineOf,
  linePath,
  mailKindsTo,
  recipients,
} from '../../support/access.ts';
import { tokenIn } from '../../support/inbox.ts';
import { dayIn, passBy } from '../../support/limited.ts';
import {
  accept,
  type Dossier,
  dossier,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  password,
  person,
  type Somebody,
} from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* An access whose last day has passed while Temporal is away: nothing has ended it, and it is no access. */

let world: World;
let manager: Somebody;
let until: string;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
  until = await dayIn(world, 30);
});
afterAll(() => world.close());

const save = (where: Dossier, personId: string, body: object) =>
  manager.client.put(linePath(where, personId), body);

/** Somebody whose open access has passed its last day. */
async function overdue() {
  const elsewhere = await dossier(manager);
  const somebody = await insider(world, manager, elsewhere, await person(manager, elsewhere));
  const where = await dossier(manager);
  const child = await person(manager, where);
  const { email, phone, client } = somebody;
  const { body } = await save(where, child, { email, phone, right: 'read_write', until });
  await world.deliver();
  expect((await client.get(where.path)).status).toBe(200);
  await passBy(world, body.grantId);
  return { where, elsewhere, child, somebody, client, grantId: body.grantId as string };
}

/** Somebody whose invitation has passed the last day of its access. */
async function overdueInvitation() {
  const where = await dossier(manager);
  const child = await person(manager, where, { language: 'en' });
  const [email, phone] = [newEmail('invited'), newPhone()];
  const { body } = await save(where, child, { email, phone, right: 'read_write', until });
  await world.deliver();
  const link = `/api/invitations/${tokenIn(world.inbox.to(email)[0]!)}`;
  return { where, child, email, phone, link, grantId: body.grantId as string };
}

describe('what it opened', () => {
  it('is closed: the dossier, its sections, and the list of dossiers', async () => {
    const { where, elsewhere, client } = await overdue();
    for (const part of ['', '/family', '/wealth/items', '/donations', '/simulations', '/reports']) {
      expect((await client.get(`${where.path}${part}`)).status).toBe(404);
    }
    const write = () => client.post(`${where.path}/family/persons`, { firstName: 'A', lastName: 'B' });
    await expectRefused(world, write, 404, 'not_found');
    const { items } = (await client.get('/api/dossiers')).body;
    expect(items.map((item: { id: string }) => item.id)).toEqual([elsewhere.id]);
  });

  it('R14: another hat goes on', async () => {
    const { where, somebody, client } = await overdue();
    await engage(manager, where, 'read_only', somebody);
    expect((await client.get(where.path)).body.me.roles).toEqual([{ name: 'advisor', right: 'read_only' }]);
  });

  it('the invitation’s link is dead: looking, code, account, decline', async () => {
    const { link, phone, grantId } = await overdueInvitation();
    const client = world.client();
    await client.post(`${link}/code`);
    const code = world.inbox.codeFor(phone);
    await passBy(world, grantId);
    for (const call of [
      () => client.get(link),
      () => client.post(`${link}/code`),
      () => client.post(`${link}/account`, { password, code }),
      () => client.post(`${link}/decline`),
    ]) {
      await expectRefused(world, call, 404, 'not_found');
    }
  });

  it('R11: another invitation’s account doesn’t open it', async () => {
    const { where, email, phone, child, grantId } = await overdueInvitation();
    await passBy(world, grantId);
    const other = await dossier(manager);
    await give(manager, other, await person(manager, other), 'read_only', { email, phone });
    await world.deliver();
    const { client } = await accept(world, email, phone);
    expect((await client.get(other.path)).status).toBe(200);
    expect((await client.get(where.path)).status).toBe(404);
    expect(await grantsOf(world, child)).toMatchObject([{ account_id: null }]);
  });

  it('R10: no code opens it, and none is awaited', async () => {
    const { where, child, somebody, client } = await overdue();
    const again = await save(where, child, {
      email: somebody.email,
      phone: newPhone(),
      right: 'read_only',
      until,
    });
    expect((await client.get(where.path)).body.code).toBe('number_unconfirmed');
    await passBy(world, again.body.grantId);
    await expectRefused(world, () => client.get(where.path), 404, 'not_found');
    await expectRefused(world, () => client.post(`${where.path}/open/code`), 404, 'not_found');
  });

  it('no e-mail of its invitation is sent any more', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const email = newEmail('invited');
    const { body } = await save(where, child, { email, phone: newPhone(), right: 'read_write', until });
    await passBy(world, body.grantId);
    await world.owner`delete from owed where task->>'kind' = 'expiry'`;
    await world.deliver();
    expect(world.inbox.to(email)).toEqual([]);
  });
});

describe('the tab', () => {
  it('shows no right, and that it can be given', async () => {
    const { where, child, grantId } = await overdue();
    expect(await lineOf(manager, where, child)).toMatchObject({
      right: 'none',
      until: null,
      grantId: null,
      open: false,
      invitation: null,
      actions: ['give'],
    });
    expect(await grantsOf(world, child)).toMatchObject([{ id: grantId, ended_at: null }]);
  });

  it('the manager gives anew: the old access is ended, everybody told once, and the new one opens', async () => {
    const { where, child, somebody, client, grantId } = await overdue();
    const { email, phone } = somebody;
    const mails = await arrivals(world, async () => {
      const answer = await save(where, child, { email, phone, right: 'read_only' });
      expect(answer).toMatchObject({ status: 200, body: { right: 'read_only', until: null, open: true } });
      expect(answer.body.grantId).not.toBe(grantId);
    });
    expect(recipients(mails)).toEqual([email, email, manager.email].sort());
    expect((await mailKindsTo(world, where, email)).slice(-2)).toEqual(['access_ended', 'new_access']);
    expect(await actionsOf(world, child)).toEqual([
      'access_given',
      'access_opened',
      'access_ended',
      'access_given',
      'access_opened',
    ]);
    const [old, fresh] = await grantsOf(world, child);
    expect(old!.ended_at).toEqual(old!.ends_at);
    expect(fresh!.ended_at).toBeNull();
    expect((await client.get(where.path)).body.me.roles).toEqual([
      { name: 'family_member', right: 'read_only' },
    ]);
  });

  it('a pending one is ended with its invitation', async () => {
    const { where, child, email, phone, grantId } = await overdueInvitation();
    await passBy(world, grantId);
    await save(where, child, { email, phone, right: 'read_write' });
    expect(await world.owed()).toContainEqual({ kind: 'settle', grantId, cycle: 1, outcome: 'withdrawn' });
    await world.deliver();
    expect(await grantsOf(world, child)).toMatchObject([{ state: 'withdrawn' }, { ended_at: null }]);
    expect(world.inbox.to(email)).toHaveLength(3);
  });

  it('saved as none, it is ended, and nothing more', async () => {
    const { where, child, somebody } = await overdue();
    expect((await save(where, child, { right: 'none' })).body).toMatchObject({ right: 'none' });
    await world.deliver();
    expect(await mailKindsTo(world, where, somebody.email)).not.toContain('withdrawn');
    expect((await actionsOf(world, child)).at(-1)).toBe('access_ended');
  });

  it('a refused save leaves even that as it is', async () => {
    const { where, child } = await overdue();
    await expectRefused(world, () => save(where, child, { right: 'read_only' }), 422, 'invalid');
    const resend = () => manager.client.post(`${linePath(where, child)}/invitation/resend`);
    await expectRefused(world, resend, 409, 'no_access');
  });

  it('R4: its address is free for another person', async () => {
    const { where, somebody } = await overdue();
    const { email, phone } = somebody;
    const other = await person(manager, where);
    expect((await save(where, other, { email, phone, right: 'read_only' })).status).toBe(200);
  });

  it('R3: a holder gives anew what came to its end, and not what the manager withdrew', async () => {
    const { where, child } = await overdue();
    const elsewhere = await dossier(manager);
    const holder = await insider(world, manager, elsewhere, await person(manager, elsewhere));
    await admit(manager, where, where.holderId, holder);
    const contact = { email: newEmail('again'), phone: newPhone() };
    const again = () => holder.client.put(linePath(where, child), { ...contact, right: 'read_only' });
    expect((await again()).status).toBe(200);
    await save(where, child, { right: 'none' });
    await expectRefused(world, again, 403, 'withdrawn_by_manager');
  });
});

describe('who had it', () => {
  it('R18: is removed from the family', async () => {
    const { where, child } = await overdue();
    const path = `${where.path}/family/persons/${child}`;
    expect((await manager.client.delete(path, 1)).status).toBe(204);
    expect(await grantsOf(world, child)).toMatchObject([{ ended_at: expect.any(Date) }]);
  });

  it('R6: is removed as an advisor', async () => {
    const where = await dossier(manager);
    const { id, grantId } = await engage(manager, where);
    await manager.client.put(advisorPath(where, id), { right: 'read_write', until });
    await passBy(world, grantId);
    expect((await manager.client.delete(`${where.path}/advisors/${id}`, 1)).status).toBe(204);
  });

  it('R5: is marked as a central person', async () => {
    const { where, child } = await overdue();
    const path = `${where.path}/family/persons/${child}`;
    expect((await manager.client.patch(path, 1, { central: 'co_holder' })).status).toBe(200);
    expect(await lineOf(manager, where, child)).toMatchObject({ right: 'none', revocable: false });
  });
});

it('the workflow that comes later finds it ended, and tells nobody again', async () => {
  const { where, child, grantId } = await overdue();
  await save(where, child, { right: 'none' });
  await world.deliver();
  await world.owner`insert into owed (id, task) values (uuidv7(), ${world.owner.json({
    kind: 'expiry',
    grantId,
    dossierId: where.id,
    changed: false,
  })})`;
  expect(await arrivals(world, async () => {})).toEqual([]);
});
