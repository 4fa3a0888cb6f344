import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as run } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { appRole } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { databaseUrl } from '../support/servers.ts';

const migrations = resolve(import.meta.dirname, '../../src/db/migrations');
const templateUrl = inject('templateUrl');
const made: string[] = [];
let admin: postgres.Sql;
let folder: string;

beforeAll(async () => {
  admin = postgres(databaseUrl(templateUrl, 'postgres'), { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
});
afterAll(async () => {
  for (const name of made) await admin`drop database ${admin(name)} with (force)`;
  await admin.end();
  await rm(folder, { recursive: true });
});

/** An empty database. @returns its URL */
async function empty(): Promise<string> {
  const name = `migrated_${randomUUID().replaceAll('-', '')}`;
  await admin`create database ${admin(name)}`;
  made.push(name);
  return databaseUrl(templateUrl, name);
}

async function inDatabase<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Tables, columns, constraints and indexes, by name. */
const schemaOf = (url: string) =>
  inDatabase(url, async (sql) => ({
    columns: [
      ...(await sql`
        select table_name, column_name, data_type, is_nullable, column_default
        from information_schema.columns where table_schema = 'public' order by 1, 2`),
    ],
    constraints: [
      ...(await sql`
        select conrelid::regclass::text as "table", conname, pg_get_constraintdef(oid) as definition
        from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`),
    ],
    indexes: [
      ...(await sql`select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`),
    ],
  }));

/** Triggers, functions and privileges: what the schema in TypeScript doesn't say. */
const guardsOf = (url: string) =>
  inDatabase(url, async (sql) => ({
    triggers: [
      ...(await sql`
        select pg_get_triggerdef(oid) as definition, tgenabled from pg_trigger where not tgisinternal order by 1`),
    ],
    functions: [
      ...(await sql`
        select proname, prosrc, proconfig from pg_proc where pronamespace = 'public'::regnamespace order by 1`),
    ],
    privileges: await privilegesOf(sql),
  }));

/** What the application's role may do, one letter each: select, insert, update, delete, or the word. */
async function privilegesOf(sql: postgres.Sql): Promise<Record<string, string>> {
  const rows = await sql<{ table: string; privileges: string[] }[]>`
    select table_name as "table", array_agg(privilege_type::text order by privilege_type) as privileges
    from information_schema.role_table_grants where grantee in (${appRole}, 'PUBLIC') and table_schema = 'public'
    group by 1 order by 1`;
  const order = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
  const letters = (privileges: string[]) =>
    [...order.filter((word) => privileges.includes(word)).map((word) => word.toLowerCase())]
      .concat(privileges.filter((word) => !order.includes(word)))
      .join(' ');
  return Object.fromEntries(rows.map(({ table, privileges }) => [table, letters(privileges)]));
}

const journal = async (): Promise<{ idx: number; tag: string; when: number }[]> =>
  JSON.parse(await readFile(join(migrations, 'meta/_journal.json'), 'utf8')).entries;

const applied = (url: string) =>
  inDatabase(url, async (sql) =>
    (await sql`select created_at from drizzle.__drizzle_migrations order by id`).map((row) =>
      Number(row.created_at),
    ),
  );

describe('the migrations', () => {
  test('journal, files and snapshots agree, numbered without a gap, each later than the one before', async () => {
    const entries = await journal();
    const files = (await readdir(migrations)).filter((name) => name.endsWith('.sql')).sort();
    expect(files).toEqual(entries.map(({ tag }) => `${tag}.sql`));
    expect(entries.map(({ idx }) => idx)).toEqual(entries.map((_, i) => i));
    expect(entries.map(({ tag }) => Number(tag.slice(0, 4)))).toEqual(entries.map((_, i) => i));
    const times = entries.map(({ when }) => when);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
    const snapshots = (await readdir(join(migrations, 'meta'))).filter((name) => name !== '_journal.json');
    expect(snapshots.sort()).toEqual(entries.map(({ tag }) => `${tag.slice(0, 4)}_snapshot.json`));
  });

  test('run one after the other from an empty database, each over what the one before left', async () => {
    const url = await empty();
    const entries = await journal();
    for (const { idx } of entries) {
      const part = join(folder, `until-${idx}`);
      await cp(migrations, part, { recursive: true });
      const shorter = { version: '7', dialect: 'postgresql', entries: entries.slice(0, idx + 1) };
      await writeFile(join(part, 'meta/_journal.json'), JSON.stringify(shorter));
      await inDatabase(url, (sql) => run(drizzle(sql), { migrationsFolder: part }));
      expect(await applied(url)).toEqual(entries.slice(0, idx + 1).map(({ when }) => when));
    }
    expect(await schemaOf(url)).toEqual(await schemaOf(templateUrl));
    expect(await guardsOf(url)).toEqual(await guardsOf(templateUrl));
  });

  test('run twice: the second run changes nothing', async () => {
    const url = await empty();
    await migrate(url);
    const [schema, guards, times] = [await schemaOf(url), await guardsOf(url), await applied(url)];
    await migrate(url);
    expect([await schemaOf(url), await guardsOf(url), await applied(url)]).toEqual([schema, guards, times]);
  });

  test('run four at once: one does it, the others wait', async () => {
    const url = await empty();
    await Promise.all([1, 2, 3, 4].map(() => migrate(url)));
    expect(await applied(url)).toEqual((await journal()).map(({ when }) => when));
    expect(await schemaOf(url)).toEqual(await schemaOf(templateUrl));
  });

  test('run at once in two databases of one server, which share the role', async () => {
    const urls = [await empty(), await empty()];
    await Promise.all(urls.map(migrate));
    for (const url of urls) expect(await guardsOf(url)).toEqual(await guardsOf(templateUrl));
  });
});

describe('the schema in TypeScript', () => {
  /** drizzle-kit, over the real schema, into a folder of its own. */
  async function generate(into: string): Promise<string> {
    const config = {
      dialect: 'postgresql',
      schema: resolve(migrations, '../schema/index.ts'),
      out: `./${into}`,
      casing: 'snake_case',
    };
    await writeFile(join(folder, `${into}.config.json`), JSON.stringify(config));
    const kit = resolve(import.meta.dirname, '../../node_modules/drizzle-kit/bin.cjs');
    const args = [kit, 'generate', '--config', `${into}.config.json`];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });
    return stdout;
  }

  test('asks for no further migration', async () => {
    await cp(migrations, join(folder, 'current'), { recursive: true });
    expect(await generate('current')).toMatch(/No schema changes/);
    expect(await readdir(join(folder, 'current'))).toEqual(await readdir(migrations));
  });

  test('is what the migrations end in, to the last column, constraint and index', async () => {
    expect(await generate('anew')).toMatch(/\.sql/);
    const url = await empty();
    await inDatabase(url, (sql) => run(drizzle(sql), { migrationsFolder: join(folder, 'anew') }));
    expect(await schemaOf(templateUrl)).toEqual(await schemaOf(url));
  });
});

describe('what the application may do', () => {
  test('R5, R16: its privileges, table by table', async () => {
    const all = 'select insert update delete';
    const notDeleted = 'select insert update';
    const appended = 'select insert';
    expect(await inDatabase(templateUrl, privilegesOf)).toEqual({
      accounts: notDeleted,
      advisors: notDeleted,
      codes: all,
      credentials: all,
      donations: notDeleted,
      donees: all,
      dossier_members: all,
      dossiers: notDeleted,
      firms: notDeleted,
      grants: notDeleted,
      idempotency_keys: all,
      item_values: all,
      limits: all,
      mails: notDeleted,
      members: notDeleted,
      onboarded_dossiers: appended,
      onboarding_lines: 'select insert delete',
      onboardings: all,
      owed: all,
      owners: all,
      parent_links: all,
      persons: notDeleted,
      phone_changes: notDeleted,
      record_details: appended,
      records: appended,
      reports: all,
      revisions: appended,
      sessions: all,
      simulations: notDeleted,
      two_factors: all,
      unions: all,
      verifications: all,
      views: notDeleted,
      wealth_items: notDeleted,
    });
  });

  test('it owns nothing, is no superuser, is in no other role, and makes nothing in the schema', async () => {
    const [found] = await inDatabase(
      templateUrl,
      (sql) => sql`
        select rolsuper, rolcanlogin, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls,
          (select count(*)::int from pg_class where relowner = r.oid) as relations,
          (select count(*)::int from pg_proc where proowner = r.oid) as functions,
          (select count(*)::int from pg_auth_members where member = r.oid) as roles,
          has_schema_privilege(rolname, 'public', 'create') as makes,
          has_database_privilege(rolname, current_database(), 'create') as makes_schemas
        from pg_roles r where rolname = ${appRole}`,
    );
    expect(found).toEqual({
      ...{ rolsuper: false, rolcanlogin: false, rolcreatedb: false, rolcreaterole: false },
      ...{ rolreplication: false, rolbypassrls: false, makes: false, makes_schemas: false },
      ...{ relations: 0, functions: 0, roles: 0 },
    });
  });

  test('no function runs as its owner, and those that read tables keep to the schema', async () => {
    const functions = await inDatabase(
      templateUrl,
      (sql) => sql<{ proname: string; prosecdef: boolean; kept: boolean }[]>`
        select proname, prosecdef, 'search_path=public, pg_temp' = any(proconfig) is true as kept
        from pg_proc where pronamespace = 'public'::regnamespace order by 1`,
    );
    expect(functions.filter(({ prosecdef }) => prosecdef)).toEqual([]);
    expect(functions.filter(({ kept }) => !kept).map(({ proname }) => proname)).toEqual([
      'refuse_always',
      'refuse_new_id',
      'refuse_old_snapshot',
    ]);
  });
});

test('each foreign key that is looked up has an index that leads with its column', async () => {
  const without = await inDatabase(
    templateUrl,
    (sql) => sql<{ column: string }[]>`
      select c.conrelid::regclass || '.' || a.attname as "column"
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace
        and not exists (
          select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1] and i.indpred is null)
      order by 1`,
  );
  // Not looked up by, since nothing of what these point to is deleted; `member_id` only among what hasn't ended,
  // which is what `one_grant_a_member` indexes.
  expect(without.map(({ column }) => column)).toEqual([
    'grants.firm_id',
    'grants.given_by',
    'grants.member_id',
    'mails.account_id',
    'mails.firm_id',
    'onboarded_dossiers.manager_id',
    'onboarding_lines.manager_id',
    'onboardings.created_by',
    'onboardings.run_by',
    'phone_changes.confirmed_by',
    'reports.created_by',
    'simulations.created_by',
    'views.account_id',
    'views.advisor_id',
    'views.person_id',
  ]);
});
