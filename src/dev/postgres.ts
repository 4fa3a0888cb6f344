import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { type Child, startChild, whenReady } from './child.ts';
import { freePort } from './ports.ts';
import { type PostgresPrograms, postgresPrograms } from './postgres-programs.ts';

const database = 'dossier_access';
const password = 'password';

/** `url` names the superuser and the database `dossier_access`. */
export type EmbeddedPostgres = Omit<Child, 'name'> & { url: string };

/**
 * Starts PostgreSQL for this machine alone, and waits until it answers. As root it runs as another user, who has
 * to be able to enter the folders above `dataDir`.
 * @param dataDir made at the first start; may exist if empty
 * @param port any free one by default
 * @param fresh forgets what is in `dataDir`
 * @param volatile doesn't wait for the disk: a power cut may ruin the data
 */
export async function startPostgres(options: {
  dataDir: string;
  port?: number;
  fresh?: boolean;
  volatile?: boolean;
  logFile?: string;
  signal?: AbortSignal;
}): Promise<EmbeddedPostgres> {
  const { dataDir, volatile, logFile, signal } = options;
  const programs = await postgresPrograms();
  if (options.fresh) await rm(dataDir, { recursive: true, force: true });
  if (!existsSync(join(dataDir, 'PG_VERSION'))) await initialise(programs, dataDir, signal);
  const port = options.port ?? (await freePort());
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    ...(volatile ? ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'] : []),
  ];
  const child = startChild({
    name: 'PostgreSQL',
    command: programs.postgres,
    args: ['-D', dataDir, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    cwd: dataDir,
    user: programs.user,
    stopSignal: 'INT',
    logFile,
  });
  const server = `postgres://postgres:${password}@127.0.0.1:${port}`;
  await whenReady(child, signal, () => createDatabase(`${server}/postgres`));
  return { url: `${server}/${database}`, ended: child.ended, stop: child.stop };
}

/** Makes the cluster beside its place, so that an interrupted start leaves nothing half made. */
async function initialise({ initdb, user }: PostgresPrograms, dataDir: string, signal?: AbortSignal) {
  await mkdir(dirname(dataDir), { recursive: true });
  const draft = await mkdtemp(`${dataDir}.`);
  const passwordFolder = await mkdtemp(join(tmpdir(), 'pg-'));
  const passwordFile = join(passwordFolder, 'password');
  try {
    await writeFile(passwordFile, password);
    if (user) for (const path of [draft, passwordFolder, passwordFile]) await chown(path, user.uid, user.gid);
    const encoding = [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ];
    const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    const args = [`--pgdata=${draft}`, '--no-sync', ...encoding, ...access];
    await promisify(execFile)(initdb, args, { cwd: draft, ...user, ...(signal && { signal }) });
    await rename(draft, dataDir);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(passwordFolder, { recursive: true });
  }
}

async function createDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!found) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end();
  }
}
