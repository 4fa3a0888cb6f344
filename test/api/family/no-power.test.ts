import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOf,
  admit,
  arrivals,
  engage,
  expectRefused,
  fieldErrors,
  grantsOf,
  lineOf,
  linePath,
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

/* R18: writing the family gives no power over access. */

let world: World;
let house: Firm;
let manager: Somebody;
let colleague: Somebody & { memberId: string };
let cousin: Somebody;

beforeAll(async () => {
  world = await createWorld();
  house = await firm(world);
  manager = await member(world, house);
  colleague = await member(world, house, 'support');
  const elsewhere = await dossier(manager);
  cousin = await insider(world, manager, elsewhere, await person(manager, elsewhere));
});
afterAll(() => world.close());

const at = ({ path }: Dossier, personId = '') => `${path}/family/persons${personId && `/${personId}`}`;
const patch = ({ client }: Somebody, where: Dossier, id: string, version: number, body: object) =>
  client.patch(at(where, id), version, body);
const statusOf = async (token: string) => (await world.client().get(`/api/invitations/${token}`)).status;

/** Everybody who may write the family without being the manager. */
const writers: Record<string, (where: Dossier) => Promise<Somebody>> = {
  'family member, read_write': async (where) => {
    await admit(manager, where, await person(manager, where), cousin);
    return cousin;
  },
  'advisor, read_write': async (where) => {
    await engage(manager, where, 'read_write', cousin);
    return cousin;
  },
  'holder, read_write': async (where) => {
    await admit(manager, where, where.holderId, cousin);
    return cousin;
  },
  'team member': async (where) => {
    const setting = { mode: 'listed', memberIds: [colleague.memberId] };
    await manager.client.put(`${where.path}/team-access`, setting);
    return colleague;
  },
  'admin who gave himself access': async ({ path }) => {
    await house.admin.client.post(`${path}/team-access/self`);
    return house.admin;
  },
};

describe.each(Object.entries(writers))('R18: %s', (_, makeWriter) => {
  it('R18: can’t mark or un-mark a central person, by whichever call and whatever else the body says', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const writer = await makeWriter(where);
    const code = 'central_is_managers';
    for (const central of ['holder', 'co_holder', 'nonsense']) {
      const add = () => writer.client.post(at(where), { firstName: 'A', lastName: 'B', central });
      await expectRefused(world, add, 403, code);
      await expectRefused(world, () => patch(writer, where, child, 1, { central }), 403, code);
    }
    for (const body of [{ central: null }, { central: 'co_holder' }, { central: null, surprise: 1 }]) {
      await expectRefused(world, () => patch(writer, where, where.holderId, 1, body), 403, code);
    }
    expect((await patch(writer, where, child, 1, { lastName: 'Autre' })).status).toBe(200);
    const added = await writer.client.post(at(where), { firstName: 'A', lastName: 'B', central: null });
    expect(added.status).toBe(201);
  });

  it('R18: can’t remove who has access, nor a central person; others he may', async () => {
    const where = await dossier(manager, { couple: true });
    const [bare, invited] = [await person(manager, where), await person(manager, where)];
    await give(manager, where, invited);
    const writer = await makeWriter(where);
    const remove = (id: string) => () => writer.client.delete(at(where, id), 1);
    await expectRefused(world, remove(invited), 409, 'person_has_access');
    await expectRefused(world, remove(where.coHolderId!), 403, 'central_is_managers');
    const unversioned = () => writer.client.delete(at(where, where.coHolderId!), null);
    await expectRefused(world, unversioned, 403, 'central_is_managers');
    await give(manager, where, where.coHolderId!);
    await expectRefused(world, remove(where.coHolderId!), 403, 'central_is_managers');
    expect((await remove(bare)()).status).toBe(204);
    await manager.client.put(linePath(where, invited), { right: 'none' });
    expect((await remove(invited)()).status).toBe(204);
  });

  it('R18: can’t touch the address and number of an access', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    await give(manager, where, child);
    const writer = await makeWriter(where);
    const body = { email: newEmail('x'), phone: newPhone() };
    const answer = await expectRefused(world, () => patch(writer, where, child, 1, body), 422, 'invalid');
    expect(fieldErrors(answer)).toEqual([
      ['email', 'unknown_field'],
      ['phone', 'unknown_field'],
    ]);
  });
});

describe('R18: the manager', () => {
  it('R18: marks and un-marks; a person with access isn’t removed before the withdrawal', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    expect((await patch(manager, where, child, 1, { central: 'co_holder' })).body.version).toBe(2);
    expect((await patch(manager, where, child, 2, { central: null })).status).toBe(200);
    expect(await recordsOf(world, child)).toMatchObject([
      { action: 'central_changed', before: { central: null }, after: { central: 'co_holder' } },
      { action: 'central_changed', before: { central: 'co_holder' }, after: { central: null } },
    ]);
    await give(manager, where, child);
    const remove = () => manager.client.delete(at(where, child), 3);
    await expectRefused(world, remove, 409, 'person_has_access');
    await manager.client.put(linePath(where, child), { right: 'none' });
    expect((await remove()).status).toBe(204);
  });
});

describe('R18: a date of death', () => {
  async function invited() {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const given = await give(manager, where, child);
    await world.deliver();
    const token = tokenIn(world.inbox.to(given.email)[0]!);
    const dies = (version = 1) => patch(manager, where, child, version, { deathDate: '2025-01-01' });
    return { where, child, ...given, token, dies };
  }

  it('R18: nobody gets access who has one; taken back, he does', async () => {
    const where = await dossier(manager);
    const dead = await person(manager, where, { deathDate: '2020-02-02' });
    expect((await lineOf(manager, where, dead)).actions).toEqual([]);
    const save = (contact: object) => () =>
      manager.client.put(linePath(where, dead), { ...contact, right: 'read_only' });
    const contact = { email: newEmail('x'), phone: newPhone() };
    await expectRefused(world, save(contact), 409, 'person_deceased');
    await expectRefused(world, save({ email: cousin.email, phone: cousin.phone }), 409, 'person_deceased');
    await patch(manager, where, dead, 1, { deathDate: null });
    expect((await save(contact)()).status).toBe(200);
  });

  it('R18: entered while reminders are due, it ends them: the link dies, the workflow is told, nobody is written to', async () => {
    const { where, child, grantId, token, dies } = await invited();
    expect(await statusOf(token)).toBe(200);
    const mails = await arrivals(world, async () => {
      expect((await dies()).status).toBe(200);
      expect(await world.owed()).toEqual([{ kind: 'settle', grantId, cycle: 1, outcome: 'withdrawn' }]);
    });
    expect(mails).toEqual([]);
    for (const call of ['', '/code', '/decline']) {
      const path = `/api/invitations/${token}${call}`;
      const answer = call ? await world.client().post(path) : await world.client().get(path);
      expect(answer.status).toBe(404);
    }
    expect(await grantsOf(world, child)).toMatchObject([
      { state: 'withdrawn', ended_at: null, next_reminder_at: null, expires_at: null, cycle: 1 },
    ]);
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      action: 'invitation_ended',
      actorId: manager.id,
      after: { reason: 'deceased' },
    });
    const line = await lineOf(manager, where, child);
    expect(line).toMatchObject({ right: 'read_write', actions: ['change', 'withdraw'] });
    const correct = () =>
      manager.client.put(linePath(where, child), { email: newEmail('x'), right: 'read_write' });
    await expectRefused(world, correct, 409, 'person_deceased');
  });

  it('R18: entered before the first e-mail left, none leaves', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const { email } = await give(manager, where, child);
    await patch(manager, where, child, 1, { deathDate: '2025-01-01' });
    await world.deliver();
    expect(world.inbox.to(email)).toEqual([]);
  });

  it.each(['unanswered', 'declined'])('R18: entered after it was %s, the link dies too', async (state) => {
    const { child, grantId, token, dies } = await invited();
    await world.owner`update grants set state = ${state}, next_reminder_at = null where id = ${grantId}`;
    expect(await statusOf(token)).toBe(200);
    const mails = await arrivals(world, dies);
    expect(mails).toEqual([]);
    expect(await statusOf(token)).toBe(404);
    expect(await grantsOf(world, child)).toMatchObject([{ ended_at: null, expires_at: null }]);
  });

  it('R18: entered by who writes the family only; by an advisor with read_write too', async () => {
    const { where, child, grantId } = await invited();
    await engage(manager, where, 'read_write', cousin);
    await world.deliver();
    expect((await patch(cousin, where, child, 1, { deathDate: '2025-01-01' })).status).toBe(200);
    expect(await world.owed()).toEqual([{ kind: 'settle', grantId, cycle: 1, outcome: 'withdrawn' }]);
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({ actorId: cousin.id });
  });

  it('R13, R18: taken back, the invitation is begun anew by a resend', async () => {
    const { where, child, email, phone, dies } = await invited();
    await dies();
    const resend = () => manager.client.post(`${linePath(where, child)}/invitation/resend`);
    await expectRefused(world, resend, 409, 'person_deceased');
    await patch(manager, where, child, 2, { deathDate: null });
    expect((await resend()).status).toBe(202);
    await world.deliver();
    expect(await grantsOf(world, child)).toMatchObject([{ cycle: 2, state: 'waiting_first_reminder' }]);
    const { client } = await accept(world, email, phone);
    expect((await client.get(where.path)).status).toBe(200);
  });

  it('R18: the access of who died is still changed and withdrawn, and nothing is written to him', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    await admit(manager, where, child, cousin);
    await patch(manager, where, child, 1, { deathDate: '2025-01-01' });
    expect((await cousin.client.get(where.path)).status).toBe(200);
    await world.deliver();
    const mails = await arrivals(world, async () => {
      expect((await manager.client.put(linePath(where, child), { right: 'none' })).status).toBe(200);
    });
    expect(mails).toEqual([]);
    expect(await actionsOf(world, child)).toEqual(['access_given', 'access_opened', 'access_withdrawn']);
  });
});
