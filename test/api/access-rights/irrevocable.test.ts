import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOf,
  admit,
  arrivals,
  expectRefused,
  grantsOf,
  lineOf,
  linePath,
  mailKindsTo,
  recipients,
  recordsOf,
} from '../../support/access.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  accept,
  type Dossier,
  dossier,
  type Firm,
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

/* R5: what a central person was given nobody takes back, by any way. */

let world: World;
let house: Firm;
let manager: Somebody & { memberId: string };
let secondAdmin: Somebody;
let jeanne: Somebody;
let paul: Somebody;

beforeAll(async () => {
  world = await createWorld();
  house = await firm(world);
  manager = await member(world, house);
  secondAdmin = await member(world, house, 'admin');
  const elsewhere = await dossier(manager, { couple: true });
  jeanne = await insider(world, manager, elsewhere, elsewhere.holderId);
  paul = await insider(world, manager, elsewhere, elsewhere.coHolderId!);
});
afterAll(() => world.close());

const version = async (personId: string) =>
  (await world.owner<{ version: number }[]>`select version from persons where id = ${personId}`)[0]!.version;

/** Brings a pending invitation into a state that only the workflow or the invitee brings about. */
const setState = (grantId: string, state: string) =>
  world.owner`update grants set state = ${state}, next_reminder_at = null where id = ${grantId}`;

/** Every way to withdraw it: by `none`, by deleting the person, by un-marking him, by passing the mark on. */
async function expectIrrevocable(where: Dossier, personId: string) {
  const { client } = manager;
  const path = `${where.path}/family/persons/${personId}`;
  const at = await version(personId);
  const code = 'access_irrevocable';
  await expectRefused(world, () => client.put(linePath(where, personId), { right: 'none' }), 409, code);
  const body = { right: 'none', email: newEmail('other'), phone: newPhone() };
  await expectRefused(world, () => client.put(linePath(where, personId), body), 409, code);
  await expectRefused(world, () => client.delete(path, at), 409, code);
  await expectRefused(world, () => client.patch(path, at, { central: null }), 409, code);
  const line = await lineOf(manager, where, personId);
  expect(line.revocable).toBe(false);
  expect(line.actions).not.toContain('withdraw');
}

describe('R5: nobody can withdraw it', () => {
  it.each(['holder', 'co_holder'])('R5: from the save on, the %s being invited', async (central) => {
    const where = await dossier(manager, { couple: true });
    const id = central === 'holder' ? where.holderId : where.coHolderId!;
    await give(manager, where, id);
    await expectIrrevocable(where, id);
    await world.deliver();
    await expectIrrevocable(where, id);
  });

  it.each(['inviting', 'waiting_second_reminder', 'unanswered', 'undeliverable', 'declined', 'withdrawn'])(
    'R5: pending, in the state %s',
    async (state) => {
      const where = await dossier(manager);
      const { grantId } = await give(manager, where, where.holderId);
      await setState(grantId, state);
      await expectIrrevocable(where, where.holderId);
    },
  );

  it('R5: notified, the number unconfirmed; and open', async () => {
    const where = await dossier(manager, { couple: true });
    await give(manager, where, where.holderId, 'read_write', { email: jeanne.email, phone: newPhone() });
    await admit(manager, where, where.coHolderId!, paul);
    await world.deliver();
    expect((await lineOf(manager, where, where.holderId)).invitation.state).toBe('notified');
    await expectIrrevocable(where, where.holderId);
    await expectIrrevocable(where, where.coHolderId!);
  });

  it('R5: after a date of death, and for the next manager too', async () => {
    const where = await dossier(manager);
    await give(manager, where, where.holderId);
    await manager.client.patch(`${where.path}/family/persons/${where.holderId}`, 1, {
      deathDate: '2024-01-01',
    });
    await expectIrrevocable(where, where.holderId);
  });

  it('R5: who becomes central while having access', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    await admit(manager, where, child, paul, 'read_only');
    await admit(manager, where, where.holderId, jeanne);
    const mails = await arrivals(world, async () => {
      const path = `${where.path}/family/persons/${child}`;
      const answer = await manager.client.patch(path, 1, { central: 'co_holder' });
      expect([answer.status, answer.body.version]).toEqual([200, 2]);
    });
    expect(recipients(mails)).toEqual([jeanne.email, house.admin.email, secondAdmin.email].sort());
    expect(mails[0]!.subject).toBe('Permanent access given to a central person of a dossier');
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      action: 'central_changed',
      actorId: manager.id,
      before: { central: null },
      after: { central: 'co_holder' },
    });
    await expectIrrevocable(where, child);
    const { roles } = (await paul.client.get(where.path)).body.me;
    expect(roles).toEqual([{ name: 'co_holder', right: 'read_only' }]);
  });

  it('R5: holder and co-holder may change places, but nobody loses the mark', async () => {
    const where = await dossier(manager);
    const { grantId } = await give(manager, where, where.holderId);
    const path = `${where.path}/family/persons/${where.holderId}`;
    expect((await manager.client.patch(path, 1, { central: 'co_holder' })).status).toBe(200);
    await expectIrrevocable(where, where.holderId);
    expect(await grantsOf(world, where.holderId)).toMatchObject([{ id: grantId, ended_at: null }]);
  });

  it('R5: a central person without access is un-marked and removed as anybody', async () => {
    const where = await dossier(manager, { couple: true });
    const path = (id: string) => `${where.path}/family/persons/${id}`;
    const nothing = await manager.client.put(linePath(where, where.holderId), { right: 'none' });
    expect([nothing.status, nothing.body.right, nothing.body.grantId]).toEqual([200, 'none', null]);
    expect((await manager.client.patch(path(where.holderId), 1, { central: null })).status).toBe(200);
    expect((await manager.client.delete(path(where.coHolderId!), 1)).status).toBe(204);
    expect((await recordsOf(world, where.coHolderId!)).at(-1)).toMatchObject({
      action: 'central_changed',
      before: { central: 'co_holder' },
      after: { central: null },
    });
  });

  it('R5: withdrawn before the mark, given after it: for ever from then on', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    await give(manager, where, child);
    await manager.client.put(linePath(where, child), { right: 'none' });
    await manager.client.patch(`${where.path}/family/persons/${child}`, 1, { central: 'co_holder' });
    await give(manager, where, child);
    await expectIrrevocable(where, child);
  });
});

describe('R5: what the manager still can do', () => {
  it('R5, R12: the level, both ways, while pending and once open', async () => {
    const where = await dossier(manager);
    const path = linePath(where, where.holderId);
    const { email, phone } = await give(manager, where, where.holderId);
    const change = (right: string) => manager.client.put(path, { right });
    await world.deliver();
    for (const right of ['read_only', 'read_write', 'read_only']) {
      expect((await change(right)).body.right).toBe(right);
    }
    const holder = await accept(world, email, phone);
    const mails = await arrivals(world, async () => {
      for (const right of ['read_write', 'read_only']) expect((await change(right)).body.right).toBe(right);
    });
    expect(recipients(mails)).toEqual([email, email]);
    expect((await holder.client.get(where.path)).body.me.roles).toEqual([
      { name: 'holder', right: 'read_only' },
    ]);
    expect(await actionsOf(world, where.holderId)).toEqual([
      'central_changed',
      'access_given',
      ...Array(3).fill('access_changed'),
      'access_opened',
      ...Array(2).fill('access_changed'),
    ]);
  });

  it('R5, R13: contact data are corrected while pending, then no more', async () => {
    const where = await dossier(manager, { couple: true });
    await admit(manager, where, where.coHolderId!, paul);
    const first = await give(manager, where, where.holderId);
    await world.deliver();
    const second = { email: newEmail('jeanne'), phone: newPhone() };
    const path = linePath(where, where.holderId);
    const mails = await arrivals(world, async () => {
      const answer = await manager.client.put(path, { ...second, right: 'read_write' });
      expect([answer.status, answer.body.revocable]).toEqual([200, false]);
    });
    const told = [paul.email, house.admin.email, secondAdmin.email];
    expect(recipients(mails)).toEqual([...told, second.email].sort());
    const subject = 'Contact data of a central person corrected';
    expect(
      mails
        .filter((mail) => mail.subject === subject)
        .map((mail) => mail.to)
        .sort(),
    ).toEqual(told.sort());
    const dead = tokenIn(world.inbox.to(first.email)[0]!);
    expect((await world.client().get(`/api/invitations/${dead}`)).status).toBe(404);

    await accept(world, second.email, second.phone);
    for (const other of [
      { email: newEmail('x') },
      { phone: newPhone() },
      { email: first.email, phone: newPhone() },
    ]) {
      const correct = () => manager.client.put(path, { ...other, right: 'read_write' });
      await expectRefused(world, correct, 409, 'account_exists');
    }
  });
});

describe('R5: giving is told to the admins and the other central persons with access', () => {
  it('R5: not to the central person who is only invited, nor to the actor', async () => {
    const where = await dossier(manager, { couple: true });
    await give(manager, where, where.coHolderId!);
    let email = '';
    const mails = await arrivals(world, async () => {
      ({ email } = await give(manager, where, where.holderId));
    });
    expect(recipients(mails)).toEqual([email, house.admin.email, secondAdmin.email].sort());
    const told = mails.find((mail) => mail.to === secondAdmin.email)!;
    expect(told.text).toMatch(/Jeanne Dupont, as holder or co-holder/);
    expect(told.mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('R5: by an admin who manages the dossier: the other admin, and the co-holder who is in', async () => {
    const where = await dossier(house.admin, { couple: true });
    await admit(house.admin, where, where.coHolderId!, paul);
    let email = '';
    const mails = await arrivals(world, async () => {
      ({ email } = await give(house.admin, where, where.holderId));
    });
    expect(recipients(mails)).toEqual([email, paul.email, secondAdmin.email].sort());
    expect(await mailKindsTo(world, where, paul.email)).toEqual(['new_access', 'central_given']);
  });

  it('R5: a person who isn’t central: nobody but him', async () => {
    const where = await dossier(manager, { couple: true });
    await admit(manager, where, where.coHolderId!, paul);
    let email = '';
    const mails = await arrivals(world, async () => {
      ({ email } = await give(manager, where, await person(manager, where)));
    });
    expect(recipients(mails)).toEqual([email]);
  });
});
