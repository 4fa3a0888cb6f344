import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  actionsOf,
  admit,
  advisorPath,
  arrivals,
  contactOf,
  engage,
  everything,
  expectRefused,
  fieldErrors,
  grantsOf,
  lineOf,
  linePath,
  mailKindsTo,
  recipients,
  recordsOf,
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

/* Many lines saved in one call: each as if alone, all of them or none. */

let world: ReturnType<typeof heldToContract>;
let team: Firm;
let manager: Somebody;
let jeanne: Somebody;
let paul: Somebody;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  team = await firm(world);
  manager = await member(world, team);
  const elsewhere = await dossier(manager, { couple: true });
  jeanne = await insider(world, manager, elsewhere, elsewhere.holderId);
  paul = await insider(world, manager, elsewhere, elsewhere.coHolderId!);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

const contact = () => ({ email: newEmail('many'), phone: newPhone() });
const path = (where: Dossier) => `${where.path}/access-rights`;
const saveMany = (
  where: Dossier,
  { persons = [], advisors = [] }: { persons?: object[]; advisors?: object[] },
  by: Client = manager.client,
) => by.put(path(where), { persons, advisors });
const decisions = (answer: { body: { items: { decision: string }[] } }) =>
  answer.body.items.map(({ decision }) => decision);
const children = async (where: Dossier, count: number) => {
  const ids = [];
  for (let i = 0; i < count; i++) ids.push(await person(manager, where, { language: 'en' }));
  return ids;
};

describe('all of them', () => {
  it('R5, R9, R10, R12: gives, changes, corrects, withdraws and leaves, each with the e-mails of its own', async () => {
    const where = await dossier(manager, { couple: true });
    const [given, corrected, same, opened] = await children(where, 4);
    const { id: notary, email: notaryEmail } = await register(manager, where);
    const banker = await engage(manager, where);
    const pending = await give(manager, where, corrected!);
    const kept = await give(manager, where, same!);
    await admit(manager, where, opened!, jeanne);
    await world.deliver();
    const [first, second, holder] = [contact(), contact(), contact()];
    const mails = await arrivals(world, async () => {
      const answer = await saveMany(where, {
        persons: [
          { id: opened, right: 'read_only' },
          { id: given, ...first, right: 'read_only' },
          { id: where.holderId, ...holder, right: 'read_write' },
          { id: corrected, ...second, right: 'read_write' },
          { id: same!.toUpperCase(), email: kept.email, phone: kept.phone, right: 'read_write' },
        ],
        advisors: [
          { id: banker.id, right: 'none' },
          { id: notary, right: 'read_write' },
        ],
      });
      expect(answer.status).toBe(200);
      expect(decisions(answer)).toEqual([
        ...['changed', 'given', 'given', 'corrected', 'unchanged'],
        ...['withdrawn', 'given'],
      ]);
      const lines = answer.body.items.map(({ line }: { line: { party: { id: string } } }) => line);
      for (const line of lines) {
        const { invitation, ...listed } = await lineOf(manager, where, line.party.id);
        expect(line).toMatchObject(listed);
        expect(line.invitation?.state).toBe(invitation?.state);
      }
      expect(lines.map((line: { party: { id: string } }) => line.party.id)).toEqual([
        ...[opened, given, where.holderId, corrected, same],
        ...[banker.id, notary],
      ]);
    });
    // R5: of the holder's access, the firm's admin is told.
    expect(recipients(mails)).toEqual(
      [
        jeanne.email,
        first.email,
        second.email,
        holder.email,
        team.admin.email,
        banker.email,
        notaryEmail,
      ].sort(),
    );
    expect(tokenIn(mails.find(({ to }) => to === first.email)!)).toBeTruthy();
    expect(
      (await world.client().get(`/api/invitations/${tokenIn(world.inbox.to(pending.email)[0]!)}`)).status,
    ).toBe(404);
    expect(await recordsOf(world, given!)).toMatchObject([
      { action: 'access_given', actorId: manager.id, after: { right: 'read_only' }, details: first },
    ]);
    expect(await actionsOf(world, corrected!)).toEqual(['access_given', 'contact_corrected']);
    expect(await actionsOf(world, same!)).toEqual(['access_given']);
    expect(await actionsOf(world, banker.id)).toEqual([
      'advisor_registered',
      'access_given',
      'access_withdrawn',
    ]);
  });

  it('saved again, nothing is written and nothing sent', async () => {
    const where = await dossier(manager);
    const persons = (await children(where, 3)).map((id) => ({ id, ...contact(), right: 'read_only' }));
    await saveMany(where, { persons });
    const before = await everything(world);
    expect(decisions(await saveMany(where, { persons }))).toEqual(Array(3).fill('unchanged'));
    expect(await everything(world)).toEqual(before);
  });

  it('R5: the couple at once: each is told of the other’s, as of two saves', async () => {
    const where = await dossier(manager, { couple: true });
    const mails = await arrivals(world, () =>
      saveMany(where, {
        persons: [
          { id: where.holderId, ...contactOf(jeanne), right: 'read_write' },
          { id: where.coHolderId, ...contactOf(paul), right: 'read_only' },
        ],
      }),
    );
    // A notice each; the admin hears of both, Jeanne, who was in first, of Paul.
    expect(recipients(mails)).toEqual(
      [jeanne.email, paul.email, team.admin.email, team.admin.email, jeanne.email].sort(),
    );
    expect(await mailKindsTo(world, where, jeanne.email)).toContain('central_given');
  });

  it('an address that one line gives up is free for a later one', async () => {
    const where = await dossier(manager);
    const [one, two, three] = await children(where, 3);
    const [first, second] = [contact(), contact()];
    await give(manager, where, one!, 'read_only', first);
    await give(manager, where, two!, 'read_only', second);
    const answer = await saveMany(where, {
      persons: [
        { id: one, right: 'none' },
        { id: two, ...first, right: 'read_only' },
        { id: three, ...second, right: 'read_only' },
      ],
    });
    expect([answer.status, decisions(answer)]).toEqual([200, ['withdrawn', 'corrected', 'given']]);
    expect((await grantsOf(world, two!)).at(-1)).toMatchObject({ email: first.email, ended_at: null });
    expect((await grantsOf(world, three!)).at(-1)).toMatchObject({ email: second.email, cycle: 1 });
  });

  it('R3: a holder gives to persons, in his name, and the manager is told of each', async () => {
    const where = await dossier(manager, { couple: true });
    await admit(manager, where, where.holderId, jeanne);
    const [one, two] = await children(where, 2);
    const [first, second] = [contact(), contact()];
    const mails = await arrivals(world, async () => {
      const persons = [
        { id: one, ...first, right: 'read_write' },
        { id: two, ...second, right: 'read_only' },
      ];
      const answer = await saveMany(where, { persons }, jeanne.client);
      expect([answer.status, decisions(answer)]).toEqual([200, ['given', 'given']]);
    });
    const toManager = mails.filter(({ to }) => to === manager.email);
    expect(toManager.map(({ subject }) => subject)).toEqual(
      Array(2).fill('A holder has given access to a client dossier'),
    );
    expect(await grantsOf(world, two!)).toMatchObject([{ given_by: jeanne.id }]);
  });

  it('a hundred lines', async () => {
    const where = await dossier(manager);
    const ids = await children(where, 99);
    const { id } = await register(manager, where);
    const persons = ids.map((one) => ({ id: one, ...contact(), right: 'read_only' }));
    const answer = await saveMany(where, { persons, advisors: [{ id, right: 'read_only' }] });
    expect([answer.status, new Set(decisions(answer))]).toEqual([200, new Set(['given'])]);
    expect(await world.owner`select 1 from grants where dossier_id = ${where.id}`).toHaveLength(100);
    expect((await world.owner`delete from owed returning id`).length).toBeGreaterThanOrEqual(100);
  });
});

describe('or none: each refused line is named', () => {
  it('R4: the same address twice in a call, whatever its letters', async () => {
    const where = await dossier(manager);
    const [one, two, three] = await children(where, 3);
    const { email, phone } = contact();
    const persons = [
      { id: one, email, phone, right: 'read_only' },
      { id: two, ...contact(), right: 'read_only' },
      { id: three, email: email.toUpperCase(), phone: newPhone(), right: 'read_only' },
    ];
    const answer = await expectRefused(world, () => saveMany(where, { persons }), 409, 'email_in_use');
    expect(fieldErrors(answer)).toEqual([['persons.2.email', 'email_in_use']]);
    // An advisor may have a person's address.
    const { id } = await register(manager, where, { email });
    const both = { persons: persons.slice(0, 2), advisors: [{ id, right: 'read_only' }] };
    expect((await saveMany(where, both)).status).toBe(200);
  });

  it('R4: two advisors registered with one address', async () => {
    const where = await dossier(manager);
    const { email, phone } = contact();
    const ids = [
      await register(manager, where, { email, phone }),
      await register(manager, where, { email, phone }),
    ];
    const advisors = ids.map(({ id }) => ({ id, right: 'read_only' }));
    const answer = await expectRefused(world, () => saveMany(where, { advisors }), 409, 'email_in_use');
    expect(fieldErrors(answer)).toEqual([['advisors.1.email', 'email_in_use']]);
  });

  it('an address that a later line would give up isn’t free yet; nor one of a line that stays', async () => {
    const where = await dossier(manager);
    const [one, two, three] = await children(where, 3);
    const given = await give(manager, where, two!);
    const taking = { id: one, ...contactOf(given), right: 'read_only' };
    for (const persons of [
      [taking, { id: two, right: 'none' }],
      [taking, { id: two, right: 'read_only' }],
      [taking, { id: three, ...contact(), right: 'read_only' }],
    ]) {
      const answer = await expectRefused(world, () => saveMany(where, { persons }), 409, 'email_in_use');
      expect(fieldErrors(answer)).toEqual([['persons.0.email', 'email_in_use']]);
    }
  });

  it('refused for different reasons: 409, and each line says which', async () => {
    const where = await dossier(manager, { couple: true });
    const [fine, missing] = await children(where, 2);
    const dead = await person(manager, where, { deathDate: '2020-02-02' });
    await give(manager, where, where.holderId);
    await admit(manager, where, where.coHolderId!, paul);
    const persons = [
      { id: fine, ...contact(), right: 'read_only' },
      { id: where.holderId, right: 'none' },
      { id: missing, right: 'read_only' },
      { id: where.coHolderId, ...contact(), right: 'read_only' },
      { id: dead, ...contact(), right: 'read_only' },
    ];
    const answer = await expectRefused(world, () => saveMany(where, { persons }), 409, 'lines_refused');
    expect(fieldErrors(answer)).toEqual([
      ['persons.1.right', 'access_irrevocable'],
      ['persons.2.email', 'required'],
      ['persons.2.phone', 'required'],
      ['persons.3.right', 'account_exists'],
      ['persons.4.right', 'person_deceased'],
    ]);
    for (const { message } of answer.body.errors) expect(message).not.toMatch(/@|\+32/);
  });

  it('R4: contact data missing alone: 422', async () => {
    const where = await dossier(manager);
    const [one] = await children(where, 1);
    const call = () => saveMany(where, { persons: [{ id: one, phone: newPhone(), right: 'read_only' }] });
    const answer = await expectRefused(world, call, 422, 'invalid');
    expect(fieldErrors(answer)).toEqual([['persons.0.email', 'required']]);
  });

  it('R2, R3: permission: all refused for it 403, with the others 409', async () => {
    const where = await dossier(manager, { couple: true });
    await admit(manager, where, where.holderId, jeanne, 'read_only');
    const [one] = await children(where, 1);
    const { id } = await register(manager, where);
    const by = jeanne.client;
    const advisors = [{ id, right: 'read_only' }];
    const above = { id: one, ...contact(), right: 'read_write' };
    const fine = { ...above, right: 'read_only' };
    const own = { id: where.holderId, right: 'read_only' };
    for (const [lines, code, errors] of [
      [{ advisors }, 'not_permitted', [['advisors.0.right', 'not_permitted']]],
      [{ persons: [above] }, 'above_own_level', [['persons.0.right', 'above_own_level']]],
      [{ persons: [fine], advisors }, 'not_permitted', [['advisors.0.right', 'not_permitted']]],
      [
        { persons: [own, above], advisors },
        'not_permitted',
        [
          ['persons.0.right', 'own_access'],
          ['persons.1.right', 'above_own_level'],
          ['advisors.0.right', 'not_permitted'],
        ],
      ],
    ] as const) {
      const call = () => saveMany(where, { persons: [], advisors: [], ...lines } as never, by);
      expect(fieldErrors(await expectRefused(world, call, 403, code))).toEqual(errors);
    }
    const noContact = { id: where.coHolderId, right: 'read_only' };
    const mixed = () => saveMany(where, { persons: [above, noContact] }, by);
    const answer = await expectRefused(world, mixed, 409, 'lines_refused');
    expect(fieldErrors(answer).map(([field]) => field)).toEqual([
      ...['persons.0.right', 'persons.1.email', 'persons.1.phone'],
    ]);
  });

  it('R2, R17: who may do none of it: 403 whatever the body, and 404 who has no access', async () => {
    const where = await dossier(manager);
    const colleague = await member(world, team);
    await manager.client.put(`${where.path}/team-access`, {
      mode: 'listed',
      memberIds: [colleague.memberId],
    });
    const [one] = await children(where, 1);
    const bodies = [
      { persons: [{ id: one, ...contact(), right: 'read_only' }], advisors: [] },
      {},
      'nonsense',
    ];
    for (const body of bodies) {
      await expectRefused(world, () => colleague.client.put(path(where), body), 403, 'not_permitted');
      await expectRefused(world, () => jeanne.client.put(path(where), body), 404, 'not_found');
    }
  });

  it('R17: a line of another dossier, a removed one, an advisor among persons: no line of this one', async () => {
    const where = await dossier(manager);
    const other = await dossier(manager);
    const [gone] = await children(where, 1);
    await manager.client.delete(`${where.path}/family/persons/${gone}`, 1);
    const { id: advisor } = await register(manager, where);
    const persons = [other.holderId, gone, advisor].map((id) => ({ id, ...contact(), right: 'read_only' }));
    const call = () =>
      saveMany(where, { persons: [...persons, { id: where.holderId, right: 'none' }], advisors: [] });
    const answer = await expectRefused(world, call, 422, 'invalid');
    expect(fieldErrors(answer)).toEqual([0, 1, 2].map((i) => [`persons.${i}.id`, 'not_in_dossier']));
  });

  it('an id twice, none at all, more than a hundred, and what a single save names', async () => {
    const where = await dossier(manager);
    const id = where.holderId;
    const right = 'read_only';
    for (const [lines, errors] of [
      [
        {
          persons: [
            { id, right },
            { id: id.toUpperCase(), right },
          ],
        },
        [['persons.1.id', 'listed_twice']],
      ],
      [{ persons: [{ id, right }], advisors: [{ id, right }] }, [['advisors.0.id', 'listed_twice']]],
      [{}, [['persons', 'too_small']]],
      [
        {
          persons: Array.from({ length: 101 }, (_, i) => ({ id: id.slice(0, -3) + String(100 + i), right })),
        },
        [['persons', 'too_big']],
      ],
      [{ persons: [{ id: 'x', right }] }, [['persons.0.id', 'invalid_format']]],
      [{ persons: [{ id, right: 'all' }] }, [['persons.0.right', 'invalid_value']]],
      [
        { persons: [{ id, right, email: 'a@b', phone: '1' }] },
        [
          ['persons.0.email', 'invalid_format'],
          ['persons.0.phone', 'invalid_phone'],
        ],
      ],
      [{ advisors: [{ id, right, email: 'a@b.test' }] }, [['advisors.0.email', 'unknown_field']]],
    ] as const) {
      const answer = await expectRefused(world, () => saveMany(where, lines as never), 422, 'invalid');
      expect(fieldErrors(answer)).toEqual(errors);
    }
  });

  it('R12: ten e-mails a day to an address, those of this very call counted', async () => {
    const where = await dossier(manager);
    const [one] = await children(where, 1);
    const notary = await engage(manager, where, 'read_write', contactOf(jeanne));
    await admit(manager, where, one!, jeanne);
    await world.deliver();
    for (let i = 0; i < 7; i++) {
      await manager.client.put(linePath(where, one!), { right: i % 2 ? 'read_write' : 'read_only' });
    }
    expect(await mailKindsTo(world, where, jeanne.email)).toHaveLength(9);
    const lines = {
      persons: [{ id: one, right: 'read_write' }],
      advisors: [{ id: notary.id, right: 'read_only' }],
    };
    const answer = await expectRefused(world, () => saveMany(where, lines), 429, 'too_many_emails');
    expect(fieldErrors(answer)).toEqual([['advisors.0.right', 'too_many_emails']]);
    expect(answer.headers.get('retry-after')).toBe('3600');
    // A withdrawal is never refused for it.
    const leaving = { persons: [{ id: one, right: 'none' }], advisors: [{ id: notary.id, right: 'none' }] };
    expect((await saveMany(where, leaving)).status).toBe(200);
  });
});

describe('at once with others', () => {
  const waiting = () => world.owner`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

  /** Begins a call that has to wait for a person's row; once it waits, `meanwhile` happens; then it goes on. */
  async function whileWaiting(
    personId: string,
    call: () => Promise<Answer>,
    meanwhile: () => Promise<Answer>,
  ): Promise<Answer> {
    let answer!: Promise<Answer>;
    await world.owner.begin(async (tx) => {
      await tx`select from persons where id = ${personId} for update`;
      answer = call();
      await expect.poll(async () => (await waiting()).length, { interval: 5 }).toBe(1);
      expect((await meanwhile()).status).toBe(200);
    });
    return answer;
  }

  it('bulks in any order, and single saves, end one after the other: no deadlock, one grant a line', async () => {
    const where = await dossier(manager);
    const ids = await children(where, 8);
    const notaries = [await register(manager, where), await register(manager, where)];
    const deadlocks = async () =>
      (await world.owner`select deadlocks from pg_stat_database where datname = current_database()`)[0]!
        .deadlocks;
    const before = await deadlocks();
    const addresses = ids.map(contact);
    const shuffled = <T>(list: T[], turn: number) =>
      [...list.slice(turn), ...list.slice(0, turn)].map((_, i, all) =>
        turn % 2 ? all.at(-1 - i)! : all[i]!,
      );
    for (let round = 0; round < 6; round++) {
      const right = round % 2 ? 'read_only' : 'read_write';
      const person = (id: string, i: number) => ({ id, ...addresses[(i + round) % 8]!, right });
      const persons = ids.map(person);
      const advisors = notaries.map(({ id }) => ({ id, right }));
      const answers = await Promise.all([
        saveMany(where, { persons: shuffled(persons, 3), advisors }),
        saveMany(where, { persons: shuffled(persons, 4), advisors: advisors.toReversed() }),
        ...persons.slice(0, 4).map(({ id, ...body }) => manager.client.put(linePath(where, id), body)),
        ...notaries.map(({ id }) => manager.client.put(advisorPath(where, id), { right })),
      ]);
      // Where addresses move in a ring, some find theirs in use: that is a refusal, not a failure.
      expect(
        answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409),
      ).toEqual([]);
      for (const id of [...ids, ...notaries.map((one) => one.id)]) {
        const open = (await grantsOf(world, id)).filter((grant) => grant.ended_at === null);
        expect(open.length).toBeLessThanOrEqual(1);
      }
    }
    expect(await deadlocks()).toBe(before);
  });

  it('is carried out while the worker writes to its grants, one after the other, without a pause', async () => {
    const where = await dossier(manager);
    const persons = (await children(where, 40)).map((id) => ({ id, ...contact(), right: 'read_only' }));
    expect((await saveMany(where, { persons })).status).toBe(200);
    const grants = await world.owner<{ id: string }[]>`select id from grants where dossier_id = ${where.id}`;
    await world.owner`insert into limits (key, points, resets_at) values ('at work', 0, now())`;
    // As claims do: a version more of one grant after the other, each in a transaction of its own.
    const ids = grants.map(({ id }) => `'${id}'`).join(',');
    const work = world.owner.unsafe(`
      do $$ declare ids uuid[] := array[${ids}]::uuid[]; nth int := 0; begin
        while exists (select from limits where key = 'at work') loop
          nth := nth + 1;
          update grants set version = version + 1 where id = ids[1 + nth % array_length(ids, 1)] and ended_at is null;
          commit;
        end loop;
      end $$`);
    const working = work.then(() => 'ended');
    const version = async () =>
      (await world.owner`select max(version) from grants where dossier_id = ${where.id}`)[0]!.max;
    await expect.poll(version).toBeGreaterThan(5);
    for (const right of ['read_write', 'read_only', 'read_write', 'none']) {
      const changed = await saveMany(where, { persons: persons.map(({ id }) => ({ id, right })) });
      expect([changed.status, new Set(decisions(changed))]).toEqual([
        200,
        new Set([right === 'none' ? 'withdrawn' : 'changed']),
      ]);
    }
    await world.owner`delete from limits where key = 'at work'`;
    expect(await working).toBe('ended');
    await world.owner`delete from owed`;
  });

  it('R12: an invitation that is claimed while the withdrawal waits was written to: its address is told', async () => {
    const where = await dossier(manager);
    const [one, two] = await children(where, 2);
    const given = await give(manager, where, one!);
    let answer!: Promise<Answer>;
    await world.owner.begin(async (tx) => {
      await tx`update grants set version = version + 1, state = 'inviting' where id = ${given.grantId}`;
      answer = saveMany(where, {
        persons: [
          { id: one, right: 'none' },
          { id: two, right: 'none' },
        ],
      });
      await expect.poll(async () => (await waiting()).length, { interval: 5 }).toBe(1);
      await tx`insert into mails ${tx({ id: given.grantId, kind: 'invitation', dossier_id: where.id, grant_id: given.grantId, cycle: 1, step: 0, email: given.email, claimed_until: new Date(Date.now() + 60_000) })}`;
    });
    expect(decisions(await answer)).toEqual(['withdrawn', 'unchanged']);
    expect(await mailKindsTo(world, where, given.email)).toContain('withdrawn');
  });

  it('R9, R10: one of its addresses gets an account meanwhile: the notice is sent, not the invitation', async () => {
    const [from, where] = [await dossier(manager), await dossier(manager)];
    const origin = await give(manager, from, await person(manager, from, { language: 'en' }));
    await world.deliver();
    const [one, two] = await children(where, 2);
    const client = world.client();
    const token = tokenIn(world.inbox.to(origin.email)[0]!);
    await client.post(`/api/invitations/${token}/code`);
    const code = world.inbox.codeFor(origin.phone);
    const [made, saved] = await Promise.all([
      client.post(`/api/invitations/${token}/account`, { password: 'correct horse battery staple', code }),
      saveMany(where, {
        persons: [
          { id: one, ...contact(), right: 'read_only' },
          { id: two, ...contactOf(origin), right: 'read_only' },
        ],
      }),
    ]);
    expect([made.status, saved.status]).toEqual([201, 200]);
    await world.deliver();
    expect((await grantsOf(world, two!)).at(-1)).toMatchObject({
      account_id: made.body.id,
      state: 'notified',
    });
  });

  it('R3: a holder’s level is lowered meanwhile: he gives nothing above it, and nothing at all', async () => {
    const where = await dossier(manager);
    await admit(manager, where, where.holderId, jeanne);
    const [one, two] = await children(where, 2);
    const persons = [
      { id: one, ...contact(), right: 'read_only' },
      { id: two, ...contact(), right: 'read_write' },
    ];
    const answer = await whileWaiting(
      one!,
      () => saveMany(where, { persons }, jeanne.client),
      () => manager.client.put(linePath(where, where.holderId), { right: 'read_only' }),
    );
    expect(answer).toMatchObject({ status: 403, body: { code: 'above_own_level' } });
    expect([...(await grantsOf(world, one!)), ...(await grantsOf(world, two!))]).toEqual([]);
  });

  it('R1: the dossier is handed over meanwhile: the former manager is refused, and nothing is written', async () => {
    const where = await dossier(manager);
    const successor = await member(world, team);
    const [one] = await children(where, 1);
    const persons = [{ id: one, ...contact(), right: 'read_only' }];
    const answer = await whileWaiting(
      one!,
      () => saveMany(where, { persons }),
      async () => {
        const { version } = (await manager.client.get(where.path)).body;
        return manager.client.patch(where.path, version, { managerId: successor.memberId });
      },
    );
    expect(answer).toMatchObject({ status: 403, body: { code: 'not_permitted' } });
    expect(await grantsOf(world, one!)).toEqual([]);
  });
});
