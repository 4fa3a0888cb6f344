import { inspect } from 'node:util';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ActivityContext, createActivities } from '../../src/activities/activities.ts';
import { claimStep } from '../../src/activities/claims.ts';
import { createPost } from '../../src/activities/smtp.ts';
import { Changes } from '../../src/db/changes.ts';
import { connect, StaleFacts, transaction } from '../../src/db/client.ts';
import { freePort } from '../../src/dev/ports.ts';
import { type Received, tokenIn } from '../support/inbox.ts';
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
  person,
} from '../support/people.ts';
import { authSecret, createWorld, day, delays, type World } from '../support/world.ts';

let world: World;
let manager: Awaited<ReturnType<typeof member>>;
let d: Dossier;
let context: ActivityContext;

beforeAll(async () => {
  world = await createWorld();
  manager = await member(world, await firm(world));
  d = await dossier(manager);
  context = {
    db: world.db,
    post: createPost(world.inbox.url),
    sendText: world.services.sendText,
    now: async () => new Date(),
    publicUrl: world.services.config.publicUrl,
    authSecret,
    mailFrom: 'no-reply@dossiers.test',
    render: async () => Buffer.alloc(0),
    lease: 90_000,
    nudge: () => {},
  };
});
afterAll(() => world.close());
beforeEach(async () => {
  world.inbox.onAccepted = () => {};
  // What a test left unsent is nobody's business in the next.
  await world.owner`delete from owed`;
});

/** Somebody just given access: nothing is sent yet. */
async function invited() {
  const personId = await person(manager, d);
  const given = await give(manager, d, personId);
  const path = `${d.path}/access-rights/persons/${personId}`;
  const step = (n: number, cycle = 1) => ({ grantId: given.grantId, cycle, step: n, delays });
  return {
    ...given,
    personId,
    step,
    save: (body: object) => manager.client.put(path, body),
    resend: () => manager.client.post(`${path}/invitation/resend`),
    dies: async () => {
      const { body } = await manager.client.get(`${d.path}/family`);
      const { version } = body.persons.find((one: { id: string }) => one.id === personId);
      const dead = { deathDate: '2026-01-01' };
      const answer = await manager.client.patch(`${d.path}/family/persons/${personId}`, version, dead);
      expect(answer.status).toBe(200);
    },
    grant: async () => (await world.owner`select * from grants where id = ${given.grantId}`)[0]!,
    mails: async () => [
      ...(await world.owner`select * from mails where grant_id = ${given.grantId} and cycle = 1 order by id`),
    ],
    /** What the manager was meant to be told, and the invitee beyond his invitation. */
    told: async () =>
      (
        await world.owner`select kind from mails where grant_id = ${given.grantId} and cycle is null order by id`
      ).map((mail) => mail.kind),
    received: () => world.inbox.to(given.email),
  };
}
type Invited = Awaited<ReturnType<typeof invited>>;

const send = (step: ReturnType<Invited['step']>, changed: Partial<ActivityContext> = {}) =>
  createActivities({ ...context, ...changed }).sendInvitation(step);

/** The failure that Temporal gets: a code alone, in every part of it that reaches a history. */
async function failureOf(work: Promise<unknown>): Promise<ApplicationFailure> {
  const error = await work.then(
    () => undefined,
    (failed) => failed,
  );
  expect(error).toBeInstanceOf(ApplicationFailure);
  const { message, type, nonRetryable } = error;
  expect({ type, nonRetryable }).toEqual({ type: message, nonRetryable: false });
  expect(message).toMatch(/^[a-z0-9_]+$/);
  expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/people\.test|\+32|Dupont/);
  return error;
}

const leaseIsOver = (grantId: string) =>
  world.owner`update mails set claimed_until = now() - interval '1 second' where grant_id = ${grantId}`;

/** An activity that dies between the mail server's acceptance and its completion. */
const dyingAfterSending = (): Partial<ActivityContext> => {
  let calls = 0;
  return {
    now: async () => {
      if (++calls > 1) throw new Error('killed');
      return new Date();
    },
  };
};

describe('claimed, then sent: one attempt at a time', () => {
  test('of two claims at once one gets it, the other waits for as long as the lease lasts', async () => {
    const one = await invited();
    const claims = await Promise.all([claimStep(context, one.step(0)), claimStep(context, one.step(0))]);
    expect(claims.map(({ kind }) => kind).sort()).toEqual(['claimed', 'leased']);
    const leased = claims.find((claim) => claim.kind === 'leased')!;
    expect(leased.forMs).toBeGreaterThan(60_000);
    expect(leased.forMs).toBeLessThanOrEqual(90_000);
    const failure = await failureOf(send(one.step(0)));
    expect(failure.message).toBe('claimed_by_another_attempt');
    expect(failure.nextRetryDelay).toBeGreaterThan(60_000);
    expect(one.received()).toEqual([]);
  });

  test('of many activities at once one sends', async () => {
    const one = await invited();
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => send(one.step(0))));
    const sent = all.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    for (const each of sent) expect(each).toEqual({ ...sent[0], kind: 'sent', step: 0 });
    expect(sent.length).toBeGreaterThan(0);
    expect(one.received()).toHaveLength(1);
  });

  test('killed after the server accepted: leased, then sent again with the same Message-ID and link', async () => {
    const one = await invited();
    await failureOf(send(one.step(0), dyingAfterSending()));
    expect((await failureOf(send(one.step(0)))).message).toBe('claimed_by_another_attempt');
    expect(one.received()).toHaveLength(1);

    await leaseIsOver(one.grantId);
    expect(await send(one.step(0))).toMatchObject({ kind: 'sent', step: 0 });
    const [first, second] = one.received() as [Received, Received];
    expect(second.mail.messageId).toBe(first.mail.messageId);
    expect(tokenIn(second)).toBe(tokenIn(first));
    expect(await one.mails()).toMatchObject([{ attempts: 2, sent_at: expect.any(Date) }]);
  });

  test('each claim makes a new version, so that who decided on the state before decides again (R12, R13)', async () => {
    const one = await invited();
    for (let attempt = 0; attempt < 2; attempt++) {
      const { version, firm_id: firmId } = await one.grant();
      await claimStep(context, one.step(0));
      await leaseIsOver(one.grantId);
      const late = transaction(world.db, async (tx) => {
        const changes = new Changes({ firmId, dossierId: d.id, actorId: null, origin: null });
        changes.updateGrant({ id: one.grantId, version, state: 'withdrawn' });
        await changes.write(tx);
      });
      await expect(late).rejects.toBeInstanceOf(StaleFacts);
    }
  });
});

describe('claimed, then sent: what was accepted is never sent again', () => {
  test('by a second run with the same step, or one that starts over', async () => {
    const one = await invited();
    const first = await send(one.step(0));
    expect(await send(one.step(0))).toEqual(first);
    const reminded = await send(one.step(1), { now: async () => new Date(Date.now() + 7 * day) });
    expect(reminded).toMatchObject({ kind: 'sent', step: 1 });
    expect(await send(one.step(0))).toEqual(reminded);
    expect(await send(one.step(1))).toEqual(reminded);
    expect(one.received()).toHaveLength(2);
  });

  test('by a run after the last reminder', async () => {
    const one = await invited();
    for (const step of [0, 1]) await send(one.step(step));
    const last = await send(one.step(2));
    expect(last).toEqual({ kind: 'settled', outcome: 'unanswered' });
    for (const step of [0, 1, 2]) expect(await send(one.step(step))).toEqual(last);
    expect(one.received()).toHaveLength(3);
    expect(await one.told()).toEqual(['unanswered']);
  });
});

describe('claimed, then sent: what was committed before the claim counts (R9 to R13, R18)', () => {
  type Case = [title: string, change: (one: Invited) => Promise<unknown>, answer: object];
  const cases: Case[] = [
    ['a withdrawal', (one) => one.save({ right: 'none' }), { kind: 'settled', outcome: 'withdrawn' }],
    [
      'a corrected address',
      (one) => one.save({ email: newEmail('new'), right: 'read_write' }),
      { kind: 'superseded', cycle: 2 },
    ],
    ['a death', (one) => one.dies(), { kind: 'settled', outcome: 'withdrawn' }],
  ];
  test.for(cases)('%s before the invitation: nothing is sent', async ([, change, answer]) => {
    const one = await invited();
    await change(one);
    expect(await send(one.step(0))).toEqual(answer);
    expect(one.received()).toEqual([]);
  });

  test.for<Case>([
    ...cases,
    [
      'a refusal by the invitee',
      (one) => world.client().post(`/api/invitations/${tokenIn(one.received()[0]!)}/decline`),
      { kind: 'settled', outcome: 'declined' },
    ],
    ['an acceptance', (one) => accept(world, one.email, one.phone), { kind: 'settled', outcome: 'accepted' }],
  ])('%s before a reminder: no reminder is sent', async ([, change, answer]) => {
    const one = await invited();
    await send(one.step(0));
    await change(one);
    expect(await send(one.step(1))).toEqual(answer);
    expect(one.received()).toHaveLength(1);
  });

  test.each([
    ['the same number', true],
    ['another number', false],
  ])(
    "an account made by another dossier's invitation, with %s: the notice is sent instead",
    async (_, same) => {
      const other = await dossier(manager);
      const somebody = await insider(world, manager, other, await person(manager, other));
      const personId = await person(manager, d);
      const phone = same ? somebody.phone : newPhone();
      const { grantId } = await give(manager, d, personId, 'read_only', { email: somebody.email, phone });
      const before = world.inbox.to(somebody.email).length;
      const step = { grantId, cycle: 1, step: 0, delays };
      expect(await send(step)).toEqual({ kind: 'settled', outcome: 'notified' });
      expect(await send(step)).toEqual({ kind: 'settled', outcome: 'notified' });
      const received = world.inbox.to(somebody.email).slice(before);
      expect(received).toHaveLength(1);
      expect(received[0]!.text).not.toContain('/invitations/');
    },
  );

  test('an account that is being made holds the claim off, and turns it into the notice', async () => {
    const one = await invited();
    const maker = await world.owner.reserve();
    await maker`begin`;
    await maker`select lock_address(${one.email})`;
    const claim = claimStep(context, one.step(0));
    await vi.waitFor(async () => {
      const waiting = await world.owner`
        select pid from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
      expect(waiting).toHaveLength(1);
    }, 10_000);
    await maker`
      insert into accounts (name, email, phone, language) values ('Léa', ${one.email}, ${one.phone}, 'fr')`;
    await maker`commit`;
    maker.release();
    expect(await claim).toMatchObject({ kind: 'claimed', mailKind: 'new_access', token: null });
  });

  test('a resend that waits is cancelled by withdrawal, decline, death and correction', async () => {
    const endings: ((one: Invited) => Promise<unknown>)[] = [
      (one) => one.save({ right: 'none' }),
      (one) => world.client().post(`/api/invitations/${tokenIn(one.received()[0]!)}/decline`),
      (one) => one.dies(),
      (one) => one.save({ email: newEmail('new'), right: 'read_write' }),
    ];
    for (const ending of endings) {
      const one = await invited();
      await send(one.step(0));
      expect((await one.resend()).status).toBe(202);
      await ending(one);
      const [repeat] = (await one.mails()).filter((mail) => mail.step === null);
      const activities = createActivities(context);
      expect(await activities.sendMail({ mailId: repeat!.id })).toBe('cancelled');
      expect(await activities.sendMail({ mailId: repeat!.id })).toBe('cancelled');
      expect(one.received()).toHaveLength(1);
    }
  });
});

describe('claimed, then sent: what happens while the e-mail is on its way', () => {
  /** Does something once the mail server has accepted an e-mail to an address, before the activity hears of it. */
  function during(email: string, work: (received: Received) => Promise<unknown>) {
    world.inbox.onAccepted = async (received) => {
      if (received.to !== email) return;
      world.inbox.onAccepted = () => {};
      await work(received);
    };
  }

  test('R12, R13: withdrawn: it stays withdrawn, the mail counts as sent, and the person is told', async () => {
    const one = await invited();
    during(one.email, () => one.save({ right: 'none' }));
    await send(one.step(0));
    expect(await one.grant()).toMatchObject({ state: 'withdrawn', sent_at: null, next_reminder_at: null });
    expect(await one.mails()).toMatchObject([{ kind: 'invitation', sent_at: expect.any(Date) }]);
    expect(await one.told()).toEqual(['withdrawn']);
    const records = await world.owner`
      select action from records where grant_id = ${one.grantId} order by id`;
    expect(records.map(({ action }) => action)).toEqual(['access_given', 'access_withdrawn', 'mail_sent']);
    await world.deliver();
    expect(one.received()).toHaveLength(2);
    expect(await send(one.step(1))).toEqual({ kind: 'settled', outcome: 'withdrawn' });
  });

  test('R13: corrected: the new cycle stays as it is', async () => {
    const one = await invited();
    during(one.email, () => one.save({ email: newEmail('new'), right: 'read_write' }));
    await send(one.step(0));
    expect(await one.grant()).toMatchObject({ cycle: 2, state: 'queued', sent_at: null, reminders_sent: 0 });
    expect(await send(one.step(1))).toEqual({ kind: 'superseded', cycle: 2 });
  });

  test('R9: accepted: it stays accepted, and the manager is told once', async () => {
    const one = await invited();
    during(one.email, () => accept(world, one.email, one.phone));
    await send(one.step(0));
    expect(await one.grant()).toMatchObject({ state: 'accepted', account_id: expect.any(String) });
    expect(await one.told()).toEqual(['accepted']);
    expect(await send(one.step(1))).toEqual({ kind: 'settled', outcome: 'accepted' });
  });

  test('R13: corrected while the old address is refused for good: the new cycle goes on', async () => {
    const one = await invited();
    world.inbox.refuse(one.email, 550);
    const post: ActivityContext['post'] = {
      async send(message) {
        await one.save({ email: newEmail('new'), right: 'read_write' });
        return context.post.send(message);
      },
    };
    expect(await send(one.step(0), { post })).toEqual({ kind: 'superseded', cycle: 2 });
    expect(await one.grant()).toMatchObject({ cycle: 2, state: 'queued' });
    expect(await one.told()).toEqual([]);
  });

  test('R18: a death while a resend is on its way: its link stays dead', async () => {
    const one = await invited();
    await send(one.step(0));
    await one.resend();
    during(one.email, () => one.dies());
    await world.deliver();
    expect(one.received()).toHaveLength(2);
    expect(await one.grant()).toMatchObject({ state: 'withdrawn', expires_at: null });
    const token = tokenIn(one.received()[1]!);
    expect((await world.client().get(`/api/invitations/${token}`)).status).toBe(404);
  });
});

describe('refused and delayed', () => {
  test('for good: undeliverable, the manager is told, and no reminder follows', async () => {
    const one = await invited();
    world.inbox.refuse(one.email, 550);
    const outcome = { kind: 'settled', outcome: 'undeliverable' };
    expect(await send(one.step(0))).toEqual(outcome);
    expect(await send(one.step(0))).toEqual(outcome);
    expect(await one.grant()).toMatchObject({
      state: 'undeliverable',
      next_reminder_at: null,
      ended_at: null,
    });
    expect(await one.mails()).toMatchObject([{ refused_at: expect.any(Date), sent_at: null, attempts: 1 }]);
    expect(await one.told()).toEqual(['undeliverable']);
    await world.deliver();
    expect(world.inbox.to(manager.email).at(-1)!.text).toContain('Dupont');
  });

  test('for good, a resend: undeliverable too, the manager is told, and the workflow ends', async () => {
    const one = await invited();
    await send(one.step(0));
    await world.deliver();
    await one.resend();
    world.inbox.refuse(one.email, 550);
    const [repeat] = (await one.mails()).filter((mail) => mail.step === null);
    expect(await createActivities(context).sendMail({ mailId: repeat!.id })).toBe('refused');
    expect(await one.grant()).toMatchObject({ state: 'undeliverable', next_reminder_at: null });
    expect(await one.told()).toEqual(['undeliverable']);
    expect(await world.owed()).toContainEqual({
      kind: 'settle',
      grantId: one.grantId,
      cycle: 1,
      outcome: 'undeliverable',
    });
    expect(await send(one.step(1))).toEqual({ kind: 'settled', outcome: 'undeliverable' });
  });

  test('for now: a code, the claim given back, and the same Message-ID at the next attempt', async () => {
    const one = await invited();
    world.inbox.refuse(one.email, 451, 2);
    for (const attempts of [1, 2]) {
      expect((await failureOf(send(one.step(0)))).message).toBe('smtp_451');
      expect(await one.mails()).toMatchObject([{ claimed_until: null, last_error: 'smtp_451', attempts }]);
    }
    expect(await one.grant()).toMatchObject({ state: 'inviting', sent_at: null });
    expect(await send(one.step(0))).toMatchObject({ kind: 'sent' });
    const [mail] = await one.mails();
    expect(mail).toMatchObject({ attempts: 3, last_error: null, claimed_until: null });
    expect(one.received().map((each) => each.mail.messageId)).toEqual([`<${mail!.id}@dossiers.test>`]);
  });

  test('the mail server away: a code, and the claim given back', async () => {
    const one = await invited();
    const post = createPost(`smtp://127.0.0.1:${await freePort()}`);
    expect((await failureOf(send(one.step(0), { post }))).message).toMatch(/^smtp_/);
    expect(await one.mails()).toMatchObject([{ claimed_until: null, attempts: 1 }]);
    const [repeat] = await world.owner<{ id: string }[]>`
      insert into mails (id, kind, firm_id, dossier_id, grant_id, email)
      select uuidv7(), 'withdrawn', firm_id, dossier_id, id, email from grants where id = ${one.grantId} returning id`;
    const { sendMail } = createActivities({ ...context, post });
    expect((await failureOf(sendMail({ mailId: repeat!.id }))).message).toMatch(/^smtp_/);
    expect(one.received()).toEqual([]);
  });

  test('the database away, or failing: a code', async () => {
    const one = await invited();
    const url = new URL(world.url);
    url.port = String(await freePort());
    const away = connect(url.href, { max: 1 });
    const activities = createActivities({ ...context, db: away });
    expect((await failureOf(activities.sendInvitation(one.step(0)))).message).toBe('database_failed');
    expect((await failureOf(activities.sendMail({ mailId: one.grantId }))).message).toBe('database_failed');
    await away.close();

    await world.owner`alter table mails add constraint closed check (email = '') not valid`;
    try {
      expect((await failureOf(send(one.step(0)))).message).toBe('database_failed');
    } finally {
      await world.owner`alter table mails drop constraint closed`;
    }
    expect(one.received()).toEqual([]);
  });

  test('the database away once the mail server has accepted: a code, and no second e-mail while it is leased', async () => {
    const one = await invited();
    await world.owner`alter table records add constraint closed check (action <> 'mail_sent') not valid`;
    try {
      expect((await failureOf(send(one.step(0)))).message).toBe('database_failed');
    } finally {
      await world.owner`alter table records drop constraint closed`;
    }
    expect(await one.grant()).toMatchObject({ state: 'inviting' });
    expect((await failureOf(send(one.step(0)))).message).toBe('claimed_by_another_attempt');
    expect(one.received()).toHaveLength(1);
  });
});
