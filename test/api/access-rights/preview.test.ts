import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../src/domain/words.ts';
import {
  admit,
  advisorPath,
  arrivals,
  contactOf,
  engage,
  everything,
  expectRefused,
  linePath,
  register,
} from '../../support/access.ts';
import type { Answer, Client } from '../../support/client.ts';
import { heldToContract } from '../../support/contract.ts';
import { tokenIn } from '../../support/inbox.ts';
import {
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
import { createWorld } from '../../support/world.ts';

/* What a save would do and send, shown before it is made. */

let world: ReturnType<typeof heldToContract>;
let team: Firm;
let manager: Somebody;
let cousin: Somebody;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world, 'Cabinet Étoile');
  manager = await member(world, team);
  const elsewhere = await dossier(manager);
  cousin = await insider(world, manager, elsewhere, await person(manager, elsewhere));
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const contact = () => ({ email: newEmail('new'), phone: newPhone() });

/** A preview; not a row changes. */
async function preview(line: string, body: object, by: Client = manager.client): Promise<Answer> {
  const before = await everything(world);
  const answer = await by.post(`${line}/preview`, body);
  expect(await everything(world)).toEqual(before);
  return answer;
}

/** An e-mail without what differs between a preview and what is sent: the link's token, and the minute it ends. */
const comparable = (text: string) =>
  text.replace(/invitations(\/|&#47;)[\w-]+/g, 'invitations/…').replace(/\d{1,2}[:.h ]+\d{2}(?= \()/, '…');

/** Previews a save, makes it, and compares the e-mail that arrives with the one that was shown. */
async function shownAndSent(line: string, body: { right: string; email?: string }) {
  const shown = await preview(line, body);
  expect(shown.status).toBe(200);
  const { decision, email } = shown.body;
  const mails = await arrivals(world, async () => {
    expect((await manager.client.put(line, body)).status).toBe(200);
  });
  const sent = mails.find(({ to }) => to === email?.to);
  return { decision, email, irrevocable: shown.body.irrevocable, mails, sent };
}

async function opened(right: 'read_only' | 'read_write' = 'read_write') {
  const where = await dossier(manager);
  const child = await person(manager, where, { language: 'en' });
  await admit(manager, where, child, cousin, right);
  await world.deliver();
  return { where, line: linePath(where, child) };
}

async function invited() {
  const where = await dossier(manager);
  const child = await person(manager, where, { language: 'nl' });
  const given = await give(manager, where, child);
  return { ...given, where, line: linePath(where, child) };
}

describe('the e-mail shown is the e-mail sent', () => {
  it.each<Language>(['fr', 'nl', 'en'])('R9: an invitation of a person, in %s', async (language) => {
    const where = await dossier(manager);
    const line = linePath(where, await person(manager, where, { language }));
    const { decision, email, irrevocable, sent } = await shownAndSent(line, {
      ...contact(),
      right: 'read_only',
    });
    expect([decision, irrevocable]).toEqual(['given', false]);
    expect(sent!.subject).toBe(email.subject);
    expect(comparable(sent!.text.trim())).toBe(comparable(email.text.trim()));
    expect(comparable(sent!.html.trim())).toBe(comparable(email.html.trim()));
    expect(email.html).toContain(`lang="${language}"`);
    expect(email.text).toContain('Cabinet Étoile');
  });

  it('R9: where no language is given, in the manager’s', async () => {
    const where = await dossier(manager);
    const line = linePath(where, await person(manager, where));
    const { body } = await preview(line, { ...contact(), right: 'read_only' });
    expect(body.email.subject).toBe('Invitation to a client dossier');
  });

  it('R6, R9: an invitation of an advisor', async () => {
    const where = await dossier(manager);
    const { id, email: address } = await register(manager, where);
    const { decision, email, sent } = await shownAndSent(advisorPath(where, id), { right: 'read_write' });
    expect([decision, email.to]).toEqual(['given', address]);
    expect(comparable(sent!.text.trim())).toBe(comparable(email.text.trim()));
    expect(email.text).toContain('en qualité de conseiller externe');
  });

  it('R12: of a changed and of a withdrawn right', async () => {
    const { line } = await opened();
    for (const [right, kind] of [
      ['read_only', 'changed'],
      ['none', 'withdrawn'],
    ] as const) {
      const { decision, email, sent, mails } = await shownAndSent(line, { right });
      expect([decision, email.to, mails.length]).toEqual([kind, cousin.email, 1]);
      expect([sent!.subject, sent!.text.trim()]).toEqual([email.subject, email.text.trim()]);
    }
  });

  it('R12, R13: of a withdrawal while pending, to an address that was written to, and to none other', async () => {
    const before = await invited();
    const unwritten = await preview(before.line, { right: 'none' });
    expect(unwritten.body).toEqual({ decision: 'withdrawn', irrevocable: false, email: null });
    await world.deliver();
    const { decision, email, sent } = await shownAndSent(before.line, { right: 'none' });
    expect([decision, email.to]).toEqual(['withdrawn', before.email]);
    expect(sent!.text.trim()).toBe(email.text.trim());
  });

  it('R13: a corrected address is shown its invitation; a number or a level alone sends nothing', async () => {
    const { line, email, phone } = await invited();
    await world.deliver();
    const other = newEmail('other');
    const corrected = await preview(line, { email: other, right: 'read_write' });
    expect(corrected.body).toMatchObject({ decision: 'corrected', email: { to: other } });
    expect(corrected.body.email.text).toContain('/invitations/');
    for (const [body, decision] of [
      [{ phone: newPhone(), right: 'read_write' }, 'corrected'],
      [{ right: 'read_only' }, 'changed'],
      [{ right: 'read_write' }, 'unchanged'],
      [{ email: email.toUpperCase(), phone, right: 'read_write' }, 'unchanged'],
    ] as const) {
      expect((await preview(line, body)).body).toEqual({ decision, irrevocable: false, email: null });
    }
  });

  it('R3: a holder sees the invitation in his name', async () => {
    const where = await dossier(manager);
    await admit(manager, where, where.holderId, cousin);
    const line = linePath(where, await person(manager, where, { language: 'en' }));
    const { body } = await preview(line, { ...contact(), right: 'read_only' }, cousin.client);
    expect(body.decision).toBe('given');
    expect(body.email.text).toMatch(/Léa Dupont \d+ invites you/);
  });
});

describe('what it says besides', () => {
  it('R5: giving to a central person, or changing it, is irrevocable', async () => {
    const where = await dossier(manager);
    const line = linePath(where, where.holderId);
    const body = { ...contact(), right: 'read_write' };
    expect((await preview(line, body)).body).toMatchObject({ decision: 'given', irrevocable: true });
    expect((await preview(line, { right: 'none' })).body).toMatchObject({
      decision: 'unchanged',
      irrevocable: false,
    });
    await manager.client.put(line, body);
    const changed = await preview(line, { right: 'read_only' });
    expect(changed.body).toMatchObject({ decision: 'changed', irrevocable: true });
  });

  it('the link is a placeholder, alone of its form, and opens nothing', async () => {
    const { line } = await invited();
    const { email } = (await preview(line, { email: newEmail('x'), right: 'read_write' })).body;
    const token = tokenIn(email);
    expect([...email.html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      `http://dossiers.test/invitations/${token}`,
    ]);
    for (const [method, call] of [
      ['GET', ''],
      ['POST', '/code'],
      ['POST', '/decline'],
    ] as const) {
      const answer = await world.client().call(method, `/api/invitations/${token}${call}`);
      expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
    }
  });

  it('R10, R17: it doesn’t tell whether an address has an account', async () => {
    const where = await dossier(manager);
    for (const language of ['fr', null]) {
      const line = linePath(where, await person(manager, where, { language }));
      const right = 'read_only';
      const unknown = contact();
      const answers = [
        (await preview(line, { ...unknown, right })).body,
        (await preview(line, { ...contactOf(cousin), right })).body,
        (await preview(line, { email: cousin.email, phone: newPhone(), right })).body,
        // An account in another language than the person's.
        (await preview(line, { ...contactOf(team.admin), right })).body,
      ];
      const withoutTo = answers.map(({ email: { to, ...email }, ...body }) => ({
        ...body,
        email: { subject: email.subject, text: comparable(email.text), html: comparable(email.html) },
      }));
      for (const answer of withoutTo) expect(answer).toEqual(withoutTo[0]);
      expect(answers.map(({ email }) => email.to)).toEqual([
        unknown.email,
        cousin.email,
        cousin.email,
        team.admin.email,
      ]);
    }
  });

  it('is counted as no e-mail, and waits for nobody who holds the line', async () => {
    const { line } = await opened();
    await world.owner.begin(async (tx) => {
      await tx`select from persons where id = ${line.split('/').at(-1)!} for update`;
      await tx`select from dossiers for update`;
      for (let time = 0; time < 12; time++) {
        expect((await manager.client.post(`${line}/preview`, { right: 'read_only' })).status).toBe(200);
      }
    });
    expect((await manager.client.put(line, { right: 'read_only' })).status).toBe(200);
  });
});

describe('it is refused as the save is', () => {
  let where: Dossier;
  let colleague: Somebody;
  let holder: Somebody;
  beforeAll(async () => {
    where = await dossier(manager, { couple: true });
    colleague = await member(world, team);
    holder = await insider(world, manager, where, where.holderId, 'read_only');
    await manager.client.put(`${where.path}/team-access`, {
      mode: 'listed',
      memberIds: [(colleague as Somebody & { memberId: string }).memberId],
    });
  });

  it.each<[what: string, make: () => Promise<[Client, string, object]>]>([
    ['R17: a stranger', async () => [cousin.client, linePath(where, where.holderId), {}]],
    ['R2: a team member', async () => [colleague.client, linePath(where, where.holderId), {}]],
    [
      'R2: a holder, of an advisor',
      async () => [holder.client, advisorPath(where, (await register(manager, where)).id), {}],
    ],
    [
      'R3: above his own level',
      async () => [holder.client, linePath(where, where.coHolderId!), { right: 'read_write' }],
    ],
    ['R2: himself', async () => [holder.client, linePath(where, where.holderId), { right: 'read_only' }]],
    [
      'R5: a withdrawal of the holder',
      async () => [manager.client, linePath(where, where.holderId), { right: 'none' }],
    ],
    [
      'R11: another address once open',
      async () => [manager.client, linePath(where, where.holderId), { ...contact(), right: 'read_only' }],
    ],
    [
      'R4: no contact data',
      async () => [manager.client, linePath(where, where.coHolderId!), { right: 'read_only' }],
    ],
    [
      'R4: an address in use',
      async () => [
        manager.client,
        linePath(where, where.coHolderId!),
        { ...contactOf(holder), right: 'read_only' },
      ],
    ],
    [
      'R18: the dead',
      async () => [
        manager.client,
        linePath(where, await person(manager, where, { deathDate: '2020-02-02' })),
        { ...contact(), right: 'read_only' },
      ],
    ],
    [
      'R2: his own address',
      async () => [
        manager.client,
        linePath(where, where.coHolderId!),
        { ...contactOf(manager), right: 'read_only' },
      ],
    ],
    [
      'an unknown field',
      async () => [manager.client, linePath(where, where.coHolderId!), { right: 'none', x: 1 }],
    ],
    [
      'a person of another dossier',
      async () => [manager.client, linePath(where, (await dossier(manager)).holderId), { right: 'none' }],
    ],
  ])('%s', async (_, make) => {
    const [client, line, body] = await make();
    const saved = await client.put(line, body);
    expect(saved.status).toBeGreaterThanOrEqual(403);
    const shown = await expectRefused(
      world,
      () => client.post(`${line}/preview`, body),
      saved.status,
      saved.body.code,
    );
    expect(shown.body.errors).toEqual(saved.body.errors);
  });

  it('R12: after ten e-mails in a day to the address', async () => {
    const open = await opened();
    for (let time = 0; time < 9; time++) {
      await manager.client.put(open.line, { right: time % 2 ? 'read_write' : 'read_only' });
    }
    const body = { right: 'read_write' };
    const shown = () => manager.client.post(`${open.line}/preview`, body);
    const answer = await expectRefused(world, shown, 429, 'too_many_emails');
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await manager.client.put(open.line, body)).status).toBe(429);
  });

  it('R6: an advisor with access: changed and withdrawn', async () => {
    const { id } = await engage(manager, where);
    const line = advisorPath(where, id);
    expect((await preview(line, { right: 'read_only' })).body.decision).toBe('changed');
    expect((await preview(line, { right: 'none' })).body.decision).toBe('withdrawn');
  });
});
