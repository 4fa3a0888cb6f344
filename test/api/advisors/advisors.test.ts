import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOf,
  advisorPath,
  arrivals,
  engage,
  everything,
  expectRefused,
  fieldErrors,
  grantsOf,
  lineOf,
  recipients,
  recordsOf,
  register,
} from '../../support/access.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
  accept,
  type Dossier,
  dossier,
  firm,
  insider,
  member,
  newEmail,
  newPhone,
  person,
  type Somebody,
} from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* R6: an advisor is registered first; access comes after, and goes before he does. */

let world: World;
let manager: Somebody & { memberId: string };
let cousin: Somebody;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
  const elsewhere = await dossier(manager);
  cousin = await insider(world, manager, elsewhere, await person(manager, elsewhere));
});
afterAll(() => world.close());

const registration = () => ({
  firstName: 'Nora',
  lastName: 'Notaire',
  email: newEmail('nora'),
  phone: newPhone(),
  language: 'nl',
  type: 'notary',
});
const post = ({ path }: Dossier, body: object, headers: Record<string, string> = {}) =>
  manager.client.post(`${path}/advisors`, body, { headers });
const patch = ({ path }: Dossier, id: string, version: number | null, body: object) =>
  manager.client.patch(`${path}/advisors/${id}`, version, body);
const remove = ({ path }: Dossier, id: string, version: number | null) =>
  manager.client.delete(`${path}/advisors/${id}`, version);
const give = (where: Dossier, id: string, right: string) =>
  manager.client.put(advisorPath(where, id), { right });
const statusOf = async (token: string) => (await world.client().get(`/api/invitations/${token}`)).status;

describe('R6: registering', () => {
  it('R6: keeps what was typed, gives no access and sends nothing', async () => {
    const where = await dossier(manager);
    const fields = registration();
    const body = {
      ...fields,
      email: fields.email.toUpperCase(),
      phone: '+32 470 98 76 54',
      firmName: 'Étude Lambert',
    };
    const mails = await arrivals(world, async () => {
      const answer = await post(where, body);
      expect(answer.status).toBe(201);
      expect(answer.headers.get('etag')).toBe('"1"');
      const { id } = answer.body;
      const registered = {
        ...body,
        id,
        email: fields.email,
        phone: '+32470987654',
        typeText: null,
        version: 1,
      };
      expect(answer.body).toEqual(registered);
      expect((await manager.client.get(`${where.path}/advisors`)).body.items).toEqual([registered]);
      expect(await lineOf(manager, where, id)).toMatchObject({
        party: { kind: 'advisor', id, name: 'Nora Notaire', type: 'notary' },
        email: fields.email,
        phone: '+32470987654',
        right: 'none',
        grantId: null,
        revocable: true,
        actions: ['give'],
      });
      expect(await world.owed()).toEqual([]);
      expect(await grantsOf(world, id)).toEqual([]);
      expect(await recordsOf(world, id)).toMatchObject([
        { action: 'advisor_registered', actorId: manager.id, after: { type: 'notary' } },
      ]);
    });
    expect(mails).toEqual([]);
  });

  it('R6: every type; a text with `other`, and with it alone', async () => {
    const where = await dossier(manager);
    const types = 'banker notary lawyer accountant tax_advisor insurance_broker asset_manager'.split(' ');
    for (const type of types) {
      expect((await post(where, { ...registration(), type })).status).toBe(201);
      const withText = () => post(where, { ...registration(), type, typeText: 'x' });
      const answer = await expectRefused(world, withText, 422, 'invalid');
      expect(fieldErrors(answer)).toEqual([['typeText', 'not_for_this_type']]);
    }
    const other = { ...registration(), type: 'other', typeText: 'expert en art' };
    expect((await post(where, other)).body).toMatchObject({ type: 'other', typeText: 'expert en art' });
    for (const typeText of [undefined, null]) {
      const answer = await expectRefused(world, () => post(where, { ...other, typeText }), 422, 'invalid');
      expect(fieldErrors(answer)).toEqual([['typeText', 'required']]);
    }
  });

  it.each([
    ['no first name', { firstName: undefined }, ['firstName', 'required']],
    ['a name of spaces', { lastName: '  ' }, ['lastName', 'too_small']],
    ['a name of two lines', { lastName: 'A\nB' }, ['lastName', 'invalid_format']],
    ['no e-mail', { email: undefined }, ['email', 'required']],
    ['an e-mail with a line break', { email: 'a@b.test\nBcc: c@d.test' }, ['email', 'invalid_format']],
    ['no phone', { phone: undefined }, ['phone', 'required']],
    ['a landline', { phone: '+32 2 555 12 12' }, ['phone', 'not_mobile']],
    ['no language', { language: undefined }, ['language', expect.any(String)]],
    ['another language', { language: 'de' }, ['language', 'invalid_value']],
    ['another type', { type: 'astrologer' }, ['type', 'invalid_value']],
    ['an unknown field', { right: 'read_write' }, ['right', 'unknown_field']],
  ])('R4, R6: %s is 422, one entry for its field', async (_, spoilt, error) => {
    const where = await dossier(manager);
    const answer = await expectRefused(
      world,
      () => post(where, { ...registration(), ...spoilt }),
      422,
      'invalid',
    );
    expect(fieldErrors(answer)).toEqual([error]);
  });

  it('R6: repeated with the same Idempotency-Key, one advisor; with another body 422', async () => {
    const where = await dossier(manager);
    const body = registration();
    const headers = { 'Idempotency-Key': `advisor-${where.id}` };
    const first = await post(where, body, headers);
    const before = await everything(world);
    const second = await post(where, body, headers);
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(await everything(world)).toEqual(before);
    const other = () => post(where, { ...body, lastName: 'Autre' }, headers);
    await expectRefused(world, other, 422, 'idempotency_key_reused');
  });

  it('R6: access only to who is registered in this dossier', async () => {
    const [where, elsewhere] = [await dossier(manager), await dossier(manager)];
    const { id } = await register(manager, elsewhere);
    for (const stranger of [id, where.holderId]) {
      await expectRefused(world, () => give(where, stranger, 'read_only'), 404, 'not_found');
      await expectRefused(world, () => patch(where, stranger, 1, { lastName: 'X' }), 404, 'not_found');
      await expectRefused(world, () => remove(where, stranger, 1), 404, 'not_found');
    }
    const removed = await register(manager, where);
    await remove(where, removed.id, 1);
    await expectRefused(world, () => give(where, removed.id, 'read_only'), 404, 'not_found');
  });
});

describe('R6, R9: giving access', () => {
  it('R6, R9: invites with the registered data; accepted, he has the rights of an advisor (R7)', async () => {
    const where = await dossier(manager);
    const { id, email, phone } = await register(manager, where, { language: 'nl' });
    const mails = await arrivals(world, async () => {
      const answer = await give(where, id, 'read_write');
      expect(answer.body).toMatchObject({
        email,
        phone,
        right: 'read_write',
        open: false,
        invitation: { state: 'queued' },
        actions: ['change', 'correct', 'withdraw', 'resend'],
      });
      expect(await world.owed()).toMatchObject([{ kind: 'invite', cycle: 1, partyKind: 'advisor' }]);
    });
    expect(mails.map((mail) => [mail.to, mail.subject])).toEqual([
      [email, 'Uitnodiging voor een cliëntdossier'],
    ]);
    const { client } = await accept(world, email, phone);
    expect((await client.get(where.path)).body.me).toMatchObject({
      roles: [{ name: 'advisor', right: 'read_write' }],
      capabilities: { family: 'write', wealth: 'write', donations: 'write', simulations: 'read' },
    });
    const accepted = await arrivals(world, async () => {});
    expect(accepted).toEqual([]);
    expect(world.inbox.to(manager.email).at(-1)!.text).toContain('Nora Notaire');
  });

  it('R6: the right is all that a save of it may say', async () => {
    const where = await dossier(manager);
    const { id } = await register(manager, where);
    const save = (body: object) => () => manager.client.put(advisorPath(where, id), body);
    const email = await expectRefused(world, save({ right: 'read_only', email: 'a@b.test' }), 422, 'invalid');
    expect(fieldErrors(email)).toEqual([['email', 'unknown_field']]);
    await expectRefused(world, save({}), 422, 'invalid');
    await expectRefused(world, save({ right: 'all' }), 422, 'invalid');
    expect((await give(where, id, 'none')).status).toBe(200);
  });
});

describe('R6: editing', () => {
  it('R6: without access it sends nothing; If-Match is needed and heeded', async () => {
    const where = await dossier(manager);
    const { id } = await register(manager, where);
    const change = { firstName: 'Norma', email: newEmail('norma'), firmName: 'Étude', type: 'lawyer' };
    await expectRefused(world, () => patch(where, id, null, change), 428, 'version_needed');
    await expectRefused(world, () => patch(where, id, 2, change), 412, 'version_stale');
    const mails = await arrivals(world, async () => {
      const answer = await patch(where, id, 1, change);
      expect([answer.status, answer.body]).toEqual([200, expect.objectContaining({ ...change, version: 2 })]);
      expect(answer.headers.get('etag')).toBe('"2"');
    });
    expect(mails).toEqual([]);
    await expectRefused(world, () => patch(where, id, 1, change), 412, 'version_stale');
    expect((await recordsOf(world, id)).at(-1)).toMatchObject({
      action: 'advisor_changed',
      actorId: manager.id,
      before: { type: 'notary' },
      after: { type: 'lawyer' },
    });
    const noText = await expectRefused(world, () => patch(where, id, 2, { type: 'other' }), 422, 'invalid');
    expect(fieldErrors(noText)).toEqual([['typeText', 'required']]);
    expect((await patch(where, id, 2, { type: 'other', typeText: 'juge' })).status).toBe(200);
    const stillText = await expectRefused(
      world,
      () => patch(where, id, 3, { type: 'banker' }),
      422,
      'invalid',
    );
    expect(fieldErrors(stillText)).toEqual([['typeText', 'not_for_this_type']]);
    expect((await patch(where, id, 3, { type: 'banker', typeText: null })).status).toBe(200);
  });

  it('R6, R13: a pending access is corrected with it: the old link dies, a new cycle starts', async () => {
    const where = await dossier(manager);
    const { id, email: old, grantId } = await engage(manager, where);
    await world.deliver();
    const token = tokenIn(world.inbox.to(old)[0]!);
    const email = newEmail('corrected');
    const mails = await arrivals(world, async () => {
      expect((await patch(where, id, 1, { email })).status).toBe(200);
      expect(await statusOf(token)).toBe(404);
      expect(await world.owed()).toMatchObject([{ kind: 'invite', grantId, cycle: 2 }]);
    });
    expect(recipients(mails)).toEqual([email]);
    expect(await grantsOf(world, id)).toMatchObject([{ id: grantId, email, cycle: 2 }]);
    expect(await lineOf(manager, where, id)).toMatchObject({ email, right: 'read_write' });
    expect(await actionsOf(world, id)).toEqual([
      'advisor_registered',
      'access_given',
      'contact_corrected',
      'advisor_changed',
    ]);
  });

  it('R13: another number or name alone starts nothing', async () => {
    const where = await dossier(manager);
    const { id, email } = await engage(manager, where);
    await world.deliver();
    const token = tokenIn(world.inbox.to(email)[0]!);
    const phone = newPhone();
    const mails = await arrivals(world, async () => {
      expect((await patch(where, id, 1, { phone, firstName: 'Norma' })).status).toBe(200);
      expect((await patch(where, id, 2, { lastName: 'Autre' })).status).toBe(200);
    });
    expect(mails).toEqual([]);
    expect(await statusOf(token)).toBe(200);
    expect(await grantsOf(world, id)).toMatchObject([{ phone, cycle: 1 }]);
  });

  it('R11: once open, address and number stay, and the rest is edited', async () => {
    const where = await dossier(manager);
    const { id } = await engage(manager, where, 'read_only', cousin);
    for (const change of [{ email: newEmail('x') }, { phone: newPhone() }]) {
      const correct = () => patch(where, id, 1, { ...change, lastName: 'Autre' });
      await expectRefused(world, correct, 409, 'account_exists');
    }
    const kept = { email: cousin.email.toUpperCase(), phone: cousin.phone, lastName: 'Autre' };
    expect((await patch(where, id, 1, kept)).body).toMatchObject({ lastName: 'Autre', email: cousin.email });
    expect((await cousin.client.get(where.path)).status).toBe(200);
  });

  it('R11: withdrawn, he may be corrected again; given anew, the access is the new address’s', async () => {
    const where = await dossier(manager);
    const { id } = await engage(manager, where, 'read_only', cousin);
    await give(where, id, 'none');
    const email = newEmail('x');
    expect((await patch(where, id, 1, { email, phone: newPhone() })).status).toBe(200);
    const mails = await arrivals(world, () => give(where, id, 'read_only'));
    expect(recipients(mails)).toEqual([email]);
    expect((await cousin.client.get(where.path)).status).toBe(404);
  });
});

describe('R6: removing', () => {
  it('R6: not with access, pending or open; after the withdrawal', async () => {
    const where = await dossier(manager);
    const pending = await engage(manager, where);
    const open = await engage(manager, where, 'read_only', cousin);
    for (const { id } of [pending, open]) {
      await expectRefused(world, () => remove(where, id, 1), 409, 'advisor_has_access');
      const mails = await arrivals(world, () => give(where, id, 'none'));
      expect(mails).toHaveLength(1);
      await expectRefused(world, () => remove(where, id, null), 428, 'version_needed');
      await expectRefused(world, () => remove(where, id, 7), 412, 'version_stale');
      expect((await remove(where, id, 1)).status).toBe(204);
      await expectRefused(world, () => remove(where, id, 2), 404, 'not_found');
      expect((await actionsOf(world, id)).slice(-2)).toEqual(['access_withdrawn', 'advisor_removed']);
    }
    expect((await manager.client.get(`${where.path}/advisors`)).body.items).toEqual([]);
    expect(await lineOf(manager, where, open.id)).toBeUndefined();
  });
});
