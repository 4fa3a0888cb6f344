import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admit,
  advisorPath,
  arrivals,
  engage,
  expectRefused,
  fieldErrors,
  grantsOf,
  lineOf,
  linePath,
  mailKindsTo,
  recordsOf,
} from '../../support/access.ts';
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

/* R4: access is given with an e-mail address and a mobile phone number, both valid. R9: and sends an invitation. */

let world: World;
let manager: Somebody & { memberId: string };
let where: Dossier;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
  where = await dossier(manager);
});
afterAll(() => world.close());

const save = (personId: string, body: object) => manager.client.put(linePath(where, personId), body);

describe('R4: both contact data', () => {
  it('R4, R9, R16: a save gives access; the line, the rows, the record and one invitation', async () => {
    const child = await person(manager, where, { language: 'fr' });
    const email = newEmail('Léo').replace('é', 'e');
    const [mail, ...more] = await arrivals(world, async () => {
      const answer = await save(child, { email, phone: '+32 470 12 34 56', right: 'read_only' });
      const [{ id: grantId } = { id: '' }] = await grantsOf(world, child);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({
        party: {
          kind: 'person',
          id: child,
          name: expect.stringMatching(/^Léa Dupont/),
          central: null,
          deceased: false,
        },
        email: email.toLowerCase(),
        phone: '+32470123456',
        right: 'read_only',
        until: null,
        given: { at: expect.stringMatching(/^\d{4}-.*Z$/), by: expect.stringMatching(/^Max Member/) },
        leftAt: null,
        grantId,
        openedAt: null,
        own: false,
        open: false,
        revocable: true,
        invitation: {
          state: 'queued',
          sentAt: null,
          remindersSent: 0,
          nextReminderAt: null,
          expiresAt: null,
          lastDelivery: null,
        },
        actions: ['change', 'correct', 'withdraw', 'resend'],
      });
      expect(await world.owed()).toEqual([
        { kind: 'invite', grantId, cycle: 1, partyKind: 'person', dossierId: where.id },
      ]);
    });
    expect(more).toEqual([]);
    expect(await grantsOf(world, child)).toMatchObject([
      { right: 'read_only', phone: '+32470123456', account_id: null, ended_at: null, given_by: manager.id },
    ]);
    expect(await recordsOf(world, child)).toMatchObject([
      {
        action: 'access_given',
        actorId: manager.id,
        before: null,
        after: { right: 'read_only' },
        details: { email: email.toLowerCase(), phone: '+32470123456' },
      },
    ]);

    const [row] = await world.owner<{ id: string }[]>`
      select id from mails where email = ${email.toLowerCase()}`;
    expect(mail!.to).toBe(email.toLowerCase());
    expect(mail!.subject).toBe('Invitation à accéder à un dossier client');
    expect(mail!.mail.messageId).toBe(`<${row!.id}@dossiers.test>`);
    expect(mail!.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail!.text.match(/https?:\/\/\S+/g)).toEqual([
      expect.stringMatching(/^http:\/\/dossiers\.test\/invitations\/[\w-]{22,}$/),
    ]);
    expect(new Set(mail!.html.match(/href="[^"]+"/g))).toHaveLength(1);

    const { invitation } = await lineOf(manager, where, child);
    const days = (iso: string) => Math.round((Date.parse(iso) - Date.parse(invitation.sentAt)) / 86_400_000);
    expect(invitation).toMatchObject({
      state: 'waiting_first_reminder',
      remindersSent: 0,
      lastDelivery: { status: 'sent' },
    });
    expect([days(invitation.nextReminderAt), days(invitation.expiresAt)]).toEqual([7, 67]);
  });

  it('R4: each that is missing is named, and none is kept', async () => {
    const child = await person(manager, where);
    const cases: [object, [string, string][]][] = [
      [
        {},
        [
          ['email', 'required'],
          ['phone', 'required'],
        ],
      ],
      [{ email: newEmail('a') }, [['phone', 'required']]],
      [{ phone: newPhone() }, [['email', 'required']]],
    ];
    for (const [body, errors] of cases) {
      const answer = await expectRefused(
        world,
        () => save(child, { ...body, right: 'read_only' }),
        422,
        'invalid',
      );
      expect(fieldErrors(answer)).toEqual(errors);
    }
  });

  it.each([
    ['no address', { email: 'nobody' }, ['email', 'invalid_format']],
    ['a line break', { email: 'a@b.test\nBcc: c@d.test' }, ['email', 'invalid_format']],
    ['a carriage return at the end', { email: 'a@b.test\r\n' }, ['email', 'invalid_format']],
    ['two addresses', { email: 'a@b.test,c@d.test' }, ['email', 'invalid_format']],
    ['an endless address', { email: `${'a'.repeat(250)}@b.test` }, ['email', 'too_big']],
    ['an address that is a number', { email: 7 }, ['email', 'invalid_type']],
    ['an address that is null', { email: null }, ['email', 'invalid_type']],
    ['a landline', { phone: '+32 2 555 12 12' }, ['phone', 'not_mobile']],
    ['a number without country', { phone: '0470 12 34 56' }, ['phone', 'invalid_phone']],
    ['a number too short', { phone: '+32 470 12' }, ['phone', 'invalid_phone']],
    ['no number', { phone: 'call me' }, ['phone', 'invalid_phone']],
    ['a number with a line break', { phone: '+32470123456\n+32470123457 x' }, ['phone', 'invalid_phone']],
    ['no right', { right: undefined }, ['right', expect.any(String)]],
    ['an unknown right', { right: 'owner' }, ['right', 'invalid_value']],
    ['an unknown field', { accountId: 'x' }, ['accountId', 'unknown_field']],
  ])('R4: %s is 422, one entry for its field', async (_, spoilt, error) => {
    const child = await person(manager, where);
    const body = { email: newEmail('a'), phone: newPhone(), right: 'read_only', ...spoilt };
    const answer = await expectRefused(world, () => save(child, body), 422, 'invalid');
    expect(fieldErrors(answer)).toEqual([error]);
  });

  it('R4: several wrong fields, an entry each', async () => {
    const child = await person(manager, where);
    const body = { email: 'x', phone: 'y', right: 'z' };
    const answer = await expectRefused(world, () => save(child, body), 422, 'invalid');
    expect(
      fieldErrors(answer)
        .map(([field]) => field)
        .sort(),
    ).toEqual(['email', 'phone', 'right']);
  });

  it('R17: ids of another dossier, of nobody and no ids at all are 404', async () => {
    const elsewhere = await dossier(manager);
    const stranger = await person(manager, elsewhere);
    const body = { email: newEmail('a'), phone: newPhone(), right: 'read_only' };
    const advisor = await engage(manager, elsewhere);
    for (const id of [stranger, where.id, advisor.id, 'me', '0'.repeat(8)]) {
      await expectRefused(world, () => save(id, body), 404, 'not_found');
    }
    const right = { right: 'none' };
    const other = () => manager.client.put(advisorPath(where, advisor.id), right);
    await expectRefused(world, other, 404, 'not_found');
  });
});

describe('R4: one address, one person', () => {
  it('R4: compared without case; a couple needs two', async () => {
    const [one, two] = [await person(manager, where), await person(manager, where)];
    const { email } = await give(manager, where, one);
    const body = { email: email.toUpperCase(), phone: newPhone(), right: 'read_only' };
    await expectRefused(world, () => save(two, body), 409, 'email_in_use');
    const other = await give(manager, where, two);
    await expectRefused(world, () => save(two, body), 409, 'email_in_use');
    expect((await save(two, { email: other.email.toUpperCase(), right: 'read_write' })).status).toBe(200);
    expect(await grantsOf(world, two)).toMatchObject([{ version: 1, cycle: 1 }]);
  });

  it('R4: free again after the withdrawal; used in another dossier it was never taken', async () => {
    const [one, two] = [await person(manager, where), await person(manager, where)];
    const { email, phone } = await give(manager, where, one);
    const elsewhere = await dossier(manager);
    await give(manager, elsewhere, await person(manager, elsewhere), 'read_only', { email, phone });
    await save(one, { right: 'none' });
    expect((await save(two, { email, phone, right: 'read_only' })).status).toBe(200);
    await expectRefused(world, () => save(one, { email, phone, right: 'read_only' }), 409, 'email_in_use');
  });

  it('R4, R14: one person and one advisor may share it; two advisors may not', async () => {
    const child = await person(manager, where);
    const { email, phone } = await give(manager, where, child);
    const { id } = await engage(manager, where, 'read_write', { email, phone });
    expect(await grantsOf(world, id)).toMatchObject([{ email, right: 'read_write' }]);
    await expect(engage(manager, where, 'read_write', { email, phone })).rejects.toThrow('email_in_use');
  });

  it('R4: an advisor is corrected to another’s address: refused', async () => {
    const [one, two] = [await engage(manager, where), await engage(manager, where)];
    const correct = () => manager.client.patch(`${where.path}/advisors/${two.id}`, 1, { email: one.email });
    await expectRefused(world, correct, 409, 'email_in_use');
  });

  it('R4: an account’s address too, open or not', async () => {
    const own = await dossier(manager);
    const [one, two] = [await person(manager, own), await person(manager, own)];
    const somebody = await insider(world, manager, own, one);
    const body = { email: somebody.email, phone: somebody.phone, right: 'read_only' };
    const again = () => manager.client.put(linePath(own, two), body);
    await expectRefused(world, again, 409, 'email_in_use');
    expect(await mailKindsTo(world, own, somebody.email)).toEqual(['invitation']);
    const elsewhere = await dossier(manager);
    expect((await admit(manager, elsewhere, await person(manager, elsewhere), somebody)).line.open).toBe(
      true,
    );
  });
});

describe('R4: the language of the e-mails', () => {
  it.each([
    ['fr', 'fr', 'Invitation à accéder à un dossier client'],
    ['nl', 'nl', 'Uitnodiging voor een cliëntdossier'],
    ['en', 'en', 'Invitation to a client dossier'],
    ['none, the manager’s being en', null, 'Invitation to a client dossier'],
  ])('R4: a person’s language is %s', async (_, language, subject) => {
    const { email } = await give(manager, where, await person(manager, where, { language }));
    await world.deliver();
    expect(world.inbox.to(email).map((mail) => mail.subject)).toEqual([subject]);
  });

  it('R4: without one it is the present manager’s', async () => {
    await world.owner`update members set language = 'nl' where id = ${manager.memberId}`;
    const { email } = await give(manager, where, await person(manager, where));
    await world.deliver();
    await world.owner`update members set language = 'en' where id = ${manager.memberId}`;
    expect(world.inbox.to(email).map((mail) => mail.subject)).toEqual(['Uitnodiging voor een cliëntdossier']);
  });

  it('R4: an advisor’s is the registered one', async () => {
    const { email } = await engage(manager, where);
    await world.deliver();
    expect(world.inbox.to(email).map((mail) => mail.subject)).toEqual([
      'Invitation à accéder à un dossier client',
    ]);
  });
});
