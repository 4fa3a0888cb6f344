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
  recordsOf,
} from '../../support/access.ts';
import { turn } from '../../support/closing.ts';
import { heldToContract } from '../../support/contract.ts';
import {
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newPhone,
  person,
  type Somebody,
} from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

/* Issue 6, point 8: 'leave' for oneself where the rules allow it (never for a central person). */

let world: ReturnType<typeof heldToContract>;
let team: Firm;
let manager: Awaited<ReturnType<typeof member>>;
/** Somebody with an account, of another firm's dossier. */
let cousin: Somebody;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
  const other = await member(world, await firm(world, 'Rivale'));
  const elsewhere = await dossier(other);
  cousin = await insider(world, other, elsewhere, await person(other, elsewhere));
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const leave = ({ client }: Pick<Somebody, 'client'>, { path }: Dossier) => client.post(`${path}/leave`);

/** Whether the dossier, and the list, say that somebody may leave; null where it isn't shown. */
async function mayLeave({ client }: Pick<Somebody, 'client'>, where: Dossier) {
  const { items } = (await client.get('/api/dossiers')).body;
  const listed = items.find(({ id }: Dossier) => id === where.id)?.me.mayLeave ?? null;
  return [(await client.get(where.path)).body.me?.mayLeave ?? null, listed];
}

/** The subjects that arrived, each with whom it went to, in alphabetical order. */
const told = (mails: Awaited<ReturnType<typeof arrivals>>) =>
  mails.map(({ to, subject }) => `${to} ${subject}`).sort();
const bothTold = ({ email }: Pick<Somebody, 'email'>) =>
  [`${email} You have left a client dossier`, `${manager.email} Somebody has left a client dossier`].sort();

/** A dossier with a child in it. */
async function withChild() {
  const where = await dossier(manager);
  return { where, child: await person(manager, where) };
}

describe('who is here as a family member or an advisor', () => {
  const kinds = ['person', 'advisor'] as const;
  const rights = ['read_only', 'read_write'] as const;
  it.each(kinds.flatMap((kind) => rights.map((right) => [kind, right] as const)))(
    'R12: %s, %s: has no access at once; one e-mail to each, one entry of the record, and twice is 404',
    async (kind, right) => {
      const { where, child } = await withChild();
      const id = kind === 'person' ? child : (await engage(manager, where, right, cousin)).id;
      if (kind === 'person') await admit(manager, where, child, cousin, right);
      expect(await mayLeave(cousin, where)).toEqual([true, true]);
      const mails = await arrivals(world, async () => {
        expect(await leave(cousin, where)).toMatchObject({ status: 204, body: null });
        expect((await cousin.client.get(where.path)).status).toBe(404);
        expect(await mayLeave(cousin, where)).toEqual([null, null]);
      });
      expect(told(mails)).toEqual(bothTold(cousin));
      const [his] = mails.filter(({ to }) => to === cousin.email);
      expect(his!.text).toContain('Was it not you?');
      expect(his!.text).toContain('/account');
      const [managers] = mails.filter(({ to }) => to === manager.email);
      const { party } = await lineOf(manager, where, id);
      expect(managers!.text).toContain(`${party.name} has ended their own access`);

      const [grant] = await grantsOf(world, id);
      expect(grant).toMatchObject({ ended_at: expect.any(Date), state: 'notified', next_reminder_at: null });
      expect((await recordsOf(world, id)).at(-1)).toMatchObject({
        action: 'access_left',
        actorId: cousin.id,
        before: { right },
        after: null,
        details: { origin: { address: expect.any(String) } },
      });
      await expectRefused(world, () => leave(cousin, where), 404, 'not_found');
      expect((await mailKindsTo(world, where, cousin.email)).filter((one) => one === 'withdrawn')).toEqual(
        [],
      );
    },
  );

  it('his other dossiers stay as they are, and so does what he entered', async () => {
    const { where, child } = await withChild();
    const other = await withChild();
    await admit(manager, where, child, cousin);
    await admit(manager, other.where, other.child, cousin);
    const added = await person(cousin, where);
    await leave(cousin, where);
    expect((await cousin.client.get(other.where.path)).status).toBe(200);
    const { persons } = (await manager.client.get(`${where.path}/family`)).body;
    expect(persons.map(({ id }: { id: string }) => id)).toContain(added);
  });

  it('R14: with two hats both end, and each is told once', async () => {
    const { where, child } = await withChild();
    await admit(manager, where, child, cousin, 'read_only');
    const { id } = await engage(manager, where, 'read_write', cousin);
    const mails = await arrivals(world, () => leave(cousin, where));
    expect(told(mails)).toEqual(bothTold(cousin));
    for (const party of [child, id]) {
      expect((await actionsOf(world, party)).at(-1)).toBe('access_left');
      expect(await lineOf(manager, where, party)).toMatchObject({
        right: 'none',
        leftAt: expect.any(String),
      });
    }
    expect((await cousin.client.get(where.path)).status).toBe(404);
  });

  it('R10: also what waits for the code that confirms its number; nothing more is sent of it, and no code opens it', async () => {
    const { where, child } = await withChild();
    const phone = newPhone();
    const { grantId } = await give(manager, where, child, 'read_write', { email: cousin.email, phone });
    expect(await mayLeave(cousin, where)).toEqual([null, true]);
    expect((await leave(cousin, where)).status).toBe(204);
    const owed = await world.owed();
    expect(owed).toContainEqual({ kind: 'settle', grantId, cycle: 1, outcome: 'withdrawn' });
    const mails = await arrivals(world, async () => {});
    expect(mails).toEqual([]);
    expect(await mailKindsTo(world, where, cousin.email)).toEqual(['leaving_confirmed']);
    expect(await grantsOf(world, child)).toMatchObject([
      { state: 'withdrawn', account_id: null, expires_at: null },
    ]);
    expect((await cousin.client.post(`${where.path}/open/code`)).status).toBe(404);
    expect(await mayLeave(cousin, where)).toEqual([null, null]);
  });

  it('R14: an open hat and one that waits for its number end together', async () => {
    const { where, child } = await withChild();
    const { id } = await engage(manager, where, 'read_only', cousin);
    await give(manager, where, child, 'read_write', { email: cousin.email, phone: newPhone() });
    const mails = await arrivals(world, () => leave(cousin, where));
    expect(told(mails)).toEqual(bothTold(cousin));
    for (const party of [child, id]) expect((await lineOf(manager, where, party)).right).toBe('none');
  });

  it('R16: in a closed dossier as well, as a withdrawal', async () => {
    const { where, child } = await withChild();
    await admit(manager, where, child, cousin);
    await turn(manager, where, 'close');
    expect(await mayLeave(cousin, where)).toEqual([true, true]);
    const mails = await arrivals(world, () => leave(cousin, where));
    expect(told(mails)).toEqual(bothTold(cousin));
    expect((await cousin.client.get(where.path)).status).toBe(404);
  });

  it('access until a day: the workflow of its end is told, and nothing more follows', async () => {
    const { where, child } = await withChild();
    const { grantId } = await admit(manager, where, child, cousin);
    const until = '2040-01-31';
    await manager.client.put(linePath(where, child), { right: 'read_only', until });
    await world.deliver();
    await leave(cousin, where);
    expect(await world.owed()).toContainEqual({
      kind: 'expiry',
      grantId,
      dossierId: where.id,
      changed: true,
    });
    const [grant] = await grantsOf(world, child);
    expect(grant!.ended_at!.getTime()).toBeLessThan(grant!.ends_at!.getTime());
  });

  it('who is of the team as well keeps what the team gives', async () => {
    const where = await dossier(manager);
    const colleague = await member(world, team);
    await manager.client.put(`${where.path}/team-access`, {
      mode: 'listed',
      memberIds: [colleague.memberId],
    });
    await engage(manager, where, 'read_only', colleague);
    expect(await mayLeave(colleague, where)).toEqual([true, true]);
    expect((await leave(colleague, where)).status).toBe(204);
    expect((await colleague.client.get(where.path)).body.me).toMatchObject({
      roles: [{ name: 'team_member', right: null }],
      mayLeave: false,
    });
    await expectRefused(world, () => leave(colleague, where), 403, 'not_external');
  });

  it('R2: the manager, who can’t withdraw his own, leaves what he has besides, and isn’t told of what he did', async () => {
    const where = await dossier(manager);
    const next = await member(world, team);
    const { id } = await engage(manager, where, 'read_only', next);
    await manager.client.patch(where.path, 1, { managerId: next.memberId });
    expect((await next.client.put(advisorPath(where, id), { right: 'none' })).body.code).toBe('own_access');
    const mails = await arrivals(world, () => leave(next, where));
    expect(told(mails)).toEqual([`${next.email} You have left a client dossier`]);
    expect((await next.client.get(where.path)).body.me.roles).toEqual([{ name: 'manager', right: null }]);
  });

  it('R1: it is told to whoever manages the dossier when the e-mail goes out', async () => {
    const { where, child } = await withChild();
    await admit(manager, where, child, cousin);
    const next = await member(world, team);
    const mails = await arrivals(world, async () => {
      await leave(cousin, where);
      const { version } = (await manager.client.get(where.path)).body;
      await manager.client.patch(where.path, version, { managerId: next.memberId });
    });
    const ofLeaving = mails.filter(({ subject }) => subject === 'Somebody has left a client dossier');
    expect(recipients(ofLeaving)).toEqual([next.email]);
  });
});

describe('who can’t leave', () => {
  it('R5: holder and co-holder, whatever hat they have besides; the manager can withdraw that one', async () => {
    const where = await dossier(manager, { couple: true });
    const holder = await insider(world, manager, where, where.holderId);
    const coHolder = await insider(world, manager, where, where.coHolderId!, 'read_only');
    const { id } = await engage(manager, where, 'read_write', holder);
    await world.deliver();
    for (const central of [holder, coHolder]) {
      expect(await mayLeave(central, where)).toEqual([false, false]);
      await expectRefused(world, () => leave(central, where), 409, 'access_irrevocable');
    }
    expect((await manager.client.put(advisorPath(where, id), { right: 'none' })).status).toBe(200);
    await expectRefused(world, () => leave(holder, where), 409, 'access_irrevocable');
  });

  it('R5: a central person whose number waits to be confirmed, and who became one while having access', async () => {
    const where = await dossier(manager);
    await give(manager, where, where.holderId, 'read_write', { email: cousin.email, phone: newPhone() });
    expect(await mayLeave(cousin, where)).toEqual([null, false]);
    await expectRefused(world, () => leave(cousin, where), 409, 'access_irrevocable');

    const later = await withChild();
    await admit(manager, later.where, later.child, cousin);
    const marked = await manager.client.patch(`${later.where.path}/family/persons/${later.child}`, 1, {
      central: 'co_holder',
    });
    expect(marked.status).toBe(200);
    await expectRefused(world, () => leave(cousin, later.where), 409, 'access_irrevocable');
  });

  it('R1, R8: the team, with access or without', async () => {
    const where = await dossier(manager);
    const [listed, admin] = [await member(world, team), await member(world, team, 'admin')];
    await manager.client.put(`${where.path}/team-access`, { mode: 'listed', memberIds: [listed.memberId] });
    await admin.client.post(`${where.path}/team-access/self`);
    await world.deliver();
    for (const somebody of [manager, listed, admin, team.admin]) {
      expect(await mayLeave(somebody, where)).toEqual([false, false]);
      const { body } = await expectRefused(world, () => leave(somebody, where), 403, 'not_external');
      expect(body.detail).toContain('hands the dossier over');
    }
  });

  it('R17: who has no access finds nothing, be it withdrawn, over, or in another firm', async () => {
    const { where, child } = await withChild();
    const [colleague, stranger] = [await member(world, team), (await firm(world)).admin];
    for (const somebody of [colleague, stranger, cousin]) {
      await expectRefused(world, () => leave(somebody, where), 404, 'not_found');
    }
    await admit(manager, where, child, cousin);
    await world.owner`update grants set ends_at = now() - interval '1 minute' where person_id = ${child}`;
    expect((await leave(cousin, where)).body.code).toBe('not_found');
    await manager.client.put(linePath(where, child), { right: 'none' });
    await expectRefused(world, () => leave(cousin, where), 404, 'not_found');
    const nowhere = { ...where, path: `/api/dossiers/${child}` };
    await expectRefused(world, () => leave(cousin, nowhere), 404, 'not_found');
  });

  it('R18: nobody by an access of his address that waits, since a date of death was entered', async () => {
    const { where, child } = await withChild();
    await give(manager, where, child, 'read_only', { email: cousin.email, phone: newPhone() });
    await manager.client.patch(`${where.path}/family/persons/${child}`, 1, { deathDate: '2020-01-01' });
    await expectRefused(world, () => leave(cousin, where), 404, 'not_found');
  });

  it('who looks at the dossier as somebody else: a view reads alone', async () => {
    const { where, child } = await withChild();
    await admit(manager, where, child, cousin);
    const view = await manager.client.post(`${where.path}/views`, { kind: 'person', id: child });
    const call = () =>
      manager.client.post(`${where.path}/leave`, undefined, { headers: { 'View-As': view.body.id } });
    await world.deliver();
    await expectRefused(world, call, 403, 'view_only');
    expect((await leave(cousin, where)).status).toBe(204);
  });
});

describe('afterwards', () => {
  it('R3: a holder gives access again to who left, and not to whom the manager withdrew it from', async () => {
    const { where, child } = await withChild();
    const holder = await insider(world, manager, where, where.holderId);
    await admit(manager, where, child, cousin);
    await leave(cousin, where);
    expect(await lineOf(holder, where, child)).toMatchObject({ right: 'none', actions: ['give'] });
    await admit(holder, where, child, cousin);
    expect((await cousin.client.get(where.path)).status).toBe(200);
    expect((await lineOf(holder, where, child)).leftAt).toBeNull();

    // Withdrawn once, he isn't a holder's to let in, also where he left since.
    await manager.client.put(linePath(where, child), { right: 'none' });
    expect((await lineOf(manager, where, child)).leftAt).toBeNull();
    await admit(manager, where, child, cousin);
    await leave(cousin, where);
    const { email, phone } = cousin;
    const again = () => holder.client.put(linePath(where, child), { email, phone, right: 'read_only' });
    await world.deliver();
    await expectRefused(world, again, 403, 'withdrawn_by_manager');
  });

  it('the line, the explanation and the history say that he left, until he has access again', async () => {
    const { where, child } = await withChild();
    await admit(manager, where, child, cousin);
    const why = async () => {
      const query = `kind=person&id=${child}&action=wealth.read`;
      const { body } = await manager.client.get(`${where.path}/access-rights/explain?${query}`);
      return [body.allowed, body.reason];
    };
    expect((await lineOf(manager, where, child)).leftAt).toBeNull();
    await leave(cousin, where);
    const line = await lineOf(manager, where, child);
    expect(line).toMatchObject({
      right: 'none',
      grantId: null,
      leftAt: expect.any(String),
      actions: ['give'],
    });
    expect(await why()).toEqual([false, 'left_dossier']);
    const { items } = (await manager.client.get(`${where.path}/access-rights/history`)).body;
    expect(items[0]).toMatchObject({
      action: 'access_left',
      at: line.leftAt,
      actor: { id: cousin.id },
      subject: { kind: 'person', id: child },
    });
    await admit(manager, where, child, cousin);
    expect(await why()).toEqual([true, 'role_allows']);
    expect((await lineOf(manager, where, child)).leftAt).toBeNull();
  });

  it('R6: an advisor who left can be removed', async () => {
    const where = await dossier(manager);
    const { id } = await engage(manager, where, 'read_only', cousin);
    expect((await manager.client.delete(`${where.path}/advisors/${id}`, 1)).body.code).toBe(
      'advisor_has_access',
    );
    await leave(cousin, where);
    expect((await manager.client.delete(`${where.path}/advisors/${id}`, 1)).status).toBe(204);
  });
});

describe('at once', () => {
  const rounds = 8;
  /** The e-mails about the end of an access, to him and to the manager. */
  const endings = async (where: Dossier) => ({
    his: (await mailKindsTo(world, where, cousin.email)).filter(
      (kind) => kind === 'withdrawn' || kind === 'leaving_confirmed',
    ),
    managers: (await mailKindsTo(world, where, manager.email)).filter((kind) => kind === 'left'),
  });

  it('R12: a leaving and the manager’s withdrawal: one of them ends it, with one e-mail to him', async () => {
    for (let round = 0; round < rounds; round++) {
      const { where, child } = await withChild();
      await admit(manager, where, child, cousin);
      const [left, withdrawn] = await Promise.all([
        leave(cousin, where),
        manager.client.put(linePath(where, child), { right: 'none' }),
      ]);
      expect(withdrawn.status).toBe(200);
      const isLeft = left.status === 204;
      if (!isLeft) expect([left.status, left.body.code]).toEqual([404, 'not_found']);
      const { his, managers } = await endings(where);
      expect(his).toEqual([isLeft ? 'leaving_confirmed' : 'withdrawn']);
      expect(managers).toEqual(isLeft ? ['left'] : []);
      const ends = (await actionsOf(world, child)).filter((one) => /left|withdrawn/.test(one));
      expect(ends).toEqual([isLeft ? 'access_left' : 'access_withdrawn']);
    }
  });

  it('twice: one leaves, the other finds nothing', async () => {
    const { where, child } = await withChild();
    await admit(manager, where, child, cousin);
    await engage(manager, where, 'read_only', cousin);
    const answers = await Promise.all([1, 2, 3].map(() => leave(cousin, where)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect(await endings(where)).toEqual({ his: ['leaving_confirmed'], managers: ['left'] });
  });

  it('R5: a leaving and a mark as central: he left before, or stays for ever', async () => {
    for (let round = 0; round < rounds; round++) {
      const { where, child } = await withChild();
      await admit(manager, where, child, cousin);
      const [left, marked] = await Promise.all([
        leave(cousin, where),
        manager.client.patch(`${where.path}/family/persons/${child}`, 1, { central: 'co_holder' }),
      ]);
      expect(marked.status).toBe(200);
      expect([204, 409]).toContain(left.status);
      const { right } = await lineOf(manager, where, child);
      expect(right).toBe(left.status === 204 ? 'none' : 'read_write');
    }
  });

  it('R14: a leaving and another hat that is given: he leaves all that he had by then', async () => {
    for (let round = 0; round < rounds; round++) {
      const { where, child } = await withChild();
      const { id } = await engage(manager, where, 'read_only', cousin);
      const { email, phone } = cousin;
      const [left, given] = await Promise.all([
        leave(cousin, where),
        manager.client.put(linePath(where, child), { email, phone, right: 'read_write' }),
      ]);
      expect([left.status, given.status]).toEqual([204, 200]);
      expect((await lineOf(manager, where, id)).right).toBe('none');
      expect((await endings(where)).his).toEqual(['leaving_confirmed']);
      // Given before or after: either way the line says what he can do.
      const { right } = await lineOf(manager, where, child);
      expect((await cousin.client.get(where.path)).status).toBe(right === 'none' ? 404 : 200);
    }
  });
});
