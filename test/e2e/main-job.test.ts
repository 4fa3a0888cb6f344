import { Connection, Client as Temporal } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Child } from '../../src/dev/child.ts';
import { freePort } from '../../src/dev/ports.ts';
import { startTemporalDevServer } from '../../src/dev/temporal.ts';
import { invitationWorkflowId } from '../../src/workflows/messages.ts';
import { Client } from '../support/client.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { Inbox, tokenIn } from '../support/inbox.ts';
import { runScript, startApiProcess, startWorkerProcess } from '../support/programs.ts';
import { authSecret } from '../support/world.ts';

/** Everything as in production, in processes of its own: API, worker, Temporal server, PostgreSQL, SMTP server. */
let database: TestDatabase;
let temporal: Awaited<ReturnType<typeof startTemporalDevServer>>;
let connection: Connection;
let api: Child;
let worker: Child;
let baseUrl: string;
const inbox = new Inbox();

const env: NodeJS.ProcessEnv = {};

beforeAll(async () => {
  [database, temporal] = await Promise.all([
    createDatabase(),
    startTemporalDevServer({ dataFile: null }),
    inbox.listen(),
  ]);
  const port = await freePort();
  baseUrl = `http://127.0.0.1:${port}`;
  Object.assign(env, {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    SMTP_URL: inbox.url,
    PUBLIC_URL: baseUrl,
    AUTH_SECRET: authSecret,
  });
  connection = await Connection.connect({ address: temporal.address });
  [worker, api] = await Promise.all([startWorkerProcess(env), startApiProcess(port, env)]);
});

afterAll(async () => {
  await api?.stop();
  await worker?.stop();
  await connection?.close();
  await Promise.all([temporal?.stop(), inbox.close()]);
  await database?.drop();
});

const password = 'correct horse battery staple';
const admin = { email: 'ada.admin@fortuna.test', phone: '+32470111111' };
const manager = { email: 'max.manager@fortuna.test', phone: '+32470222222' };
const holder = { email: 'jeanne.dupont@people.test', phone: '+32470333333' };

/** Opens the link of the newest e-mail, asks for the code, and makes the account. */
async function makeAccount({ email, phone }: typeof admin): Promise<Client> {
  const client = new Client(baseUrl);
  const token = tokenIn(inbox.to(email).at(-1)!);
  expect(await client.get(`/api/invitations/${token}`)).toMatchObject({
    status: 200,
    body: { phone: `+32 ••• •• ${phone.slice(-2)}` },
  });
  expect((await client.post(`/api/invitations/${token}/code`)).status).toBe(204);
  const made = await client.post(`/api/invitations/${token}/account`, {
    password,
    code: inbox.codeFor(phone),
  });
  expect(made.status).toBe(201);
  return client;
}

async function signIn({ email, phone }: typeof admin): Promise<Client> {
  const client = new Client(baseUrl);
  expect(await client.post('/api/auth/sign-in/email', { email, password })).toMatchObject({
    status: 200,
    body: { twoFactorRedirect: true },
  });
  expect((await client.get('/api/me')).status).toBe(401);
  expect((await client.post('/api/auth/two-factor/send-otp', {})).status).toBe(200);
  expect((await client.post('/api/auth/two-factor/verify-otp', { code: inbox.codeFor(phone) })).status).toBe(
    200,
  );
  return client;
}

test('the main job: from a new firm to a client who reads his dossier', async () => {
  const created = await runScript(
    'src/api/firms/create-firm.cli.ts',
    [
      '--name',
      'Fortuna',
      '--admin-name',
      'Ada Admin',
      '--admin-email',
      admin.email,
      '--admin-phone',
      '+32 470 11 11 11',
      '--language',
      'en',
    ],
    env,
  );
  expect(created).toMatchObject({ code: 0 });
  await inbox.nth(admin.email, 1);
  const ada = await makeAccount(admin);
  const { team } = (await ada.get('/api/me')).body;
  expect(team.role).toBe('admin');

  const added = await ada.post(`/api/firms/${team.firmId}/members`, {
    ...manager,
    firstName: 'Max',
    lastName: 'Manager',
    language: 'en',
    role: 'manager',
  });
  expect(added.status).toBe(201);
  await inbox.nth(manager.email, 1);
  await makeAccount(manager);

  const max = await signIn(manager);
  const dossier = await max.post('/api/dossiers', {
    name: 'Famille Dupont',
    holder: { firstName: 'Jeanne', lastName: 'Dupont' },
  });
  expect(dossier.status).toBe(201);
  const path = `/api/dossiers/${dossier.body.id}`;
  const saved = await max.put(`${path}/access-rights/persons/${dossier.body.holder.id}`, {
    ...holder,
    right: 'read_write',
  });
  expect(saved).toMatchObject({ status: 200, body: { right: 'read_write', open: false, revocable: false } });

  const invitation = await inbox.nth(holder.email, 1);
  expect(invitation.text).toContain('Famille Dupont');
  await makeAccount(holder);
  const jeanne = await signIn(holder);
  expect(await jeanne.get(path)).toMatchObject({
    status: 200,
    body: {
      name: 'Famille Dupont',
      me: { roles: [{ name: 'holder', right: 'read_write' }], capabilities: { familyAccess: 'give' } },
    },
  });

  const { workflow } = new Temporal({ connection });
  const handle = workflow.getHandle(invitationWorkflowId(saved.body.grantId));
  expect(await handle.result()).toBe('accepted');
  const description = await handle.describe();
  expect(await description.staticSummary()).toBe('Invitation of a person');
  const line = (await max.get(`${path}/access-rights`)).body.items[0];
  expect(line).toMatchObject({ open: true, invitation: { state: 'accepted' }, actions: ['change'] });

  await expect
    .poll(async () => {
      const found = workflow.list({
        query: `DossierId = '${dossier.body.id}' AND InvitationState = 'accepted' AND PartyKind = 'person'`,
      });
      return (await Array.fromAsync(found)).map((one) => one.workflowId);
    })
    .toEqual([invitationWorkflowId(saved.body.grantId)]);

  const history = await handle.fetchHistory();
  expect(history.events).toHaveLength(18);
  const text = textIn(history);
  expect(text).toContain(saved.body.grantId);
  for (const personal of [holder.email, holder.phone, 'Jeanne', 'Dupont', tokenIn(invitation)]) {
    expect(text).not.toContain(personal);
  }
});

test('a worker is healthy while Temporal hears of it from this host', async () => {
  const health = async (changed = {}) =>
    (await runScript('src/worker-health.ts', [], { ...env, ...changed })).code;
  expect(await health()).toBe(0);
  expect(await health({ TEMPORAL_TASK_QUEUE: 'nobody-works-here' })).toBe(1);
});

/** Everything that a history holds, payloads decoded. */
function textIn(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(textIn).join('\n');
  return String(value);
}
