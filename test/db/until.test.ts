import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, sqlState } from '../../src/db/client.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import {
  type Attempt,
  attempt,
  check,
  expectRefused,
  irrevocable,
  notAllowed,
} from '../support/plain-sql.ts';
import { addGrant, addPerson, type Rows, writeRows } from '../support/rows.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const ending: Attempt[] = [
  [
    'an end in the future',
    irrevocable,
    (r) => `update grants set ends_at = 'infinity' where id = '${r.grant}'`,
  ],
  ['an end in the past', irrevocable, (r) => `update grants set ends_at = now() where id = '${r.grant}'`],
  [
    'an end for all',
    irrevocable,
    () => `update grants set ends_at = now() + interval '1 day' where member_id is null`,
  ],
  [
    'upsert',
    irrevocable,
    (r) =>
      `insert into grants select * from grants where id = '${r.grant}' on conflict (id) do update set ends_at = now()`,
  ],
  [
    'MERGE',
    irrevocable,
    (r) =>
      `merge into grants g using persons p on p.id = g.person_id and g.id = '${r.grant}' when matched then update set ends_at = now()`,
  ],
  [
    'a new grant with an end',
    irrevocable,
    (r) => `
      update persons set central = 'co_holder' where id = '${r.stranger}';
      insert into grants (id, firm_id, dossier_id, person_id, "right", email, phone, given_at, state, ends_at)
      values (uuidv7(), '${r.firm}', '${r.otherDossier}', '${r.stranger}', 'read_only', 'new@people.test',
        '+32470000009', now(), 'queued', now() + interval '1 day')`,
  ],
  [
    'the mark on whose access has an end',
    irrevocable,
    (r) => `
      update grants set ends_at = now() + interval '1 day' where id = '${r.cousinGrant}';
      update persons set central = 'co_holder' where id = '${r.cousin}'`,
  ],
  [
    'the mark, when that end has passed',
    irrevocable,
    (r) => `
      update grants set ends_at = now() - interval '1 day' where id = '${r.cousinGrant}';
      update persons set central = 'co_holder' where id = '${r.cousin}'`,
  ],
  [
    'an end and the mark in one transaction',
    irrevocable,
    (r) => `
      begin; update persons set central = 'co_holder' where id = '${r.cousin}';
      update grants set ends_at = now() where id = '${r.cousinGrant}'; commit`,
  ],
  [
    'marking in a transaction that sees the past',
    '25000',
    (r) =>
      `begin isolation level repeatable read; update persons set central = 'co_holder' where id = '${r.cousin}'; commit`,
  ],
  [
    'a temporary table in the place of the persons',
    irrevocable,
    (r) =>
      `create temp table persons as select * from public.persons; update pg_temp.persons set central = null;
       update grants set ends_at = now() where id = '${r.grant}'`,
  ],
  ['a dropped column', notAllowed, () => 'alter table grants drop column ends_at'],
];

describe('R5: an end of a central person’s access, by plain SQL', () => {
  describe.each([
    ['pending', false],
    ['open', true],
  ] as const)('%s', (_, bound) => {
    test.for(ending)('%s is refused', async ([, state, sql]) => {
      const rows = await writeRows(database.owner, { bound });
      await expectRefusedWhole(sql(rows), state);
    });
  });

  /** Of several statements, the last is refused, and with it all of them. */
  const expectRefusedWhole = (text: string, state: string) => expectRefused(database, text, state);

  test('what else changes of an access with an end looks at no person', async () => {
    const { cousinGrant, cousin } = await writeRows(database.owner);
    await database.owner`update grants set ends_at = now() + interval '1 day' where id = ${cousinGrant}`;
    await database.owner.begin(async (tx) => {
      await tx`select from persons where id = ${cousin} for no key update`;
      const changed = `set statement_timeout = '5s'; update grants set version = version + 1 where id = '${cousinGrant}'`;
      expect(await attempt(database, changed)).toBeUndefined();
    });
  });

  test('an end that was removed leaves the mark free', async () => {
    const { cousinGrant, cousin } = await writeRows(database.owner);
    const text = `
      update grants set ends_at = now() where id = '${cousinGrant}';
      update grants set ends_at = null where id = '${cousinGrant}';
      update persons set central = 'co_holder' where id = '${cousin}'`;
    expect(await attempt(database, text)).toBeUndefined();
  });
});

test('a member of the team has no end', async () => {
  const rows = await writeRows(database.owner);
  const grant = randomUUID();
  await addGrant(
    database.owner,
    { firm: rows.firm, dossier: null },
    { id: grant, member_id: rows.member, right: null },
  );
  await expectRefused(database, `update grants set ends_at = now() where id = '${grant}'`, check);
});

test('R5: marked and given an end at once, one of the two is refused', async () => {
  const [one, two] = [connect(database.url, { max: 4 }), connect(database.url, { max: 4 })];
  const rows: Rows = await writeRows(database.owner);
  let refusals = 0;
  for (let round = 0; round < 40; round++) {
    const [person, grant, dossier] = [randomUUID(), randomUUID(), randomUUID()];
    await database.owner`insert into dossiers ${database.owner({ id: dossier, firm_id: rows.firm, name: 'D', manager_id: rows.member })}`;
    await addPerson(database.owner, { id: person, dossier_id: dossier });
    await addGrant(database.owner, { firm: rows.firm, dossier }, { id: grant, person_id: person });
    const mark = () => one.sql`update persons set central = 'holder' where id = ${person}`;
    const end = () => two.sql`update grants set ends_at = now() + interval '1 day' where id = ${grant}`;
    const sides = round % 2 ? [mark(), end()] : [end(), mark()];
    const came = await Promise.allSettled(sides);
    const refused = came.filter((side) => side.status === 'rejected');
    expect(refused.map((side) => sqlState(side.reason))).toEqual([irrevocable]);
    refusals += refused.length;
  }
  expect(refusals).toBe(40);
  await Promise.all([one.close(), two.close()]);
});
