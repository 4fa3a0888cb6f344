import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { connect, type Database, type Queries, sqlState, transaction } from '../../src/db/client.ts';
import type { Answer } from '../support/client.ts';
import { tokenIn } from '../support/inbox.ts';
import { dossier, firm, give, member, newEmail, newPhone, password, person } from '../support/people.ts';
import { addGrant, addPerson, type Rows, writeRows } from '../support/rows.ts';
import { createWorld, type World } from '../support/world.ts';

/** Two sides that run on pools of their own, and so meet as two processes would. */
let world: World;
let one: Database;
let two: Database;
let rows: Rows;

beforeAll(async () => {
  world = await createWorld();
  one = connect(world.url, { max: 8 });
  two = connect(world.url, { max: 8 });
  rows = await writeRows(world.owner);
});

/** After all the rounds: nobody who is gone has access, and each party has it once. */
afterAll(async () => {
  const illegal = await world.owner`
    select g.id from grants g
    left join persons p on p.id = g.person_id
    left join advisors a on a.id = g.advisor_id
    where g.ended_at is null
      and (p.removed_at is not null or a.removed_at is not null
        or p.dossier_id <> g.dossier_id or a.dossier_id <> g.dossier_id
        or (g.account_id is not null and g.email <> (select email from accounts where id = g.account_id)))`;
  const twice = await world.owner`
    select person_id, advisor_id from grants where ended_at is null and member_id is null
    group by 1, 2 having count(*) > 1`;
  await Promise.all([one.close(), two.close()]);
  await world.close();
  expect([...illegal, ...twice]).toEqual([]);
});

/** What a side came to: its answer, or the SQLSTATE it was refused with. */
type Came<T> = { done: T } | { refused: string | undefined };
const came = <T>(work: Promise<T>): Promise<Came<T>> =>
  work.then(
    (done) => ({ done }),
    (error) => ({ refused: sqlState(error) }),
  );

/** `count` rounds, eight at a time; in every second one the other side starts first. */
async function rounds(count: number, round: (first: <T>(a: () => T, b: () => T) => [T, T]) => Promise<void>) {
  let left = count;
  const lane = async () => {
    while (left-- > 0) {
      const swapped = left % 2 === 0;
      await round((a, b) => {
        if (!swapped) return [a(), b()];
        const started = b();
        return [a(), started];
      });
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}

async function newPerson(columns: object = {}): Promise<string> {
  const id = randomUUID();
  await addPerson(world.owner, { id, dossier_id: rows.dossier, ...columns });
  return id;
}

/** Another dossier for each round that marks: a dossier has one co-holder. */
async function centralPerson(): Promise<{ id: string; dossier: string }> {
  const dossier = randomUUID();
  await world.owner`insert into dossiers ${world.owner({ id: dossier, firm_id: rows.firm, name: 'D', manager_id: rows.member })}`;
  return { id: await newPerson({ dossier_id: dossier, central: 'holder' }), dossier };
}

const centralOf = async ({ sql }: Queries, id: string): Promise<string | null> =>
  (await sql`select central from persons where id = ${id}`)[0]!.central;

const isOpen = async ({ sql }: Queries, person: string): Promise<boolean> =>
  (await sql`select id from grants where person_id = ${person} and ended_at is null`).length > 0;

describe('R5: races over the central mark, by plain SQL', () => {
  test('un-marking against giving: access given to a central person keeps the mark', async () => {
    const seen = { kept: 0, lost: 0 };
    await rounds(150, async (both) => {
      const { id, dossier } = await centralPerson();
      const [giving, unmarking] = both<Promise<Came<unknown>>>(
        () =>
          came(
            transaction(one, async (tx) => {
              await addGrant(tx.sql, { ...rows, dossier }, { person_id: id });
              return centralOf(tx, id);
            }),
          ),
        () => came(transaction(two, (tx) => tx.sql`update persons set central = null where id = ${id}`)),
      );
      const given = (await giving) as Came<string | null>;
      expect(given).toHaveProperty('done');
      const wasCentral = 'done' in given && given.done !== null;
      expect(await unmarking).toEqual(wasCentral ? { refused: 'DA005' } : { done: expect.anything() });
      expect(await centralOf(world.db, id)).toBe(wasCentral ? 'holder' : null);
      seen[wasCentral ? 'kept' : 'lost']++;
    });
    expect(seen.kept).toBeGreaterThan(0);
    expect(seen.lost).toBeGreaterThan(0);
  });

  test('marking against ending: access that was there when the mark was set never ends', async () => {
    const seen = { kept: 0, ended: 0 };
    await rounds(150, async (both) => {
      const { id, dossier } = await centralPerson();
      await world.owner`update persons set central = null where id = ${id}`;
      await addGrant(world.db.sql, { ...rows, dossier }, { person_id: id });
      const [marking, ending] = both<Promise<Came<unknown>>>(
        () =>
          came(
            transaction(one, async (tx) => {
              await tx.sql`update persons set central = 'holder' where id = ${id}`;
              return isOpen(tx, id);
            }),
          ),
        () =>
          came(transaction(two, (tx) => tx.sql`update grants set ended_at = now() where person_id = ${id}`)),
      );
      const marked = (await marking) as Came<boolean>;
      const hadAccess = 'done' in marked && marked.done;
      expect(marked).toHaveProperty('done');
      expect(await ending).toEqual(hadAccess ? { refused: 'DA005' } : { done: expect.anything() });
      expect(await isOpen(world.db, id)).toBe(hadAccess);
      seen[hadAccess ? 'kept' : 'ended']++;
    });
    expect(seen.kept).toBeGreaterThan(0);
    expect(seen.ended).toBeGreaterThan(0);
  });
});

test('R18: removing a person against giving him access: one of them is refused', async () => {
  const seen = { given: 0, removed: 0 };
  await rounds(150, async (both) => {
    const id = await newPerson();
    const [giving, removing] = both<Promise<Came<unknown>>>(
      () => came(transaction(one, (tx) => addGrant(tx.sql, rows, { person_id: id }))),
      () => came(transaction(two, (tx) => tx.sql`update persons set removed_at = now() where id = ${id}`)),
    );
    const outcomes = await Promise.all([giving, removing]);
    expect(outcomes.filter((outcome) => 'done' in outcome)).toHaveLength(1);
    expect(outcomes).toContainEqual({ refused: 'DA018' });
    seen[(await isOpen(world.db, id)) ? 'given' : 'removed']++;
  });
  expect(seen.given).toBeGreaterThan(0);
  expect(seen.removed).toBeGreaterThan(0);
});

describe('over HTTP', () => {
  let manager: Awaited<ReturnType<typeof member>>;
  beforeAll(async () => {
    manager = await member(world, await firm(world));
  });

  test('R5, R16: two saves for one person at once make one grant, with one invitation', async () => {
    const d = await dossier(manager);
    for (let round = 0; round < 30; round++) {
      const personId = await person(manager, d);
      const [email, phone] = [newEmail('twin'), newPhone()];
      const other = round % 3 === 0 ? { email: newEmail('other'), phone: newPhone() } : { email, phone };
      const path = `${d.path}/access-rights/persons/${personId}`;
      const answers = await Promise.all([
        manager.client.put(path, { email, phone, right: 'read_write' }),
        manager.client.put(path, { ...other, right: 'read_only' }),
      ]);
      expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
      expect(new Set(answers.map((answer) => answer.body.grantId)).size).toBe(1);
      const grants = await world.owner`select id, email, cycle from grants where person_id = ${personId}`;
      expect(grants).toHaveLength(1);
      const given = await world.owner`
        select action from records where subject_id = ${personId} and action = 'access_given'`;
      expect(given).toHaveLength(1);
      const invites = (await world.owed()).filter(
        (task) => task.kind === 'invite' && task.grantId === grants[0]!.id,
      );
      expect(invites).toHaveLength(grants[0]!.cycle);
    }
  });

  test('R13: of many resends at once, three a day are taken', async () => {
    const d = await dossier(manager);
    const { grantId, personId } = await invited(d);
    const path = `${d.path}/access-rights/persons/${personId}/invitation/resend`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => manager.client.post(path)));
    const taken = answers.filter((answer) => answer.status === 202);
    const again = await world.owner`select id from mails where grant_id = ${grantId} and step is null`;
    expect({ taken: taken.length, again: again.length }).toEqual({ taken: 3, again: 3 });
  });

  /** Somebody invited to a dossier, the invitation sent. */
  async function invited(where: Awaited<ReturnType<typeof dossier>>) {
    const personId = await person(manager, where);
    const given = await give(manager, where, personId);
    await world.deliver();
    return { ...given, personId };
  }

  describe('R9, R10, R11: an account is made while another dossier gives access to its address', () => {
    type Racers = { email: string; account(): Promise<Answer>; save(): Promise<Answer> };

    /** The account and the save, started as `start` says; afterwards nobody fell between invitation and notice. */
    async function race(sameNumber: boolean, start: (racers: Racers) => Promise<Answer[]>) {
      const [from, to] = [await dossier(manager), await dossier(manager)];
      const { email, phone } = await invited(from);
      const personId = await person(manager, to);
      await world.owner`delete from limits where key like 'calls:%'`;
      const token = tokenIn(world.inbox.to(email).at(-1)!);
      const stranger = world.client();
      await stranger.post(`/api/invitations/${token}/code`);
      const code = world.inbox.codeFor(phone);
      const right = { email, phone: sameNumber ? phone : newPhone(), right: 'read_only' };
      const answers = await start({
        email,
        account: () => stranger.post(`/api/invitations/${token}/account`, { password, code }),
        save: () => manager.client.put(`${to.path}/access-rights/persons/${personId}`, right),
      });
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 201]);
      await world.deliver();

      const [account] = await world.owner`select id from accounts where email = ${email}`;
      const [grant] = await world.owner`select * from grants where person_id = ${personId}`;
      expect(grant).toMatchObject({ account_id: sameNumber ? account!.id : null, state: 'notified' });
      const mails = await world.owner`select kind, sent_at from mails where grant_id = ${grant!.id}`;
      expect([...mails]).toEqual([{ kind: 'new_access', sent_at: expect.any(Date) }]);
      expect(world.inbox.to(email)).toHaveLength(2);
      expect((await stranger.get(to.path)).status).toBe(sameNumber ? 200 : 403);
    }

    test.for([
      ['the account', 'the same number', true, true],
      ['the save', 'the same number', false, true],
      ['the account', 'another number', true, false],
      ['the save', 'another number', false, false],
    ] as const)(
      '%s comes first to the lock of the address, with %s',
      async ([, , accountFirst, sameNumber]) => {
        for (let round = 0; round < 3; round++) {
          await race(sameNumber, async ({ email, account, save }) => {
            const address = await holdAddress(email);
            const [first, second] = accountFirst ? [account, save] : [save, account];
            const answers = [first()];
            await address.awaitedBy(1);
            answers.push(second());
            await address.awaitedBy(2);
            await address.release();
            return Promise.all(answers);
          });
        }
      },
    );

    test('left to themselves', async () => {
      for (let round = 0; round < 12; round++) {
        await race(round % 2 === 0, async ({ account, save }) => {
          const making = account();
          // Some calls later: the making of an account hashes the password first.
          for (let call = 0; call < round; call++) await manager.client.get('/api/me');
          return Promise.all([making, save()]);
        });
      }
    });
  });
});

/** Holds an address as a transaction under way does, until released. */
async function holdAddress(email: string) {
  const holder = await world.owner.reserve();
  await holder`begin`;
  await holder`select lock_address(${email})`;
  return {
    awaitedBy: (waiting: number) =>
      vi.waitFor(async () => {
        const [row] = await world.owner`
          select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and wait_event = 'advisory'`;
        expect(row!.waiting).toBe(waiting);
      }, 10_000),
    async release() {
      await holder`commit`;
      holder.release();
    },
  };
}
