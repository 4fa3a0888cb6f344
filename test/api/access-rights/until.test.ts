import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/emails/phrases.ts';
import {
  admit,
  advisorPath,
  arrivals,
  engage,
  everything,
  expectRefused,
  fieldErrors,
  grantsOf,
  lineOf,
  linePath,
  recipients,
  recordsOf,
  register,
} from '../../support/access.ts';
import { tokenIn } from '../../support/inbox.ts';
import { dayIn, endMs } from '../../support/limited.ts';
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
import { createWorld, day, type World } from '../../support/world.ts';

/* Access until a date: who sets it, who is told, and whose access has none. Its end: until-over.test.ts. */

let world: World;
let manager: Somebody;
let cousin: Somebody;
let until: string;
let later: string;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
  const elsewhere = await dossier(manager);
  cousin = await insider(world, manager, elsewhere, await person(manager, elsewhere));
  until = await dayIn(world, 30);
  later = await dayIn(world, 400);
});
afterAll(() => world.close());

const save = (where: Dossier, personId: string, body: object) =>
  manager.client.put(linePath(where, personId), body);
const contact = () => ({ email: newEmail('person'), phone: newPhone() });

/** A person with open access until a day, whose notice has arrived. */
async function opened(last: string | null = until) {
  const where = await dossier(manager);
  const child = await person(manager, where);
  const { email, phone } = cousin;
  const { body } = await save(where, child, { email, phone, right: 'read_only', until: last });
  await world.deliver();
  return { where, child, grantId: body.grantId as string, line: body };
}

describe('the last day of an access', () => {
  it('is given with the right, shown in the line, recorded, and said in the notice; its end is owed', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const mails = await arrivals(world, async () => {
      const { email, phone } = cousin;
      const answer = await save(where, child, { email, phone, right: 'read_only', until });
      expect(answer).toMatchObject({ status: 200, body: { until, open: true } });
      expect(await world.owed()).toContainEqual({
        kind: 'expiry',
        grantId: answer.body.grantId,
        dossierId: where.id,
        changed: false,
      });
    });
    expect(recipients(mails)).toEqual([cousin.email]);
    expect(mails[0]!.text).toContain(`This access lasts until ${dayOf(until, 'en')}, that day included.`);
    expect(await lineOf(manager, where, child)).toMatchObject({ until });
    expect((await recordsOf(world, child))[0]).toMatchObject({
      action: 'access_given',
      after: { right: 'read_only', until },
    });
    const [grant] = await grantsOf(world, child);
    expect(grant!.ends_at!.getTime()).toBe(endMs(until));
    expect(endMs(until) - grant!.warns_at!.getTime()).toBeGreaterThanOrEqual(7 * day - day / 24);
  });

  it('may be today, and is told beforehand only where 7 days are left', async () => {
    const today = await dayIn(world, 0);
    const { child, line } = await opened(today);
    expect(line.until).toBe(today);
    expect(await grantsOf(world, child)).toMatchObject([{ warns_at: null, ended_at: null }]);
  });

  it('left out of a save stays; null removes it; access given without it has none', async () => {
    const { where, child } = await opened();
    expect((await save(where, child, { right: 'read_write' })).body).toMatchObject({ until });
    expect((await save(where, child, { right: 'read_write', until: null })).body.until).toBeNull();
    expect(await grantsOf(world, child)).toMatchObject([{ ends_at: null, warns_at: null }]);
    const other = await person(manager, where);
    expect((await give(manager, where, other)).line.until).toBeNull();
  });

  it('R12: changed alone, it sends exactly one e-mail, which says it; and R16: before and after', async () => {
    const { where, child, grantId } = await opened();
    const mails = await arrivals(world, async () => {
      await save(where, child, { right: 'read_only', until: later });
      expect(await world.owed()).toContainEqual({
        kind: 'expiry',
        grantId,
        dossierId: where.id,
        changed: true,
      });
    });
    expect(recipients(mails)).toEqual([cousin.email]);
    expect(mails[0]!.subject).toBe('The end date of your access to a client dossier has changed');
    expect(mails[0]!.text).toContain(dayOf(later, 'en'));
    expect(mails[0]!.text).toContain('is still: read only');
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      action: 'access_changed',
      actorId: manager.id,
      before: { until },
      after: { until: later },
    });
  });

  it('R12: changed with the right, it sends one e-mail about both', async () => {
    const { where, child } = await opened();
    const mails = await arrivals(world, () => save(where, child, { right: 'read_write', until: later }));
    expect(mails.map((mail) => mail.subject)).toEqual(['Your access right to a client dossier has changed']);
    expect(mails[0]!.text).toContain('is now: read and write');
    expect(mails[0]!.text).toContain(dayOf(later, 'en'));
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      before: { right: 'read_only', until },
      after: { right: 'read_write', until: later },
    });
  });

  it('R12: removed, it sends one e-mail that says so', async () => {
    const { where, child } = await opened();
    const mails = await arrivals(world, () => save(where, child, { right: 'read_only', until: null }));
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text).toContain('This access no longer has an end date.');
  });

  it('R12: saved again, it changes nothing: no e-mail, no record, nothing owed', async () => {
    const { where, child } = await opened();
    const before = await everything(world);
    expect((await save(where, child, { right: 'read_only', until })).status).toBe(200);
    expect(await everything(world)).toEqual(before);
  });

  it('R12: changed while pending, it sends nothing; the link’s page and later e-mails show it', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where, { language: 'en' });
    const { email } = await give(manager, where, child);
    await world.deliver();
    const mails = await arrivals(world, () => save(where, child, { right: 'read_write', until }));
    expect(mails).toEqual([]);
    const link = `/api/invitations/${tokenIn(world.inbox.to(email)[0]!)}`;
    expect((await world.client().get(link)).body).toMatchObject({ until });
    const resent = await arrivals(world, () =>
      manager.client.post(`${linePath(where, child)}/invitation/resend`),
    );
    expect(resent[0]!.text).toContain(dayOf(until, 'en'));
  });

  it('is set for an advisor in the same way', async () => {
    const where = await dossier(manager);
    const { id } = await register(manager, where);
    const path = advisorPath(where, id);
    expect((await manager.client.put(path, { right: 'read_only', until })).body).toMatchObject({ until });
    expect((await manager.client.put(path, { right: 'read_only' })).body).toMatchObject({ until });
    expect((await manager.client.put(path, { right: 'read_only', until: null })).body.until).toBeNull();
  });

  it('stays when an advisor’s address is corrected', async () => {
    const where = await dossier(manager);
    const { id, version } = await engage(manager, where);
    await manager.client.put(advisorPath(where, id), { right: 'read_write', until });
    const path = `${where.path}/advisors/${id}`;
    expect((await manager.client.patch(path, version, { email: newEmail('notary') })).status).toBe(200);
    expect(await lineOf(manager, where, id)).toMatchObject({ until });
  });

  it.each([
    ['yesterday', () => dayIn(world, -1), 'in_the_past'],
    ['51 years from now', () => dayIn(world, 51 * 366), 'too_far'],
    ['no ISO day', async () => '2027-2-28', 'invalid_format'],
    ['a day that isn’t', async () => '2027-02-29', 'invalid_format'],
    ['an instant', async () => '2027-02-28T12:00:00Z', 'invalid_format'],
    ['a number', async () => 20270228, 'invalid_type'],
  ])('%s is refused by its field', async (_what, value, code) => {
    const { where, child } = await opened();
    const { id } = await engage(manager, where);
    await world.deliver();
    const body = { right: 'read_write', until: await value() };
    for (const path of [linePath(where, child), advisorPath(where, id)]) {
      const answer = await expectRefused(world, () => manager.client.put(path, body), 422, 'invalid');
      expect(fieldErrors(answer)).toEqual([['until', code]]);
    }
  });
});

describe('R5: a central person', () => {
  it('is given no end among several: his line is refused, and nothing of the others saved', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const many = [child, where.holderId].map((id) => ({ id, ...contact(), right: 'read_only', until }));
    const giving = (persons: object[]) =>
      manager.client.put(`${where.path}/access-rights`, { persons, advisors: [] });
    const answer = await giving(many);
    expect([answer.status, answer.body.code]).toEqual([409, 'central_without_end']);
    expect(fieldErrors(answer)).toEqual([['persons.1.right', 'central_without_end']]);
    expect(await lineOf(manager, where, child)).toMatchObject({ right: 'none', until: null });
    expect((await giving(many.slice(0, 1))).status).toBe(200);
    expect(await lineOf(manager, where, child)).toMatchObject({ right: 'read_only', until });
  });

  it('is given no end: neither with the access nor later', async () => {
    const where = await dossier(manager);
    const giving = () => save(where, where.holderId, { ...contact(), right: 'read_only', until });
    await expectRefused(world, giving, 409, 'central_without_end');
    await give(manager, where, where.holderId);
    const changing = () => save(where, where.holderId, { right: 'read_write', until });
    await expectRefused(world, changing, 409, 'central_without_end');
    expect((await save(where, where.holderId, { right: 'read_only', until: null })).status).toBe(200);
  });

  it('is nobody whose access has an end: it is removed first', async () => {
    const { where, child } = await opened();
    const mark = () =>
      manager.client.patch(`${where.path}/family/persons/${child}`, 1, { central: 'co_holder' });
    await expectRefused(world, mark, 409, 'central_without_end');
    await save(where, child, { right: 'read_only', until: null });
    expect((await mark()).status).toBe(200);
    const end = () => save(where, child, { right: 'read_only', until });
    await expectRefused(world, end, 409, 'central_without_end');
  });
});

describe('R3: a holder', () => {
  async function family() {
    const where = await dossier(manager);
    const elsewhere = await dossier(manager);
    const holder = await insider(world, manager, elsewhere, await person(manager, elsewhere));
    await admit(manager, where, where.holderId, holder);
    const child = await person(manager, where, { language: 'en' });
    await world.deliver();
    return { where, child, holder, path: linePath(where, child) };
  }

  it('gives access until a day, and the manager is told which', async () => {
    const { holder, path } = await family();
    const mails = await arrivals(world, async () => {
      const answer = await holder.client.put(path, { ...contact(), right: 'read_only', until });
      expect(answer).toMatchObject({ status: 200, body: { until } });
    });
    const toManager = mails.find((mail) => mail.to === manager.email)!;
    expect(toManager.subject).toBe('A holder has given access to a client dossier');
    expect(toManager.text).toContain(dayOf(until, 'en'));
  });

  it('doesn’t move it later, nor take it away, whatever else the body is', async () => {
    const { holder, path } = await family();
    const typed = contact();
    await holder.client.put(path, { ...typed, right: 'read_only', until });
    for (const value of [later, null, 'garbage', 7]) {
      const move = () => holder.client.put(path, { ...typed, right: 'read_only', until: value, what: 1 });
      await expectRefused(world, move, 403, 'not_permitted');
    }
    const corrected = await holder.client.put(path, {
      ...typed,
      phone: newPhone(),
      right: 'read_only',
      until,
    });
    expect(corrected).toMatchObject({ status: 200, body: { until } });
    expect((await holder.client.put(path, { phone: newPhone(), right: 'read_only' })).body.until).toBe(until);
  });

  it('sets no end to access that the manager gave', async () => {
    const { where, holder, child, path } = await family();
    await give(manager, where, child, 'read_only');
    const end = () => holder.client.put(path, { right: 'read_only', until });
    await expectRefused(world, end, 403, 'not_permitted');
  });
});
