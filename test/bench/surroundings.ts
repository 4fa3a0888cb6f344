import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection, Client as Temporal } from '@temporalio/client';
import postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';
import { connect } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { firms } from '../../src/db/schema/index.ts';
import type { Child } from '../../src/dev/child.ts';
import { type DemoConfig, join as joinTeam } from '../../src/dev/demo/accounts.ts';
import { demoPassword, team } from '../../src/dev/demo/team.ts';
import { freePort } from '../../src/dev/ports.ts';
import { startPostgres } from '../../src/dev/postgres.ts';
import { startTemporalDevServer } from '../../src/dev/temporal.ts';
import { registerSearchAttributes } from '../../src/temporal.ts';
import { Client } from '../support/client.ts';
import { Inbox } from '../support/inbox.ts';
import { dossier } from '../support/people.ts';
import { startApiProcess } from '../support/programs.ts';

/** What is measured: real servers and the real API, in processes of their own, on this machine's loopback. */
export type Surroundings = {
  databaseUrl: string;
  /** As the owner of the schema. */
  owner: postgres.Sql;
  temporal: Temporal & { connection: Connection };
  inbox: Inbox;
  /** For our programs. */
  env: NodeJS.ProcessEnv & { AUTH_SECRET: string; PUBLIC_URL: string; TEMPORAL_TASK_QUEUE: string };
  baseUrl: string;
  /** The demo firm's manager, signed in. */
  manager: { client: Client };
  /** A dossier of his. */
  dossierId: string;
  /** Ends the API, and with it the starter in it. */
  stopApi(): Promise<void>;
  close(): Promise<void>;
};

export async function bringUp(): Promise<Surroundings> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-access-bench-'));
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    const database = await startPostgres({ dataDir: folder });
    ends.push(database.stop);
    await migrate(database.url);
    const owner = postgres(database.url, { max: 4, onnotice: () => {} });
    ends.push(() => owner.end());
    const server = await startTemporalDevServer({ dataFile: null });
    ends.push(server.stop);
    const connection = await Connection.connect({ address: server.address });
    ends.push(() => connection.close());
    await registerSearchAttributes(connection, 'default');
    const inbox = new Inbox();
    await inbox.listen();
    ends.push(() => inbox.close());

    const port = await freePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    const env = {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: server.address,
      TEMPORAL_NAMESPACE: 'default',
      TEMPORAL_CONFIG_FILE: join(folder, 'no-profile.toml'), // A profile would name another server.
      TEMPORAL_TASK_QUEUE: 'bench',
      SMTP_URL: inbox.url,
      PUBLIC_URL: baseUrl,
      AUTH_SECRET: 'a secret of the measurements that is long enough',
      LOG_LEVEL: 'warn',
    };
    const { email, phone } = team.manager;
    await createFirm(database.url, { publicUrl: baseUrl, authSecret: env.AUTH_SECRET });
    const api: Child = await startApiProcess(port, env);
    ends.push(api.stop);
    const client = new Client(baseUrl);
    await client.post('/api/auth/sign-in/email', { email, password: demoPassword });
    await client.post('/api/auth/two-factor/send-otp', {});
    const code = inbox.codeFor(phone);
    const { status } = await client.post('/api/auth/two-factor/verify-otp', { code });
    if (status !== 200) throw new Error(`the demo's manager can't sign in: ${status}`);
    const manager = { client };
    const temporal = new Temporal({ connection }) as Surroundings['temporal'];
    const { id: dossierId } = await dossier(manager);
    const around = { databaseUrl: database.url, owner, temporal, inbox, env, baseUrl, manager, dossierId };
    return { ...around, stopApi: api.stop, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A firm with the demo's manager, who has an account. */
async function createFirm(databaseUrl: string, config: DemoConfig) {
  const db = connect(databaseUrl, { max: 2 });
  const firmId = uuidv7();
  await db.orm.insert(firms).values({ id: firmId, name: 'Fortuna Bench', language: 'fr' });
  await joinTeam(db, config, firmId, team.manager);
  await db.close();
}

/** So many new persons of a dossier, each with access that is pending; nothing is owed for them. @returns their grants */
export const addPending = (owner: postgres.Sql, dossierId: string, persons: number) => owner<
  { id: string; personId: string }[]
>`
  with new as (
    insert into persons (id, dossier_id, first_name, last_name)
    select uuidv7(), ${dossierId}, 'Léa', 'Dupont ' || n from generate_series(1, ${persons}) n returning id)
  insert into grants (id, firm_id, dossier_id, person_id, "right", email, phone, given_at, state)
  select uuidv7(), d.firm_id, d.id, new.id, 'read_only', new.id || '@people.test', '+32470000009', now(), 'queued'
  from new join dossiers d on d.id = ${dossierId}
  returning id, person_id as "personId"`;

/** Owes the invitation of each grant, as its save would have. */
export const oweInvitations = (owner: postgres.Sql, dossierId: string, grantIds: string[]) => owner`
  insert into owed (id, task)
  select uuidv7(), jsonb_build_object('kind', 'invite', 'grantId', id, 'cycle', 1, 'partyKind', 'person',
    'dossierId', ${dossierId}::text)
  from unnest(${grantIds}::uuid[]) id`;
