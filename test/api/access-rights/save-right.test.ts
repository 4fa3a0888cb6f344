import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOf,
  admit,
  advisorPath,
  arrivals,
  engage,
  everything,
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
  type Dossier,
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

/* R12, R13: what a changed, withdrawn or corrected access sends, and what it doesn't. */

let world: World;
let manager: Somebody;
let cousin: Somebody;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
  const elsewhere = await dossier(manager);
  cousin = await insider(world, manager, elsewhere, await person(manager, elsewhere));
});
afterAll(() => world.close());

const save = (where: Dossier, personId: string, body: object) =>
  manager.client.put(linePath(where, personId), body);

/** A person with open access, whose notice has arrived. */
async function opened() {
  const where = await dossier(manager);
  const child = await person(manager, where, { language: 'en' });
  const { grantId } = await admit(manager, where, child, cousin);
  await world.deliver();
  return { where, child, grantId };
}

/** A person who is invited; with `sent: false`, nothing has left yet. */
async function invited({ sent = true } = {}) {
  const where = await dossier(manager);
  const child = await person(manager, where, { language: 'en' });
  const given = await give(manager, where, child);
  if (sent) await world.deliver();
  return { where, child, ...given };
}

const isAlive = async (token: string) => (await world.client().get(`/api/invitations/${token}`)).status;

describe('R12: a right changed while open', () => {
  it('R12, R16: sends exactly one e-mail, and records before and after', async () => {
    const { where, child, grantId } = await opened();
    const mails = await arrivals(world, async () => {
      const answer = await save(where, child, { right: 'read_only' });
      expect(answer.body).toMatchObject({ right: 'read_only', grantId, open: true });
      expect(await world.owed()).toEqual([
        { kind: 'mail', mailId: expect.any(String), mailKind: 'right_changed', dossierId: where.id },
      ]);
    });
    expect(recipients(mails)).toEqual([cousin.email]);
    expect(mails[0]!.subject).toBe('Your access right to a client dossier has changed');
    expect(mails[0]!.text).toContain('is now: read only');
    expect(mails[0]!.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      action: 'access_changed',
      actorId: manager.id,
      before: { right: 'read_write' },
      after: { right: 'read_only' },
    });
    const { body } = await cousin.client.get(where.path);
    expect(body.me.roles).toEqual([{ name: 'family_member', right: 'read_only' }]);
    expect((await cousin.client.get(`${where.path}/family`)).status).toBe(200);
    const write = { firstName: 'A', lastName: 'B' };
    const add = () => cousin.client.post(`${where.path}/family/persons`, write);
    await expectRefused(world, add, 403, 'not_permitted');
  });

  it('R12: saved again without a change: no e-mail, nothing owed, no record, no row touched', async () => {
    const { where, child } = await opened();
    const waiting = await invited();
    const { id: advisor } = await engage(manager, where);
    await world.deliver();
    const before = await everything(world);
    const { email, phone } = cousin;
    const answers = [
      await save(where, child, { right: 'read_write' }),
      await save(where, child, { email: email.toUpperCase(), phone, right: 'read_write' }),
      await save(waiting.where, waiting.child, { right: 'read_write' }),
      await save(waiting.where, waiting.child, {
        email: waiting.email,
        phone: waiting.phone.replace('+32', '+32 '),
        right: 'read_write',
      }),
      await manager.client.put(advisorPath(where, advisor), { right: 'read_write' }),
      await save(where, where.holderId, { right: 'none' }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await everything(world)).toEqual(before);
  });

  it('R12: withdrawn: one e-mail, the door closes, and nothing is left to do', async () => {
    const { where, child } = await opened();
    const mails = await arrivals(world, async () => {
      const answer = await save(where, child, { right: 'none' });
      expect(answer.body).toMatchObject({
        right: 'none',
        grantId: null,
        email: null,
        phone: null,
        open: false,
        invitation: null,
        actions: ['give'],
      });
      await expectRefused(world, () => cousin.client.get(where.path), 404, 'not_found');
    });
    expect(mails.map((mail) => [mail.to, mail.subject])).toEqual([
      [cousin.email, 'Your access to a client dossier has been withdrawn'],
    ]);
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      action: 'access_withdrawn',
      actorId: manager.id,
      before: { right: 'read_write' },
    });
    const { items } = (await cousin.client.get('/api/dossiers?limit=200')).body;
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(where.id);
    expect(await arrivals(world, () => save(where, child, { right: 'none' }))).toEqual([]);
  });

  it('R12: the withdrawal needs no contact data, and no valid ones are asked for', async () => {
    const { where, child } = await opened();
    expect((await save(where, child, { right: 'none', email: newEmail('x') })).status).toBe(200);
  });
});

describe('R12: while pending', () => {
  it('R12: a changed level sends nothing, and the next e-mail shows the current one', async () => {
    const { where, child, email } = await invited();
    const silent = await arrivals(world, async () => {
      expect((await save(where, child, { right: 'read_only' })).body.right).toBe('read_only');
      expect(await world.owed()).toEqual([]);
    });
    expect(silent).toEqual([]);
    expect(await actionsOf(world, child)).toEqual(['access_given', 'access_changed']);
    const [resent] = await arrivals(world, () =>
      manager.client.post(`${linePath(where, child)}/invitation/resend`),
    );
    expect(resent!.to).toBe(email);
    expect(resent!.text).toContain('Your access right: read only');
    expect(world.inbox.to(email)[0]!.text).toContain('Your access right: read and write');
    const view = await world.client().get(`/api/invitations/${tokenIn(world.inbox.to(email)[0]!)}`);
    expect(view.body.right).toBe('read_only');
  });

  it('R12: changed before the invitation left, it already shows the current level', async () => {
    const { where, child, email } = await invited({ sent: false });
    await save(where, child, { right: 'read_only' });
    await world.deliver();
    expect(world.inbox.to(email).map((mail) => mail.text)).toEqual([
      expect.stringContaining('Your access right: read only'),
    ]);
  });

  it('R12, R13: withdrawn after it was written to: one e-mail, the link dies, the workflow is told', async () => {
    const { where, child, email, grantId } = await invited();
    const token = tokenIn(world.inbox.to(email)[0]!);
    expect(await isAlive(token)).toBe(200);
    const mails = await arrivals(world, async () => {
      await save(where, child, { right: 'none' });
      expect(await world.owed()).toEqual([
        { kind: 'mail', mailId: expect.any(String), mailKind: 'withdrawn', dossierId: where.id },
        { kind: 'settle', grantId, cycle: 1, outcome: 'withdrawn' },
      ]);
    });
    expect(recipients(mails)).toEqual([email]);
    expect(await isAlive(token)).toBe(404);
    expect((await world.client().post(`/api/invitations/${token}/code`)).status).toBe(404);
    expect(await grantsOf(world, child)).toMatchObject([
      { state: 'withdrawn', ended_at: expect.any(Date), next_reminder_at: null, expires_at: null },
    ]);
  });

  it('R12: withdrawn before anything was sent: no e-mail at all', async () => {
    const { where, child, email } = await invited({ sent: false });
    await save(where, child, { right: 'none' });
    await world.deliver();
    expect(world.inbox.to(email)).toEqual([]);
    expect(await mailKindsTo(world, where, email)).toEqual([]);
    expect(await actionsOf(world, child)).toEqual(['access_given', 'access_withdrawn']);
  });

  it('R12: an address that the mail server refused wasn’t written to', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const email = newEmail('refused');
    world.inbox.refuse(email, 550);
    await give(manager, where, child, 'read_write', { email, phone: newPhone() });
    await world.deliver();
    expect((await lineOf(manager, where, child)).invitation.state).toBe('undeliverable');
    expect(await arrivals(world, () => save(where, child, { right: 'none' }))).toEqual([]);
    expect(await mailKindsTo(world, where, email)).toEqual(['invitation']);
  });

  it('R12: written to in an earlier cycle is written to; the address given up isn’t told', async () => {
    const { where, child, email } = await invited();
    const second = newEmail('second');
    await save(where, child, { email: second, right: 'read_write' });
    await world.deliver();
    await save(where, child, { email, right: 'read_write' });
    await save(where, child, { right: 'none' });
    const before = world.inbox.received.length;
    await world.deliver();
    expect(world.inbox.received.slice(before).map((mail) => [mail.to, mail.subject])).toEqual([
      [email, 'Your access to a client dossier has been withdrawn'],
    ]);
  });
});

describe('R13: contact data corrected while pending', () => {
  it('R13: another address kills the old links and starts a new cycle there', async () => {
    const { where, child, email, phone, grantId } = await invited();
    await manager.client.post(`${linePath(where, child)}/invitation/resend`);
    await world.deliver();
    const tokens = world.inbox.to(email).map(tokenIn);
    expect(new Set(tokens).size).toBe(2);
    const second = newEmail('second');
    const mails = await arrivals(world, async () => {
      const answer = await save(where, child, { email: second, right: 'read_write' });
      expect(answer.body).toMatchObject({
        email: second,
        phone,
        grantId,
        invitation: { state: 'queued', sentAt: null, remindersSent: 0, expiresAt: null, lastDelivery: null },
      });
      expect(await world.owed()).toEqual([
        { kind: 'invite', grantId, cycle: 2, partyKind: 'person', dossierId: where.id },
      ]);
      for (const token of tokens) expect(await isAlive(token)).toBe(404);
    });
    expect(recipients(mails)).toEqual([second]);
    expect(await isAlive(tokenIn(mails[0]!))).toBe(200);
    expect(world.inbox.to(email)).toHaveLength(2);
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      action: 'contact_corrected',
      after: { fields: ['email'] },
      details: { before: { email, phone }, after: { email: second, phone } },
    });
  });

  it('R13: back to the first address, its old link stays dead', async () => {
    const { where, child, email } = await invited();
    const token = tokenIn(world.inbox.to(email)[0]!);
    await save(where, child, { email: newEmail('second'), right: 'read_write' });
    await save(where, child, { email, right: 'read_write' });
    await world.deliver();
    expect(await isAlive(token)).toBe(404);
    expect(await isAlive(tokenIn(world.inbox.to(email).at(-1)!))).toBe(200);
    expect(await grantsOf(world, child)).toMatchObject([{ cycle: 3, email }]);
  });

  it('R13: a new number alone starts nothing; the code goes to the new one', async () => {
    const { where, child, email, phone } = await invited();
    const token = tokenIn(world.inbox.to(email)[0]!);
    const before = await lineOf(manager, where, child);
    const other = newPhone();
    const mails = await arrivals(world, async () => {
      const answer = await save(where, child, { phone: other, right: 'read_write' });
      expect(answer.body).toEqual({ ...before, phone: other });
      expect(await world.owed()).toEqual([]);
    });
    expect(mails).toEqual([]);
    expect(await grantsOf(world, child)).toMatchObject([{ cycle: 1, phone: other }]);
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      action: 'contact_corrected',
      after: { fields: ['phone'] },
      details: { before: { phone }, after: { phone: other } },
    });
    expect((await world.client().post(`/api/invitations/${token}/code`)).status).toBe(204);
    expect(world.inbox.codeFor(other)).toMatch(/^\d{6}$/);
    expect(world.inbox.to(`${phone}@sms.localhost`)).toEqual([]);
  });

  it('R12, R13: address and level together: one e-mail, with the new level, to the new address', async () => {
    const { where, child } = await invited();
    const email = newEmail('second');
    const mails = await arrivals(world, () =>
      save(where, child, { email, phone: newPhone(), right: 'read_only' }),
    );
    expect(recipients(mails)).toEqual([email]);
    expect(mails[0]!.text).toContain('Your access right: read only');
    expect(await actionsOf(world, child)).toEqual(['access_given', 'access_changed', 'contact_corrected']);
  });

  it('R13: corrected before the first e-mail left: the old address never gets one', async () => {
    const { where, child, email } = await invited({ sent: false });
    const second = newEmail('second');
    await save(where, child, { email: second, right: 'read_write' });
    await world.deliver();
    expect([world.inbox.to(email).length, world.inbox.to(second).length]).toEqual([0, 1]);
  });
});
