import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, sqlState } from '../../src/db/client.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import {
  type Attempt,
  attempt,
  check,
  everything,
  expectRefused,
  irrevocable,
  notAllowed,
  personHasAccess,
} from '../support/plain-sql.ts';
import { addGrant, type Rows, writeRows } from '../support/rows.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

const ending: Attempt[] = [
  ['update', irrevocable, (r) => `update grants set ended_at = now() where id = '${r.grant}'`],
  [
    'update as the application does it',
    irrevocable,
    (r) =>
      `update grants set ended_at = now(), state = 'withdrawn', expires_at = null, version = version + 1 where id = '${r.grant}'`,
  ],
  [
    'update into the future',
    irrevocable,
    (r) => `update grants set ended_at = 'infinity' where id = '${r.grant}'`,
  ],
  ['update of all', irrevocable, () => 'update grants set ended_at = now() where ended_at is null'],
  [
    'CTE',
    irrevocable,
    (r) =>
      `with gone as (update grants set ended_at = now() where id = '${r.grant}' returning id) select * from gone`,
  ],
  [
    'MERGE',
    irrevocable,
    (r) =>
      `merge into grants g using persons p on p.id = g.person_id and g.id = '${r.grant}' when matched then update set ended_at = now()`,
  ],
  [
    'upsert on the id',
    irrevocable,
    (r) =>
      `insert into grants select * from grants where id = '${r.grant}' on conflict (id) do update set ended_at = now()`,
  ],
  [
    'upsert on the person',
    irrevocable,
    (r) =>
      `insert into grants select (jsonb_populate_record(g, '{"id": "${r.a}"}')).* from grants g where id = '${r.grant}'
       on conflict (person_id) where ended_at is null do update set ended_at = now()`,
  ],
  [
    'a view of the session',
    irrevocable,
    (r) =>
      `create temp view mine as select * from grants; update mine set ended_at = now() where id = '${r.grant}'`,
  ],
  [
    'a temporary table in the place of the persons',
    irrevocable,
    (r) =>
      `create temp table persons as select * from public.persons; update pg_temp.persons set central = null;
       update grants set ended_at = now() where id = '${r.grant}'`,
  ],
  [
    'a search path without the tables',
    irrevocable,
    (r) => `set search_path = pg_catalog; update public.grants set ended_at = now() where id = '${r.grant}'`,
  ],
  [
    'a cursor',
    irrevocable,
    (r) =>
      `begin; declare c cursor for select * from grants where id = '${r.grant}' for update; fetch c;
       update grants set ended_at = now() where current of c; commit`,
  ],
  [
    'deferred constraints',
    irrevocable,
    (r) =>
      `begin; set constraints all deferred; update grants set ended_at = now() where id = '${r.grant}'; commit`,
  ],
  ['constraints by name', '42704', () => 'set constraints one_grant_a_person deferred'],
  [
    'in the transaction that gave it',
    irrevocable,
    (r) =>
      `begin; update persons set central = 'co_holder' where id = '${r.cousin}';
       update grants set ended_at = now() where id = '${r.cousinGrant}'; commit`,
  ],
  ['the right none', check, (r) => `update grants set "right" = 'none' where id = '${r.grant}'`],
  ['no right', check, (r) => `update grants set "right" = null where id = '${r.grant}'`],
  ['an unknown right', check, (r) => `update grants set "right" = 'garbage' where id = '${r.grant}'`],
  ['an empty right', check, (r) => `update grants set "right" = '' where id = '${r.grant}'`],
];

const removing: Attempt[] = [
  ['delete', notAllowed, (r) => `delete from grants where id = '${r.grant}'`],
  [
    'delete by CTE',
    notAllowed,
    (r) => `with gone as (delete from grants where id = '${r.grant}' returning id) select * from gone`,
  ],
  [
    'delete by MERGE',
    notAllowed,
    (r) =>
      `merge into grants g using persons p on p.id = g.person_id and g.id = '${r.grant}' when matched then delete`,
  ],
  ['truncate', notAllowed, () => 'truncate grants'],
  ['truncate with what points to it', notAllowed, () => 'truncate grants cascade'],
  ['truncate of the persons', notAllowed, () => 'truncate persons cascade'],
  ['truncate of the dossiers', notAllowed, () => 'truncate dossiers cascade'],
  ['truncate of the firms', notAllowed, () => 'truncate firms cascade'],
  ['truncate of the accounts', notAllowed, () => 'truncate accounts cascade'],
  ['delete of the person', notAllowed, (r) => `delete from persons where id = '${r.holder}'`],
  ['delete of the dossier', notAllowed, (r) => `delete from dossiers where id = '${r.dossier}'`],
  ['delete of the account', notAllowed, (r) => `delete from accounts where id = '${r.a}'`],
  ['delete of the firm', notAllowed, (r) => `delete from firms where id = '${r.firm}'`],
];

const repoint = (column: string, value: string) => (r: Rows) =>
  `update grants set ${column} = ${value} where id = '${r.grant}'`;
const repointing: Attempt[] = [
  ['another person', irrevocable, (r) => repoint('person_id', `'${r.dead}'`)(r)],
  ['another dossier', irrevocable, (r) => repoint('dossier_id', `'${r.otherDossier}'`)(r)],
  [
    'a person of another dossier',
    irrevocable,
    (r) =>
      `update grants set dossier_id = '${r.otherDossier}', person_id = '${r.stranger}' where id = '${r.grant}'`,
  ],
  [
    'an advisor',
    irrevocable,
    (r) => `update grants set person_id = null, advisor_id = '${r.advisor}' where id = '${r.grant}'`,
  ],
  [
    'a member',
    irrevocable,
    (r) =>
      `update grants set person_id = null, dossier_id = null, "right" = null, member_id = '${r.member}' where id = '${r.grant}'`,
  ],
  ['nobody', irrevocable, repoint('person_id', 'null')],
  ['another id', irrevocable, repoint('id', 'gen_random_uuid()')],
  ['another time', irrevocable, repoint('given_at', 'now()')],
  [
    'upsert with another person',
    irrevocable,
    (r) =>
      `insert into grants select * from grants where id = '${r.grant}' on conflict (id) do update set person_id = '${r.dead}'`,
  ],
  [
    "another person's id for the person",
    irrevocable,
    (r) => `update persons set id = gen_random_uuid() where id = '${r.holder}'`,
  ],
  [
    'ids exchanged between persons',
    irrevocable,
    (r) =>
      `update persons set id = case id when '${r.holder}' then gen_random_uuid() else '${r.holder}'::uuid end
       where id in ('${r.holder}', '${r.dead}')`,
  ],
  [
    'ids exchanged between accounts',
    irrevocable,
    (r) =>
      `update accounts set id = case id when '${r.a}' then gen_random_uuid() else '${r.a}'::uuid end
       where id in ('${r.a}', '${r.b}')`,
  ],
  [
    'ids exchanged between dossiers',
    irrevocable,
    (r) =>
      `update dossiers set id = case id when '${r.dossier}' then gen_random_uuid() else '${r.dossier}'::uuid end
       where id in ('${r.dossier}', '${r.otherDossier}')`,
  ],
];

const repointingPending: Attempt[] = [
  [
    'the account of another address',
    irrevocable,
    (r) => `update grants set account_id = '${r.b}', opened_at = now() where id = '${r.grant}'`,
  ],
];

const repointingBound: Attempt[] = [
  ['another account', irrevocable, (r) => repoint('account_id', `'${r.b}'`)(r)],
  [
    'another account and its address',
    irrevocable,
    (r) => repoint('email', `'${r.b}@people.test', account_id = '${r.b}'`)(r),
  ],
  ['no account', irrevocable, repoint('account_id', 'null')],
  ['no account, pending again', irrevocable, repoint('account_id', 'null, opened_at = null')],
  ['another address', irrevocable, repoint('email', "'other@people.test'")],
  ['never opened', check, repoint('opened_at', 'null')],
];

const unmarking: Attempt[] = [
  ['un-marking', irrevocable, (r) => `update persons set central = null where id = '${r.holder}'`],
  ['un-marking all', irrevocable, () => 'update persons set central = null'],
  [
    'un-marking by upsert',
    irrevocable,
    (r) =>
      `insert into persons select * from persons where id = '${r.holder}' on conflict (id) do update set central = null`,
  ],
  [
    'un-marking by MERGE',
    irrevocable,
    (r) =>
      `merge into persons p using grants g on g.person_id = p.id and p.id = '${r.holder}' when matched then update set central = null`,
  ],
  [
    'a temporary table in the place of the grants',
    irrevocable,
    (r) =>
      `create temp table grants (like public.grants); update public.persons set central = null where id = '${r.holder}'`,
  ],
  ['removing', irrevocable, (r) => `update persons set removed_at = now() where id = '${r.holder}'`],
  [
    'removing and un-marking',
    irrevocable,
    (r) => `update persons set removed_at = now(), central = null where id = '${r.holder}'`,
  ],
  [
    'moving to another dossier',
    personHasAccess,
    (r) => `update persons set dossier_id = '${r.otherDossier}' where id = '${r.holder}'`,
  ],
  [
    'un-marking in a transaction that sees the past',
    '25000',
    (r) =>
      `begin isolation level repeatable read; update persons set central = null where id = '${r.holder}'; commit`,
  ],
];

const dismantling: Attempt[] = [
  ['disable trigger', notAllowed, () => 'alter table grants disable trigger guard'],
  ['disable all triggers', notAllowed, () => 'alter table grants disable trigger all'],
  ['disable the trigger of persons', notAllowed, () => 'alter table persons disable trigger user'],
  ['drop trigger', notAllowed, () => 'drop trigger guard on grants'],
  ['rename trigger', notAllowed, () => 'alter trigger guard on grants rename to guarded'],
  ['session_replication_role', notAllowed, () => 'set session_replication_role = replica'],
  [
    'session_replication_role by set_config',
    notAllowed,
    () => "select set_config('session_replication_role', 'replica', false)",
  ],
  ['catalogue', notAllowed, () => "update pg_trigger set tgenabled = 'D'"],
  ['rule', notAllowed, () => 'create rule quiet as on update to grants do instead nothing'],
  [
    'trigger',
    notAllowed,
    () =>
      'create trigger aaa before update on grants for each row execute function suppress_redundant_updates_trigger()',
  ],
  [
    'replaced function',
    notAllowed,
    () =>
      'create or replace function guard_grant() returns trigger language plpgsql as $$ begin return new; end $$',
  ],
  ['altered function', notAllowed, () => 'alter function guard_grant() reset all'],
  ['renamed function', notAllowed, () => 'alter function guard_grant() rename to other'],
  ['dropped function', notAllowed, () => 'drop function guard_grant() cascade'],
  [
    'an own function in the schema',
    notAllowed,
    () => 'create function public.f() returns int language sql as $$ select 1 $$',
  ],
  ['an own schema', notAllowed, () => 'create schema own'],
  ['dropped constraint', notAllowed, () => 'alter table grants drop constraint known_right'],
  ['dropped column', notAllowed, () => 'alter table grants drop column ended_at'],
  ['dropped index', notAllowed, () => 'drop index one_grant_a_person'],
  ['dropped table', notAllowed, () => 'drop table grants cascade'],
  ['renamed table', notAllowed, () => 'alter table grants rename to old_grants'],
  ['another owner', notAllowed, () => 'alter table grants owner to dossier_access_app'],
  ['row security', notAllowed, () => 'alter table grants enable row level security'],
  ['an heir', notAllowed, () => 'create temp table heir () inherits (grants)'],
  ['a role for others', notAllowed, () => 'grant dossier_access_app to pg_monitor'],
  ['copy by a program', notAllowed, () => "copy grants from program 'true'"],
  ['copy from a file', notAllowed, () => "copy grants from '/dev/null'"],
];

describe.each([
  ['pending', false],
  ['open', true],
] as const)('R5: the %s access of a central person, by plain SQL', (_, bound) => {
  const refused = (attempts: Attempt[]) =>
    test.for(attempts)('%s is refused', async ([, state, sql]) => {
      const rows = await writeRows(database.owner, { bound });
      await expectRefused(database, sql(rows), state);
    });
  describe('ended', () => refused(ending));
  describe('deleted', () => refused(removing));
  describe('re-pointed', () => refused([...repointing, ...(bound ? repointingBound : repointingPending)]));
  describe('the person', () => refused(unmarking));

  test('an error that is caught changes nothing either', async () => {
    const { grant, holder } = await writeRows(database.owner, { bound });
    const before = await everything(database);
    const state = await attempt(
      database,
      `do $$ begin
      begin update grants set ended_at = now() where id = '${grant}'; exception when others then null; end;
      begin update persons set central = null where id = '${holder}'; exception when others then null; end;
    end $$`,
    );
    expect(state).toBeUndefined();
    expect(await everything(database)).toEqual(before);
  });

  test('the level changes both ways', async () => {
    const { grant } = await writeRows(database.owner, { bound });
    for (const right of ['read_only', 'read_write']) {
      expect(
        await attempt(database, `update grants set "right" = '${right}' where id = '${grant}'`),
      ).toBeUndefined();
      const [row] = await database.owner`select "right", ended_at from grants where id = ${grant}`;
      expect(row).toEqual({ right, ended_at: null });
    }
  });
});

describe('R5: the guards themselves', () => {
  test.for(dismantling)('%s is refused', async ([, state, sql]) => {
    const rows = await writeRows(database.owner);
    await expectRefused(database, sql(rows), state);
  });
});

describe('R5: from when on, and until when', () => {
  test('access of who becomes central while having it is irrevocable from then on', async () => {
    const { cousin, cousinGrant } = await writeRows(database.owner);
    expect(
      await attempt(database, `update persons set central = 'co_holder' where id = '${cousin}'`),
    ).toBeUndefined();
    await expectRefused(
      database,
      `update grants set ended_at = now() where id = '${cousinGrant}'`,
      irrevocable,
    );
    await expectRefused(database, `update persons set central = null where id = '${cousin}'`, irrevocable);
  });

  test('the mark may change between holder and co-holder, and the access stays irrevocable', async () => {
    const { holder, grant } = await writeRows(database.owner);
    expect(
      await attempt(database, `update persons set central = 'co_holder' where id = '${holder}'`),
    ).toBeUndefined();
    await expectRefused(database, `update grants set ended_at = now() where id = '${grant}'`, irrevocable);
  });

  test('a central person without access may be un-marked and removed', async () => {
    const { cousin, cousinGrant } = await writeRows(database.owner);
    const done = await attempt(
      database,
      `
      update grants set ended_at = now() where id = '${cousinGrant}';
      update persons set central = 'co_holder' where id = '${cousin}';
      update persons set central = null where id = '${cousin}';
      update persons set removed_at = now() where id = '${cousin}'`,
    );
    expect(done).toBeUndefined();
  });

  test('pending contact data may be corrected, and then bind to the account of the new address (R11)', async () => {
    const { grant, b } = await writeRows(database.owner);
    const done = await attempt(
      database,
      `
      update grants set email = '${b}@people.test', phone = '+32470000009', cycle = 2 where id = '${grant}';
      update grants set account_id = '${b}', opened_at = now() where id = '${grant}'`,
    );
    expect(done).toBeUndefined();
  });

  test('a grant is born bound only to the account of its address (R11)', async () => {
    const { firm, stranger, otherDossier, a, b } = await writeRows(database.owner);
    const born = (account: string) => `
      insert into grants (id, firm_id, dossier_id, person_id, "right", email, phone, account_id, opened_at, given_at, state)
      values (uuidv7(), '${firm}', '${otherDossier}', '${stranger}', 'read_only', '${a}@people.test', '+32470000009',
        '${account}', now(), now(), 'queued')`;
    await expectRefused(database, born(b), irrevocable);
    expect(await attempt(database, born(a))).toBeUndefined();
  });

  test('access of others ends once, and never changes after that', async () => {
    const { cousinGrant: grant } = await writeRows(database.owner);
    expect(
      await attempt(database, `update grants set ended_at = now() where id = '${grant}'`),
    ).toBeUndefined();
    for (const change of [
      'ended_at = null',
      'ended_at = now()',
      `"right" = 'read_only'`,
      "email = 'other@people.test'",
      "state = 'queued'",
    ]) {
      await expectRefused(database, `update grants set ${change} where id = '${grant}'`, irrevocable);
    }
  });

  test('un-marking by a transaction that began before the access was given is refused', async () => {
    const rows = await writeRows(database.owner);
    await database.owner`update grants set ended_at = now() where id = ${rows.cousinGrant}`;
    await database.owner`update persons set central = 'co_holder' where id = ${rows.cousin}`;
    const old = connect(database.url, { max: 1 });
    try {
      for (const change of ['central = null', 'removed_at = now(), central = null']) {
        for (const level of ['repeatable read', 'serializable']) {
          await old.sql.unsafe(`begin isolation level ${level}; select count(*) from grants`);
          const given = await openGrant(rows);
          const refused = old.sql.unsafe(`update persons set ${change} where id = '${rows.cousin}'; commit`);
          expect(await refused.then(() => undefined, sqlState)).toBe('25000');
          await old.sql.unsafe('rollback');
          await forget(given);
        }
      }
    } finally {
      await old.close();
    }
  });

  /** Access given while another transaction sees the past. */
  async function openGrant(rows: Rows): Promise<string> {
    await addGrant(database.db.sql, rows, { person_id: rows.cousin });
    const [grant] = await database.owner`
      select id from grants where person_id = ${rows.cousin} and ended_at is null`;
    return grant!.id;
  }

  /** What nobody but the owner can, and he only so. */
  async function forget(grant: string) {
    await database.owner.begin(async (tx) => {
      await tx`alter table grants disable trigger never_deleted`;
      await tx`delete from grants where id = ${grant}`;
      await tx`alter table grants enable trigger never_deleted`;
    });
  }
});

describe('R5: the owner of the schema himself', () => {
  test.for([
    ['update grants set ended_at = now() where id = $', irrevocable],
    ['delete from grants where id = $', 'DA016'],
    ['truncate grants cascade', 'DA016'],
  ])('is refused: %s', async ([sql, state]) => {
    const { grant } = await writeRows(database.owner);
    const before = await everything(database);
    const refused = database.owner.unsafe(sql!.replace('$', `'${grant}'`));
    expect(await refused.then(() => undefined, sqlState)).toBe(state);
    expect(await everything(database)).toEqual(before);
  });
});
