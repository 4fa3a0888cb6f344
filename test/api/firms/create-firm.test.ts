import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFirm } from '../../../src/api/firms/create-firm.ts';
import { closedPort, run } from '../../support/child.ts';
import { accept, newEmail, newPhone } from '../../support/people.ts';
import { databaseUrl } from '../../support/servers.ts';
import { authSecret, createWorld, type World } from '../../support/world.ts';

let world: World;
let env: Record<string, string>;

beforeAll(async () => {
  world = await createWorld();
  env = {
    DATABASE_URL: world.url,
    AUTH_SECRET: authSecret,
    SMTP_URL: world.inbox.url,
    TEMPORAL_ADDRESS: `127.0.0.1:${await closedPort()}`,
  };
});
afterAll(() => world.close());

const file = 'src/api/firms/create-firm.cli.ts';
const argsOf = (values: Record<string, string>) =>
  Object.entries({
    name: 'Fortuna',
    'admin-name': 'Ada van den Admin',
    'admin-email': 'ada@people.test',
    'admin-phone': newPhone(),
    language: 'nl',
    ...values,
  }).flatMap(([name, value]) => [`--${name}`, value]);
const firms = () => world.owner`select id from firms`;

test('R15: the command creates a firm and its admin; with Temporal away, the invitation stays owed', async () => {
  const [email, phone] = [newEmail('ada'), newPhone()];
  const spaced = `${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6)}`;
  const ended = await run(file, argsOf({ 'admin-email': email.toUpperCase(), 'admin-phone': spaced }), env);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toMatch(/^Firm [\w-]{36} is created; its admin is being invited\.\n$/);
  const firmId = ended.stdout.split(' ')[1]!;
  const [grant] = await world.owner`
    select g.id, g.state, g.email, g.phone, m.role, m.first_name, m.last_name, m.language
    from grants g join members m on m.id = g.member_id where g.firm_id = ${firmId}`;
  expect(grant).toMatchObject({
    state: 'queued',
    email,
    phone,
    role: 'admin',
    first_name: 'Ada',
    last_name: 'van den Admin',
    language: 'nl',
  });
  expect(await world.owed()).toEqual([
    { kind: 'invite', grantId: grant!.id, cycle: 1, partyKind: 'member', dossierId: null },
  ]);
  const recorded = await world.owner`select action from records where firm_id = ${firmId} order by id`;
  expect(recorded.map((row) => row.action)).toEqual(['firm_created', 'member_added']);

  await world.deliver();
  const { client } = await accept(world, email, phone);
  expect((await client.get('/api/me')).body.team).toEqual({ firmId, role: 'admin' });
});

test('R4: each wrong argument has its line, before the usage; nothing is created', async () => {
  const before = await firms();
  const values = {
    name: ' ',
    'admin-name': 'Ada',
    'admin-email': 'ada',
    'admin-phone': '+3225551234',
    language: 'de',
  };
  const ended = await run(file, argsOf(values), env);
  expect(ended).toMatchObject({ code: 1, stdout: '' });
  const lines = ended.stderr.split('\n');
  const beginnings = [
    '--name: ',
    '--admin-name: First and last name.',
    '--admin-email: ',
    '--admin-phone: Not a mobile number',
    '--language: ',
    'Usage: npm run firm:create -- --name',
  ];
  for (const [i, beginning] of beginnings.entries()) expect(lines[i]).toContain(beginning);
  expect(await firms()).toEqual(before);
});

test('R4: each missing argument has its line, and an unknown one is named', async () => {
  const missing = await run(file, [], env);
  expect(missing.code).toBe(1);
  const lines = missing.stderr.split('\n').filter((line) => line.startsWith('--') && line.includes(': '));
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    '--name',
    '--admin-name',
    '--admin-email',
    '--admin-phone',
    '--language',
  ]);
  const unknown = await run(file, [...argsOf({}), '--nonsense', '1'], env);
  expect(unknown.code).toBe(1);
  expect(unknown.stderr).toMatch(/--nonsense/);
});

test('R15: an address that is in a team is refused', async () => {
  const email = newEmail('twice');
  const firm = {
    name: 'Fortuna',
    'admin-name': 'Ada Admin',
    'admin-phone': newPhone(),
    language: 'nl',
  } as const;
  await createFirm(world.db, { ...firm, 'admin-email': email });
  const before = await firms();
  const ended = await run(file, argsOf({ 'admin-email': email }), env);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/^This address is invited to a team/);
  expect(await firms()).toEqual(before);
});

test('without the configuration, it says what to set', async () => {
  const { DATABASE_URL, ...rest } = env;
  const unset = await run(file, argsOf({}), rest);
  expect(unset).toMatchObject({ code: 1, stdout: '', stderr: 'Configuration: DATABASE_URL is not set\n' });
});

test('a database that is away, or has no schema, is one line that holds no argument', async () => {
  const away = `postgres://someone:hidden@127.0.0.1:${await closedPort()}/none`;
  const bare = databaseUrl(world.url, 'postgres');
  for (const [url, line] of [
    [away, /^connect ECONNREFUSED .*\n$/],
    [bare, /^relation "firms" does not exist\n$/],
  ] as const) {
    const ended = await run(file, argsOf({ name: 'Secret' }), { ...env, DATABASE_URL: url });
    expect(ended).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(line) });
  }
});
