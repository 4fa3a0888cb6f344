import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RecordAction, recordActions } from '../../src/domain/record.ts';
import { enrol, withPassword } from '../support/authenticator.ts';
import type { Client } from '../support/client.ts';
import { turn } from '../support/closing.ts';
import { tokenIn } from '../support/inbox.ts';
import { dayIn, passBy } from '../support/limited.ts';
import { type Asking, askFor } from '../support/lost-phone.ts';
import { check, oneFamily, pathOf } from '../support/onboardings.ts';
import {
  accept,
  advisor,
  type Dossier,
  dossier,
  type Firm,
  firm,
  give,
  insider,
  member,
  newEmail,
  newPhone,
  password,
  person,
} from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let house: Firm;
let manager: Awaited<ReturnType<typeof member>>;

beforeAll(async () => {
  world = await createWorld();
  house = await firm(world);
  manager = await member(world, house);
});
afterAll(() => world.close());

type Row = {
  action: RecordAction;
  actor: string | null;
  subject: string;
  grant: string | null;
  dossier: string | null;
  before: unknown;
  after: unknown;
  details: { origin: { address: string; requestId: string } | null; [key: string]: unknown };
};

const seen = new Set<RecordAction>();

const records = async (): Promise<(Row & { id: string })[]> => [
  ...(await world.owner<(Row & { id: string })[]>`
    select id, action, actor_id as actor, subject_kind || ' ' || subject_id as subject, grant_id as grant,
      dossier_id as dossier, before, after, details
    from records left join record_details on record_id = id order by id`),
];

/** What the record gains by `work`, oldest first. */
async function recordedBy(work: () => Promise<unknown>): Promise<Row[]> {
  const last = (await records()).length;
  await work();
  const gained = (await records()).slice(last);
  for (const { action } of gained) seen.add(action);
  return gained.map(({ id, ...row }) => row);
}

const fromHere = { address: expect.stringMatching(/127\.0\.0\.1$/), requestId: expect.stringMatching(/./) };

/** The row that somebody's call writes; what isn't named is null. */
const row = (
  action: RecordAction,
  subject: string,
  { actor = manager.id, details = {}, ...more }: Partial<Omit<Row, 'details'>> & { details?: object } = {},
): Row => ({
  action,
  subject,
  actor,
  grant: null,
  dossier: null,
  before: null,
  after: null,
  ...more,
  details: { origin: fromHere, ...details },
});

/** The row that the system writes by itself. */
const bySystem = (...[action, subject, more]: Parameters<typeof row>): Row => ({
  ...row(action, subject, { ...more, actor: null }),
  details: { origin: null },
});

async function ok(call: ReturnType<Client['get']>) {
  const answer = await call;
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer;
}

const versionOf = async (d: Dossier, personId: string): Promise<number> => {
  const { body } = await manager.client.get(`${d.path}/family`);
  return body.persons.find((p: { id: string }) => p.id === personId).version;
};
const linePath = (d: Dossier, id: string) => `${d.path}/access-rights/persons/${id}`;
const change = async (d: Dossier, id: string, fields: object) =>
  ok(manager.client.patch(`${d.path}/family/persons/${id}`, await versionOf(d, id), fields));

describe('R16: each change writes who, when, what before and after, and from where', () => {
  let d: Dossier;
  beforeAll(async () => {
    d = await dossier(manager);
  });
  beforeEach(() => world.deliver());

  test('a firm, its team, and its members', async () => {
    const made = await recordedBy(() => firm(world, 'Other'));
    expect(made.map(({ action }) => action)).toEqual([
      ...['firm_created', 'member_added', 'mail_sent', 'account_created', 'access_opened'],
    ]);
    expect(made[0]).toMatchObject({ actor: null, details: { origin: null } });

    let added: { id: string } | undefined;
    const contact = { email: newEmail('new'), phone: newPhone() };
    const { client, id: actor } = house.admin;
    const path = `/api/firms/${house.id}/members`;
    const names = { firstName: 'Nina', lastName: 'New', language: 'en' };
    const adding = await recordedBy(async () => {
      added = (await ok(client.post(path, { ...names, ...contact, role: 'manager' }))).body;
    });
    const subject = `member ${added!.id}`;
    const grant = expect.any(String);
    expect(adding).toEqual([
      row('member_added', subject, { actor, grant, after: { role: 'manager' }, details: contact }),
    ]);
    const corrected = { email: newEmail('corrected') };
    expect(await recordedBy(() => ok(client.patch(`${path}/${added!.id}`, 1, corrected)))).toEqual([
      row('contact_corrected', subject, {
        actor,
        grant,
        details: { before: contact, after: { ...contact, ...corrected } },
      }),
    ]);
    expect(await recordedBy(() => ok(client.patch(`${path}/${added!.id}`, 2, { role: 'support' })))).toEqual([
      row('member_changed', subject, {
        actor,
        grant,
        before: { role: 'manager' },
        after: { role: 'support' },
      }),
    ]);
    await world.deliver();
    expect(await recordedBy(() => ok(client.post(`${path}/${added!.id}/invitation/resend`)))).toEqual([
      row('invitation_resent', subject, { actor, grant, after: { how: 'repeat' } }),
    ]);
    expect(await recordedBy(() => ok(client.patch(`${path}/${added!.id}`, 3, { left: true })))).toEqual([
      row('member_left', subject, { actor, grant, before: { role: 'support' } }),
    ]);
  });

  test('a dossier, its name, its manager, its team, its central persons', async () => {
    let made: Dossier | undefined;
    const making = await recordedBy(async () => {
      made = await dossier(manager, { couple: true });
    });
    const { id, path, holderId, coHolderId } = made!;
    expect(making).toEqual([
      row('dossier_created', `dossier ${id}`, { dossier: id, after: { managerId: manager.memberId } }),
      row('central_changed', `person ${holderId}`, { dossier: id, after: { central: 'holder' } }),
      row('central_changed', `person ${coHolderId}`, { dossier: id, after: { central: 'co_holder' } }),
    ]);
    expect(await recordedBy(() => change(made!, coHolderId!, { central: null }))).toEqual([
      row('central_changed', `person ${coHolderId}`, {
        dossier: id,
        before: { central: 'co_holder' },
        after: { central: null },
      }),
    ]);
    const aunt = await recordedBy(() => person(manager, made!, { central: 'co_holder' }));
    expect(aunt).toEqual([
      row('central_changed', expect.any(String), { dossier: id, after: { central: 'co_holder' } }),
    ]);
    const auntId = aunt[0]!.subject.replace('person ', '');
    expect(await recordedBy(() => ok(manager.client.delete(`${path}/family/persons/${auntId}`, 1)))).toEqual([
      row('central_changed', `person ${auntId}`, {
        dossier: id,
        before: { central: 'co_holder' },
        after: { central: null },
      }),
    ]);
    expect(await recordedBy(() => ok(manager.client.patch(path, 1, { name: 'Martin' })))).toEqual([
      row('dossier_renamed', `dossier ${id}`, {
        dossier: id,
        details: { before: 'Famille Dupont', after: 'Martin' },
      }),
    ]);
    const memberIds = [house.admin.memberId];
    expect(
      await recordedBy(() => ok(manager.client.put(`${path}/team-access`, { mode: 'all', memberIds }))),
    ).toEqual([
      row('team_access_changed', `dossier ${id}`, {
        dossier: id,
        before: { mode: 'listed', memberIds: [] },
        after: { mode: 'all', memberIds },
      }),
    ]);
    const { admin } = house;
    expect(await recordedBy(() => ok(admin.client.post(`${path}/team-access/self`)))).toEqual([
      row('self_access_given', `member ${admin.memberId}`, { actor: admin.id, dossier: id }),
    ]);
    expect(await recordedBy(() => ok(admin.client.patch(path, 2, { managerId: admin.memberId })))).toEqual([
      row('manager_changed', `dossier ${id}`, {
        actor: admin.id,
        dossier: id,
        before: { managerId: manager.memberId },
        after: { managerId: admin.memberId },
      }),
    ]);
  });

  test('access given, changed, corrected, resent, withdrawn; each e-mail and its fate', async () => {
    const personId = await person(manager, d);
    const subject = `person ${personId}`;
    const contact = { email: newEmail('lea'), phone: newPhone() };
    const put = (body: object) => ok(manager.client.put(linePath(d, personId), body));
    const giving = await recordedBy(() => put({ ...contact, right: 'read_only' }));
    const about = { dossier: d.id, grant: giving[0]!.grant };
    expect(about.grant).toEqual(expect.any(String));
    expect(giving).toEqual([
      row('access_given', subject, { ...about, after: { right: 'read_only' }, details: contact }),
    ]);
    expect(await recordedBy(() => put({ right: 'read_write' }))).toEqual([
      row('access_changed', subject, {
        ...about,
        before: { right: 'read_only' },
        after: { right: 'read_write' },
      }),
    ]);
    expect(await recordedBy(() => put({ right: 'read_write' }))).toEqual([]);
    const corrected = { email: newEmail('corrected'), phone: newPhone() };
    expect(await recordedBy(() => put({ ...corrected, right: 'read_write' }))).toEqual([
      row('contact_corrected', subject, {
        ...about,
        after: { fields: ['email', 'phone'] },
        details: { before: contact, after: corrected },
      }),
    ]);
    const sent = await recordedBy(() => world.deliver());
    const mail = expect.any(String);
    expect(sent).toEqual([bySystem('mail_sent', subject, { ...about, after: { mail, kind: 'invitation' } })]);
    expect(
      await recordedBy(() => ok(manager.client.post(`${linePath(d, personId)}/invitation/resend`))),
    ).toEqual([row('invitation_resent', subject, { ...about, after: { how: 'repeat' } })]);
    expect(await recordedBy(() => put({ right: 'none' }))).toEqual([
      row('access_withdrawn', subject, { ...about, before: { right: 'read_write' } }),
    ]);
    expect(await recordedBy(() => world.deliver())).toEqual([
      bySystem('mail_sent', subject, { ...about, after: { mail, kind: 'withdrawn' } }),
    ]);
  });

  test('a dossier left by who had access there', async () => {
    const personId = await person(manager, d);
    const somebody = await insider(world, manager, d, personId, 'read_only');
    const about = { dossier: d.id, grant: somebody.grantId };
    const subject = `person ${personId}`;
    expect(await recordedBy(() => ok(somebody.client.post(`${d.path}/leave`)))).toEqual([
      row('access_left', subject, { ...about, actor: somebody.id, before: { right: 'read_only' } }),
    ]);
    const mail = expect.any(String);
    expect(await recordedBy(() => world.deliver())).toEqual(
      ['leaving_confirmed', 'left'].map((kind) =>
        bySystem('mail_sent', subject, { ...about, after: { mail, kind } }),
      ),
    );
  });

  test('an address refused for good', async () => {
    const personId = await person(manager, d);
    const email = newEmail('refused');
    world.inbox.refuse(email, 550);
    const { grantId: grant } = await give(manager, d, personId, 'read_only', { email, phone: newPhone() });
    const refused = await recordedBy(() => world.deliver());
    const mail = expect.any(String);
    expect(refused).toEqual([
      bySystem('mail_refused', `person ${personId}`, {
        dossier: d.id,
        grant,
        after: { mail, kind: 'invitation' },
      }),
      bySystem('mail_sent', `person ${personId}`, {
        dossier: d.id,
        grant,
        after: { mail, kind: 'undeliverable' },
      }),
    ]);
  });

  test('an account made, and access opened by it; by the code; declined; ended by death', async () => {
    const [cousin, uncle] = [await person(manager, d), await person(manager, d)];
    const first = await give(manager, d, cousin);
    await world.deliver();
    let account = '';
    const making = await recordedBy(async () => {
      account = (await accept(world, first.email, first.phone)).id;
    });
    const about = { actor: account, dossier: d.id, grant: first.grantId };
    expect(making).toEqual([
      row('account_created', `account ${account}`, about),
      row('access_opened', `person ${cousin}`, about),
    ]);

    const other = await dossier(manager);
    const theirs = await insider(world, manager, other, await person(manager, other));
    const typed = { email: theirs.email, phone: newPhone() };
    const { grantId: grant } = await give(manager, d, uncle, 'read_only', typed);
    const { client } = theirs;
    const opening = await recordedBy(async () => {
      await ok(client.post(`${d.path}/open/code`));
      await ok(client.post(`${d.path}/open`, { code: world.inbox.codeFor(typed.phone) }));
    });
    expect(opening).toEqual([
      row('access_opened', `person ${uncle}`, { actor: theirs.id, dossier: d.id, grant }),
    ]);

    const aunt = await person(manager, d);
    const declined = await give(manager, d, aunt);
    await world.deliver();
    const token = tokenIn(world.inbox.to(declined.email)[0]!);
    expect(await recordedBy(() => ok(world.client().post(`/api/invitations/${token}/decline`)))).toEqual([
      row('invitation_declined', `person ${aunt}`, { actor: null, dossier: d.id, grant: declined.grantId }),
    ]);
    const dead = await person(manager, d);
    const { grantId: ended } = await give(manager, d, dead);
    expect(await recordedBy(() => change(d, dead, { deathDate: '2026-01-01' }))).toEqual([
      row('invitation_ended', `person ${dead}`, {
        dossier: d.id,
        grant: ended,
        after: { reason: 'deceased' },
      }),
    ]);
  });

  test('access that opens with the save, for an address that has an account', async () => {
    const other = await dossier(manager);
    const theirs = await insider(world, manager, other, await person(manager, other));
    const personId = await person(manager, d);
    const giving = await recordedBy(() => give(manager, d, personId, 'read_only', theirs));
    expect(giving.map(({ action, actor }) => [action, actor])).toEqual([
      ['access_given', manager.id],
      ['access_opened', manager.id],
    ]);
  });

  test('access until a day: given, moved, and ended by itself', async () => {
    const personId = await person(manager, d);
    const [email, phone] = [newEmail('until'), newPhone()];
    const [until, later] = [await dayIn(world, 10), await dayIn(world, 20)];
    const save = (last: string) =>
      ok(manager.client.put(linePath(d, personId), { email, phone, right: 'read_only', until: last }));
    const subject = `person ${personId}`;
    const giving = await recordedBy(() => save(until));
    const { grant } = giving[0]!;
    const about = { dossier: d.id, grant };
    expect(giving).toEqual([
      row('access_given', subject, {
        ...about,
        after: { right: 'read_only', until },
        details: { email, phone },
      }),
    ]);
    expect(await recordedBy(() => save(later))).toEqual([
      row('access_changed', subject, { ...about, before: { until }, after: { until: later } }),
    ]);
    await world.deliver();
    await passBy(world, grant!);
    const [{ day } = { day: '' }] = await world.owner<{ day: string }[]>`
      select (ends_at at time zone 'Europe/Brussels')::date::text as day from grants where id = ${grant}`;
    const none = () => ok(manager.client.put(linePath(d, personId), { right: 'none' }));
    expect(await recordedBy(none)).toEqual([
      bySystem('access_ended', subject, { ...about, before: { right: 'read_only', until: day } }),
    ]);
  });

  test('access given by a holder (R3)', async () => {
    const holder = await insider(world, manager, d, d.holderId);
    const personId = await person(manager, d);
    const giving = await recordedBy(() => give(holder, d, personId, 'read_only'));
    expect(giving).toMatchObject([
      { action: 'access_given', actor: holder.id, after: { right: 'read_only' } },
    ]);
  });

  test('advisors registered, edited, given access, removed', async () => {
    let registered: Awaited<ReturnType<typeof advisor>> | undefined;
    const about = { dossier: d.id };
    const registering = await recordedBy(async () => {
      registered = await advisor(manager, d);
    });
    const { id, email, phone } = registered!;
    const subject = `advisor ${id}`;
    const path = `${d.path}/advisors/${id}`;
    const right = (value: string) =>
      ok(manager.client.put(`${d.path}/access-rights/advisors/${id}`, { right: value }));
    expect(registering).toEqual([
      row('advisor_registered', subject, { ...about, after: { type: 'notary' } }),
    ]);
    const giving = await recordedBy(() => right('read_write'));
    const { grant } = giving[0]!;
    expect(giving).toEqual([
      row('access_given', subject, {
        ...about,
        grant: expect.any(String),
        after: { right: 'read_write' },
        details: { email, phone },
      }),
    ]);
    const corrected = newEmail('notary');
    const editing = await recordedBy(() =>
      ok(manager.client.patch(path, 1, { email: corrected, type: 'lawyer' })),
    );
    expect(editing).toEqual([
      row('contact_corrected', subject, {
        ...about,
        grant,
        after: { fields: ['email'] },
        details: { before: { email, phone }, after: { email: corrected, phone } },
      }),
      row('advisor_changed', subject, { ...about, before: { type: 'notary' }, after: { type: 'lawyer' } }),
    ]);
    expect(await recordedBy(() => right('none'))).toEqual([
      row('access_withdrawn', subject, { ...about, grant, before: { right: 'read_write' } }),
    ]);
    expect(await recordedBy(() => ok(manager.client.delete(path, 2)))).toEqual([
      row('advisor_removed', subject, about),
    ]);
  });

  test('a dossier closed and reopened, and looked at as somebody', async () => {
    const own = await dossier(manager);
    const { grantId } = await give(manager, own, own.holderId);
    const about = { dossier: own.id };
    let view = { id: '', expiresAt: '' };
    const looking = await recordedBy(async () => {
      view = (await manager.client.post(`${own.path}/views`, { kind: 'person', id: own.holderId })).body;
    });
    expect(looking).toEqual([
      row('viewed_as', `person ${own.holderId}`, {
        ...about,
        grant: grantId,
        after: { view: view.id, expiresAt: view.expiresAt },
      }),
    ]);
    const closing = await recordedBy(() => turn(manager, own, 'close'));
    expect(closing).toEqual([
      row('invitation_ended', `person ${own.holderId}`, {
        ...about,
        grant: grantId,
        after: { reason: 'closed' },
      }),
      row('dossier_closed', `dossier ${own.id}`, about),
    ]);
    expect(await recordedBy(() => turn(manager, own, 'reopen'))).toEqual([
      row('dossier_reopened', `dossier ${own.id}`, about),
    ]);
  });

  test('how an account signs in, its password and its sessions (R15)', async () => {
    const somebody = await member(world, house);
    await world.deliver();
    const subject = `account ${somebody.id}`;
    const own = (action: RecordAction, more: Parameters<typeof row>[2] = {}) =>
      row(action, subject, { ...more, actor: somebody.id });
    const post = (call: string, body: object) => () => ok(somebody.client.post(`/api/me/${call}`, body));
    let codes: string[] = [];
    const enrolling = async () => {
      codes = (await enrol(world, somebody)).recoveryCodes;
    };
    expect(await recordedBy(enrolling)).toEqual([
      own('authenticator_added', { after: { recoveryCodes: 10 } }),
    ]);
    const texts = () => ok(somebody.client.put('/api/me/text-messages', { password, allowed: false }));
    expect(await recordedBy(texts)).toEqual([
      own('text_messages_changed', { before: { allowed: true }, after: { allowed: false } }),
    ]);
    const recovering = async () => {
      const { client } = await withPassword(world, somebody);
      await ok(client.post('/api/auth/two-factor/verify-backup-code', { code: codes[0] }));
    };
    expect(await recordedBy(recovering)).toEqual([own('recovery_code_used', { after: { codesLeft: 9 } })]);
    expect(await recordedBy(post('recovery-codes', { password }))).toEqual([
      own('recovery_codes_made', { after: { recoveryCodes: 10 } }),
    ]);
    expect(await recordedBy(post('authenticator/remove', { password }))).toEqual([
      own('authenticator_removed', { before: { textMessages: false }, after: { textMessages: true } }),
    ]);
    expect(await recordedBy(() => ok(somebody.client.delete('/api/me/sessions', null)))).toEqual([
      own('sessions_ended', { after: { sessions: 1 } }),
    ]);
    expect(await recordedBy(post('password', { password, newPassword: password }))).toEqual([
      own('password_changed', { after: { sessions: 0 } }),
    ]);
  });

  test('a lost phone, from the asking to the new number, or to its end (R15)', async () => {
    const somebody = await member(world, house);
    await world.deliver();
    const subject = `account ${somebody.id}`;
    let asking: Asking | undefined;
    const asked = await recordedBy(async () => {
      asking = await askFor(world, somebody);
    });
    const about = { phoneChange: asking!.changeId };
    const numbers = { before: somebody.phone, after: asking!.phone };
    expect(asked).toEqual([
      row('phone_change_asked', subject, { actor: null, after: about, details: numbers }),
    ]);
    await world.deliver();
    expect(await recordedBy(() => asking!.prove())).toEqual([
      row('phone_change_proven', subject, { actor: somebody.id, after: about }),
    ]);
    await world.deliver();
    expect(await recordedBy(() => ok(house.admin.client.post(`${asking!.path}/confirm`)))).toEqual([
      row('phone_change_confirmed', subject, { actor: house.admin.id, after: about }),
    ]);
    const warned = (await recordedBy(() => world.deliver())).filter(({ action }) => action !== 'mail_sent');
    expect(warned).toEqual([bySystem('phone_change_warned', subject, { after: about })]);
    const done = (await recordedBy(() => asking!.takeEffect())).filter(
      ({ action }) => action !== 'mail_sent',
    );
    expect(done).toEqual([
      {
        ...bySystem('phone_changed', subject, { after: { ...about, sessions: 1 } }),
        details: { origin: null, ...numbers },
      },
    ]);

    const again = await askFor(world, somebody);
    await world.deliver();
    const token = await again.token();
    const ended = await recordedBy(() => ok(world.client().post(`/api/phone-changes/${token}/cancel`)));
    expect(ended).toEqual([
      row('phone_change_ended', subject, {
        actor: null,
        before: { state: 'asked' },
        after: { phoneChange: again.changeId, state: 'cancelled', by: 'address' },
      }),
    ]);
    await world.deliver();
  });

  test('an onboarding: started, paused, resumed, and finished by the system', async () => {
    const { client } = manager;
    const { body } = await check(client, house.id, oneFamily());
    const path = pathOf(house.id, body.id);
    const subject = `onboarding ${body.id}`;
    const turned = (verb: string) => recordedBy(() => ok(client.post(`${path}/${verb}`, {})));
    expect(await turned('start')).toEqual([
      row('onboarding_started', subject, {
        after: { dossiers: 1, persons: 4, rights: 3, irrevocable: 2, invitationsPerHour: 600 },
      }),
    ]);
    expect(await turned('pause')).toEqual([
      row('onboarding_paused', subject, { after: { pausedBecause: 'asked' } }),
    ]);
    expect(await turned('resume')).toEqual([
      row('onboarding_resumed', subject, { before: { runBy: manager.id }, after: { runBy: manager.id } }),
    ]);
    const run = await recordedBy(() => world.deliver());
    const tally = { created: 1, failed: 0, persons: 4, rights: 3, irrevocable: 2 };
    expect(run.filter(({ action }) => action === 'onboarding_finished')).toEqual([
      bySystem('onboarding_finished', subject, { after: tally }),
    ]);
  });

  test('nothing that the record can say was left out above', () => {
    expect([...seen].sort()).toEqual([...recordActions].sort());
  });

  test('it holds ids and codes; addresses and numbers lie beside it', async () => {
    const all = await world.owner`
      select before, after from records where concat(before, after) ~ '@|\\+\\d|people\\.test|Dupont|Léa|Nora'`;
    expect([...all]).toEqual([]);
    const without = await world.owner`
      select id from records where not exists (select from record_details where record_id = id)`;
    expect([...without]).toEqual([]);
  });

  test('each e-mail that left or was refused is in it once', async () => {
    const mails = await world.owner`
      select m.kind, count(r.id)::int as times from mails m
      left join records r on r.action in ('mail_sent', 'mail_refused') and r.after->>'mail' = m.id::text
      where num_nonnulls(m.sent_at, m.refused_at) = 1
      group by m.id having count(r.id) <> 1`;
    expect([...mails]).toEqual([]);
  });
});
