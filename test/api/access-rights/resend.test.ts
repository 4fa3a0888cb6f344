import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  admit,
  advisorPath,
  arrivals,
  engage,
  expectRefused,
  grantsOf,
  lineOf,
  linePath,
  recipients,
  recordsOf,
} from '../../support/access.ts';
import { tokenIn } from '../../support/inbox.ts';
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
  type Somebody,
} from '../../support/people.ts';
import { createWorld, type World } from '../../support/world.ts';

/* R13: an invitation sent again, or begun anew; and how often. */

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

async function invited() {
  const where = await dossier(manager);
  const child = await person(manager, where);
  const given = await give(manager, where, child);
  await world.deliver();
  const path = linePath(where, child);
  return { where, child, ...given, path, resend: () => manager.client.post(`${path}/invitation/resend`) };
}

const datesOf = ({ sentAt, nextReminderAt, remindersSent }: Record<string, unknown>) => ({
  sentAt,
  nextReminderAt,
  remindersSent,
});

/** What the workflow would have written by then. */
const workflowWrote = (grantId: string, state: string, next: Date | null = null) => world.owner`
  update grants set state = ${state}, next_reminder_at = ${next}, version = version + 1 where id = ${grantId}`;

describe('R13: while reminders are due', () => {
  it.each([
    ['waiting_first_reminder', 0],
    ['waiting_second_reminder', 1],
  ])('R13: in %s it repeats the e-mail in the same cycle, and moves no date', async (state, reminders) => {
    const { where, child, email, grantId, resend } = await invited();
    await world.owner`update grants set state = ${state}, reminders_sent = ${reminders} where id = ${grantId}`;
    const before = datesOf((await lineOf(manager, where, child)).invitation);
    const mails = await arrivals(world, async () => {
      const answer = await resend();
      expect(answer.status).toBe(202);
      expect(answer.body).toMatchObject({ grantId, invitation: { state, ...before } });
      expect(await world.owed()).toEqual([
        { kind: 'mail', mailId: expect.any(String), mailKind: 'invitation', dossierId: where.id },
      ]);
    });
    expect(recipients(mails)).toEqual([email]);
    expect(datesOf((await lineOf(manager, where, child)).invitation)).toEqual(before);
    expect(await grantsOf(world, child)).toMatchObject([{ state, cycle: 1 }]);
    const tokens = world.inbox.to(email).map(tokenIn);
    expect(new Set(tokens).size).toBe(2);
    expect(new Set(world.inbox.to(email).map(({ mail }) => mail.messageId)).size).toBe(2);
    for (const token of tokens) {
      expect((await world.client().get(`/api/invitations/${token}`)).status).toBe(200);
    }
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({
      action: 'invitation_resent',
      actorId: manager.id,
      after: { how: 'repeat' },
    });
  });

  it('R13: before the first e-mail has left there is nothing to repeat', async () => {
    const where = await dossier(manager);
    const child = await person(manager, where);
    const { email, grantId } = await give(manager, where, child);
    const answer = await manager.client.post(`${linePath(where, child)}/invitation/resend`);
    expect([answer.status, answer.body.invitation.state]).toEqual([202, 'queued']);
    expect((await world.owed()).filter((task) => 'grantId' in task && task.grantId === grantId)).toHaveLength(
      1,
    );
    await world.deliver();
    expect(world.inbox.to(email)).toHaveLength(1);
  });

  it('R13: a repeated one is cancelled when the access is withdrawn before it left', async () => {
    const { where, child, email, resend } = await invited();
    await resend();
    await manager.client.put(linePath(where, child), { right: 'none' });
    await world.deliver();
    expect(world.inbox.to(email).map((mail) => mail.subject)).toEqual([
      'Invitation to a client dossier',
      'Your access to a client dossier has been withdrawn',
    ]);
  });
});

describe('R13: after the end, a new cycle', () => {
  it.each(['unanswered', 'undeliverable'])('R13: after %s', async (state) => {
    const { where, child, email, grantId, resend } = await invited();
    await workflowWrote(grantId, state);
    const old = tokenIn(world.inbox.to(email)[0]!);
    const mails = await arrivals(world, async () => {
      const answer = await resend();
      expect(answer.status).toBe(202);
      expect(answer.body.invitation).toMatchObject({ state: 'queued', sentAt: null, remindersSent: 0 });
      expect(await world.owed()).toEqual([
        { kind: 'invite', grantId, cycle: 2, partyKind: 'person', dossierId: where.id },
      ]);
    });
    expect(recipients(mails)).toEqual([email]);
    expect(await grantsOf(world, child)).toMatchObject([
      { cycle: 2, state: 'waiting_first_reminder', email },
    ]);
    expect((await world.client().get(`/api/invitations/${old}`)).status).toBe(404);
    expect((await world.client().get(`/api/invitations/${tokenIn(mails[0]!)}`)).status).toBe(200);
    expect((await recordsOf(world, child)).at(-1)).toMatchObject({ after: { how: 'new_cycle' } });
  });

  it('R13: after the invitee declined: the manager was told, the right stayed, the reminders start anew', async () => {
    const { child, email, path, grantId, resend } = await invited();
    const token = tokenIn(world.inbox.to(email)[0]!);
    const mails = await arrivals(world, async () => {
      expect((await world.client().post(`/api/invitations/${token}/decline`)).status).toBe(204);
    });
    expect(recipients(mails)).toEqual([manager.email]);
    expect(await grantsOf(world, child)).toMatchObject([{ state: 'declined', ended_at: null, cycle: 1 }]);
    const again = await arrivals(world, resend);
    expect(recipients(again)).toEqual([email]);
    expect(await grantsOf(world, child)).toMatchObject([
      { id: grantId, cycle: 2, state: 'waiting_first_reminder', next_reminder_at: expect.any(Date) },
    ]);
    // Of a declined invitation the address can be corrected as of any other.
    await manager.client.put(path, { email: newEmail('other'), right: 'read_write' });
    expect(await grantsOf(world, child)).toMatchObject([{ cycle: 3, state: 'queued' }]);
  });

  it('R12, R13: begun anew and withdrawn before it left: the address was written to in the first', async () => {
    const { path, email, grantId, resend } = await invited();
    await workflowWrote(grantId, 'unanswered');
    await resend();
    await manager.client.put(path, { right: 'none' });
    await world.deliver();
    expect(world.inbox.to(email).map((mail) => mail.subject)).toEqual([
      'Invitation to a client dossier',
      'Your access to a client dossier has been withdrawn',
    ]);
  });
});

describe('R13: what can’t be sent again', () => {
  it('R13: no access; access that is open; a person who died', async () => {
    const where = await dossier(manager);
    const [bare, open, dead] = [
      await person(manager, where),
      await person(manager, where),
      await person(manager, where),
    ];
    const resend = (id: string) => () => manager.client.post(`${linePath(where, id)}/invitation/resend`);
    await expectRefused(world, resend(bare), 409, 'no_access');
    await admit(manager, where, open, cousin);
    await expectRefused(world, resend(open), 409, 'already_open');
    await give(manager, where, dead);
    await world.deliver();
    const deathDate = '2025-05-05';
    await manager.client.patch(`${where.path}/family/persons/${dead}`, 1, { deathDate });
    await expectRefused(world, resend(dead), 409, 'person_deceased');
    await expectRefused(world, resend(where.id), 404, 'not_found');
  });
});

const waitIsSaid = (headers: Headers) => {
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(24 * 60 * 60);
};

describe('limits', () => {
  it('R13: 3 resends a day, then 429 with Retry-After; a day later again', async () => {
    const { child, email, resend } = await invited();
    for (let i = 0; i < 3; i++) expect((await resend()).status).toBe(202);
    waitIsSaid((await expectRefused(world, resend, 429, 'too_many_resends')).headers);
    await world.deliver();
    expect(world.inbox.to(email)).toHaveLength(4);
    await world.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`update records set at = at - interval '25 hours' where subject_id = ${child}`;
    });
    expect((await resend()).status).toBe(202);
  });

  it('R13: an advisor’s invitation too, counted for himself', async () => {
    const where = await dossier(manager);
    const [one, two] = [await engage(manager, where), await engage(manager, where)];
    await world.deliver();
    const resend = (id: string) => manager.client.post(`${advisorPath(where, id)}/invitation/resend`);
    for (let i = 0; i < 3; i++) expect((await resend(one.id)).status).toBe(202);
    waitIsSaid((await expectRefused(world, () => resend(one.id), 429, 'too_many_resends')).headers);
    expect((await resend(two.id)).status).toBe(202);
  });

  /** A person with open access whose address got 10 e-mails from the dossier today: the notice, then 9 changes. */
  async function tenMails() {
    const where = await dossier(manager);
    const child = await person(manager, where);
    await admit(manager, where, child, cousin);
    await world.deliver();
    const change = (right: string) => manager.client.put(linePath(where, child), { right });
    for (let i = 0; i < 9; i++) {
      expect((await change(i % 2 === 0 ? 'read_only' : 'read_write')).status).toBe(200);
    }
    return { where, child, change };
  }

  it('R12: the 11th e-mail of a day to one address is 429, a withdrawal never is', async () => {
    const { where, child, change } = await tenMails();
    await world.deliver();
    const refused = await expectRefused(world, () => change('read_write'), 429, 'too_many_emails');
    waitIsSaid(refused.headers);
    expect((await change('read_only')).status).toBe(200);
    const mails = await arrivals(world, async () => {
      expect((await change('none')).status).toBe(200);
    });
    expect(recipients(mails)).toEqual([cousin.email]);
    const again = () =>
      manager.client.put(linePath(where, child), {
        email: cousin.email,
        phone: cousin.phone,
        right: 'read_only',
      });
    await expectRefused(world, again, 429, 'too_many_emails');
  });

  it('R12: another dossier counts for itself', async () => {
    await tenMails();
    const elsewhere = await dossier(manager);
    await admit(manager, elsewhere, await person(manager, elsewhere), cousin);
  });

  it('R13: a correction to an address that got 10 is 429, a phone number alone is not', async () => {
    const { where } = await tenMails();
    const child = await person(manager, where);
    await give(manager, where, child);
    // The cousin’s access is withdrawn, so that the address is free.
    const correct = (body: object) =>
      manager.client.put(linePath(where, child), { right: 'read_write', ...body });
    const other = await accessOf(where, cousin.email);
    await manager.client.put(linePath(where, other), { right: 'none' });
    await expectRefused(world, () => correct({ email: cousin.email }), 429, 'too_many_emails');
    expect((await correct({ phone: newPhone() })).status).toBe(200);
  });
});

const accessOf = async ({ path }: Dossier, email: string): Promise<string> => {
  const { items } = (await manager.client.get(`${path}/access-rights`)).body;
  return items.find((line: { email: string | null }) => line.email === email).party.id;
};

describe('R13: an accepted invitation', () => {
  it('R13: by the resent link as by the first one', async () => {
    const { where, email, phone, resend } = await invited();
    await resend();
    await world.deliver();
    const { client } = await accept(world, email, phone, 1);
    expect((await client.get(where.path)).status).toBe(200);
    for (const token of world.inbox.to(email).map(tokenIn)) {
      expect((await world.client().get(`/api/invitations/${token}`)).status).toBe(404);
    }
  });
});
