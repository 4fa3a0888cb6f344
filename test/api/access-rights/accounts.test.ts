import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOf,
  admit,
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
import { tokenIn } from '../../support/inbox.ts';
import {
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

/* R10, R11, R14: access given to an address that has an account. */

let world: World;
let manager: Somebody;
/** Somebody with an account, of another firm's dossier. */
let cousin: Somebody;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
  const other = await member(world, await firm(world, 'Rivale'));
  const elsewhere = await dossier(other);
  cousin = await insider(world, other, elsewhere, await person(other, elsewhere));
});
afterAll(() => world.close());

/** A dossier with a person, who is given access with the cousin's address and another number. */
async function unconfirmed() {
  const where = await dossier(manager);
  const child = await person(manager, where);
  const phone = newPhone();
  const mails = await arrivals(world, () =>
    give(manager, where, child, 'read_write', { email: cousin.email, phone }),
  );
  return { where, child, phone, mails, path: linePath(where, child) };
}

describe('R10: the number typed is the account’s', () => {
  it('R10, R11: it opens at once, with one notice and no reminder owed', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const mails = await arrivals(world, async () => {
      const body = { email: cousin.email.toUpperCase(), phone: cousin.phone, right: 'read_only' };
      const answer = await manager.client.put(linePath(where, child), body);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        email: cousin.email,
        open: true,
        actions: ['change', 'withdraw'],
      });
      expect((await cousin.client.get(where.path)).body.me.roles).toEqual([
        { name: 'family_member', right: 'read_only' },
      ]);
    });
    expect(recipients(mails)).toEqual([cousin.email]);
    expect(mails[0]!.subject).toBe('New access to a client dossier');
    expect(mails[0]!.text).toContain('Sign in as usual, with your e-mail address');
    expect(mails[0]!.text).not.toContain('/invitations/');
    expect(await mailKindsTo(world, where, cousin.email)).toEqual(['new_access']);
    expect(await world.owed()).toEqual([]);
    expect(await grantsOf(world, child)).toMatchObject([
      { account_id: cousin.id, state: 'notified', next_reminder_at: null, expires_at: null },
    ]);
    expect(await actionsOf(world, child)).toEqual(['access_given', 'access_opened']);
    const resend = () => manager.client.post(`${linePath(where, child)}/invitation/resend`);
    await expectRefused(world, resend, 409, 'already_open');
  });

  it('R10: the language of the notice is the account’s', async () => {
    await world.owner`update accounts set language = 'nl' where id = ${cousin.id}`;
    const where = await dossier(manager);
    const child = await person(manager, where, { language: 'fr' });
    const [mail] = await arrivals(world, () => admit(manager, where, child, cousin));
    await world.owner`update accounts set language = 'en' where id = ${cousin.id}`;
    expect(mail!.subject).toBe('Nieuwe toegang tot een cliëntdossier');
  });
});

describe('R10: the number typed is another', () => {
  it('R10, R17: pending until the code is entered; the line shows what was typed, never the account’s', async () => {
    const { where, child, phone, mails, path } = await unconfirmed();
    expect(recipients(mails)).toEqual([cousin.email]);
    expect(mails[0]!.text).toContain('enter the code that we send to the number given');
    expect(mails[0]!.text).not.toContain('/invitations/');
    expect(JSON.stringify(mails[0]!.mail)).not.toContain(phone);
    expect(await lineOf(manager, where, child)).toMatchObject({
      email: cousin.email,
      phone,
      open: false,
      invitation: { state: 'notified', nextReminderAt: null, expiresAt: null },
      actions: ['change', 'correct', 'withdraw', 'resend'],
    });
    const { client } = cousin;
    const closed = [where.path, `${where.path}/family`, `${where.path}/access-rights`];
    for (const address of closed) {
      await expectRefused(world, () => client.get(address), 403, 'number_unconfirmed');
    }
    const { items } = (await client.get('/api/dossiers?limit=200')).body;
    expect(items.find(({ id }: { id: string }) => id === where.id).me).toEqual({
      roles: [],
      numberUnconfirmed: true,
      mayLeave: true,
    });

    expect((await client.post(`${where.path}/open/code`)).status).toBe(204);
    const code = world.inbox.codeFor(phone);
    const wrong = code === '000000' ? '000001' : '000000';
    await expectRefused(world, () => client.post(`${where.path}/open`, { code: wrong }), 400, 'bad_code');
    await expectRefused(world, () => client.post(`${where.path}/open`, { code: 'abc' }), 422, 'invalid');
    expect((await client.post(`${where.path}/open`, { code })).status).toBe(204);
    expect((await client.get(where.path)).body.me.roles).toEqual([
      { name: 'family_member', right: 'read_write' },
    ]);
    expect(await lineOf(manager, where, child)).toMatchObject({ phone, open: true, right: 'read_write' });
    expect((await client.get('/api/me')).body.phone).toBe(cousin.phone);
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      action: 'access_opened',
      actorId: cousin.id,
    });
    await expectRefused(world, () => client.post(`${where.path}/open`, { code }), 409, 'already_open');
    await expectRefused(world, () => client.post(`${where.path}/open/code`), 409, 'already_open');
    const correct = { email: newEmail('x'), right: 'read_write' };
    await expectRefused(world, () => manager.client.put(path, correct), 409, 'account_exists');
  });

  it('R10, R17: only that account may ask for the code; to others the dossier isn’t there', async () => {
    const { where } = await unconfirmed();
    const stranger = (await firm(world, 'Tierce')).admin;
    await expectRefused(world, () => stranger.client.post(`${where.path}/open/code`), 404, 'not_found');
    const open = () => stranger.client.post(`${where.path}/open`, { code: '123456' });
    await expectRefused(world, open, 404, 'not_found');
    await expectRefused(world, () => world.client().post(`${where.path}/open/code`), 401, 'not_signed_in');
  });

  it('R10, R11: the phone corrected to the account’s opens it at once, and sends nothing', async () => {
    const { where, child, path } = await unconfirmed();
    const mails = await arrivals(world, async () => {
      const answer = await manager.client.put(path, { phone: cousin.phone, right: 'read_write' });
      expect([answer.status, answer.body.open]).toEqual([200, true]);
    });
    expect(mails).toEqual([]);
    expect((await cousin.client.get(where.path)).status).toBe(200);
    expect(await actionsOf(world, child)).toEqual(['access_given', 'contact_corrected', 'access_opened']);
    expect(await grantsOf(world, child)).toMatchObject([{ cycle: 1, account_id: cousin.id }]);
  });

  it('R10, R13: the code of a number corrected since opens nothing', async () => {
    const { where, phone, path } = await unconfirmed();
    await cousin.client.post(`${where.path}/open/code`);
    const code = world.inbox.codeFor(phone);
    await manager.client.put(path, { phone: newPhone(), right: 'read_write' });
    await expectRefused(world, () => cousin.client.post(`${where.path}/open`, { code }), 400, 'bad_code');
    expect((await cousin.client.get(where.path)).status).toBe(403);
  });

  it('R13: a resend repeats the notice; another address begins a new cycle there', async () => {
    const { where, child, path, phone } = await unconfirmed();
    const repeated = await arrivals(world, async () => {
      expect((await manager.client.post(`${path}/invitation/resend`)).status).toBe(202);
    });
    expect(repeated.map((mail) => [mail.to, mail.subject])).toEqual([
      [cousin.email, 'New access to a client dossier'],
    ]);
    const email = newEmail('right');
    const corrected = await arrivals(world, () => manager.client.put(path, { email, right: 'read_write' }));
    expect(corrected.map((mail) => [mail.to, mail.subject])).toEqual([
      [email, 'Invitation to a client dossier'],
    ]);
    expect(await grantsOf(world, child)).toMatchObject([{ cycle: 2, phone, email }]);
    expect((await cousin.client.get(where.path)).status).toBe(404);
  });

  it('R11, R13: an invitation corrected to an account’s address and number opens; its link dies', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const { email } = await give(manager, where, child);
    await world.deliver();
    const token = tokenIn(world.inbox.to(email)[0]!);
    const mails = await arrivals(world, async () => {
      const body = { email: cousin.email, phone: cousin.phone, right: 'read_write' };
      expect((await manager.client.put(linePath(where, child), body)).body.open).toBe(true);
    });
    expect(mails.map((mail) => [mail.to, mail.subject])).toEqual([
      [cousin.email, 'New access to a client dossier'],
    ]);
    expect((await world.client().get(`/api/invitations/${token}`)).status).toBe(404);
    expect((await cousin.client.get(where.path)).status).toBe(200);
  });
});

describe('R11: an open grant never binds anew', () => {
  it('R11: another address or number is refused; the same with another level is a change', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    await admit(manager, where, child, cousin);
    const path = linePath(where, child);
    const bodies = [
      { email: newEmail('x') },
      { phone: newPhone() },
      { email: newEmail('x'), phone: newPhone() },
    ];
    for (const body of bodies) {
      const save = () => manager.client.put(path, { ...body, right: 'read_only' });
      await expectRefused(world, save, 409, 'account_exists');
    }
    const body = { email: cousin.email.toUpperCase(), phone: cousin.phone, right: 'read_only' };
    const changed = await manager.client.put(path, body);
    expect([changed.status, changed.body.right]).toEqual([200, 'read_only']);
  });

  it('R11: withdrawn and given again, it is another grant', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const first = await admit(manager, where, child, cousin);
    await manager.client.put(linePath(where, child), { right: 'none' });
    expect((await cousin.client.get(where.path)).status).toBe(404);
    const second = await admit(manager, where, child, cousin, 'read_only');
    expect(second.grantId).not.toBe(first.grantId);
    expect(await grantsOf(world, child)).toMatchObject([
      { id: first.grantId, right: 'read_write', ended_at: expect.any(Date) },
      { id: second.grantId, right: 'read_only', ended_at: null },
    ]);
    expect((await cousin.client.get(where.path)).status).toBe(200);
  });
});

describe('R14: several hats of one account', () => {
  const meOf = async (somebody: Somebody, { path }: { path: string }) =>
    (await somebody.client.get(path)).body.me;

  it('R14: family member read_only and advisor read_write: the most of each section', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    await admit(manager, where, child, cousin, 'read_only');
    const advisor = await engage(manager, where, 'read_write', cousin);
    expect(await meOf(cousin, where)).toEqual({
      roles: expect.arrayContaining([
        { name: 'family_member', right: 'read_only' },
        { name: 'advisor', right: 'read_write' },
      ]),
      capabilities: {
        family: 'write',
        wealth: 'write',
        donations: 'write',
        simulations: 'read',
        reports: 'read',
        familyAccess: 'none',
        advisorAccess: 'none',
        settings: 'none',
      },
      mayLeave: true,
    });
    const add = () =>
      cousin.client.post(`${where.path}/family/persons`, { firstName: 'Zoé', lastName: 'Dupont' });
    expect((await add()).status).toBe(201);
    await manager.client.put(`${where.path}/access-rights/advisors/${advisor.id}`, { right: 'none' });
    await expectRefused(world, add, 403, 'not_permitted');
    expect((await meOf(cousin, where)).roles).toEqual([{ name: 'family_member', right: 'read_only' }]);
  });

  it('R14, R3: holder read_only and advisor read_write: he writes, but gives at most read_only', async () => {
    const where = await dossier(manager);
    await admit(manager, where, where.holderId, cousin, 'read_only');
    await engage(manager, where, 'read_write', cousin);
    const { capabilities } = await meOf(cousin, where);
    expect(capabilities).toMatchObject({ family: 'write', reports: 'read', familyAccess: 'give' });
    // He may write as an advisor, but as a holder he gives at most read_only.
    const child = await person(manager, where);
    const save = (right: string) =>
      cousin.client.put(linePath(where, child), { email: newEmail('x'), phone: newPhone(), right });
    await expectRefused(world, () => save('read_write'), 403, 'above_own_level');
    expect((await save('read_only')).status).toBe(200);
  });

  it('R14: one hat open, the other unconfirmed: he is in with the open one', async () => {
    const { where } = await unconfirmed();
    await engage(manager, where, 'read_only', cousin);
    expect((await meOf(cousin, where)).roles).toEqual([{ name: 'advisor', right: 'read_only' }]);
  });
});
