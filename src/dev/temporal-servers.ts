import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { startChild } from './child.ts';

/** Outside the checkout, shared by all checkouts of this user. */
const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'dossier-access');
const sdkVersion: string = createRequire(import.meta.url)('@temporalio/testing/package.json').version;

const servers = {
  'dev-server': {
    title: 'the Temporal dev server',
    variable: 'TEMPORAL_CLI_PATH',
    command: 'temporal',
    onPath: true,
    install: 'the Temporal CLI, or Go',
  },
  'test-server': {
    title: "Temporal's time-skipping test server",
    variable: 'TEMPORAL_TEST_SERVER_PATH',
    command: 'temporal-test-server',
    onPath: false,
    install: 'Java 11 or newer and Maven',
  },
} as const;

export type TemporalServer = keyof typeof servers;

/** The folder in the cache that holds a server, and its executable there. */
export function cachedServer(server: TemporalServer): { folder: string; executable: string } {
  const folder = join(cacheFolder, `temporal-${server}-for-sdk-${sdkVersion}`);
  return { folder, executable: join(folder, servers[server].command) };
}

/**
 * The path of a Temporal server's executable: from its environment variable, the PATH, the cache; else it is
 * fetched into the cache, which can take minutes and tells of its progress by `say`.
 * @throws Error that says what was tried and what to install.
 */
export async function temporalServerPath(
  server: TemporalServer,
  say: (line: string) => void = console.log,
  signal?: AbortSignal,
): Promise<string> {
  const { title, variable, command, onPath, install } = servers[server];
  const explicit = process.env[variable];
  if (explicit) {
    if (await isExecutable(explicit)) return explicit;
    throw new Error(`${variable} names no executable file: ${explicit}`);
  }
  const { executable } = cachedServer(server);
  const folders = onPath ? (process.env.PATH ?? '').split(delimiter) : [];
  for (const candidate of [...folders.map((folder) => join(folder, command)), executable]) {
    if (await isExecutable(candidate)) return candidate;
  }
  say(`${title} isn't on this machine yet; it is fetched once, into ${cacheFolder}`);
  const failures = await fetchServer(server, say, signal);
  if (!failures) return executable;
  const tried = [
    `${variable} isn't set`,
    onPath && `no '${command}' on the PATH`,
    'none in the cache',
    failures,
  ];
  throw new Error(
    `Can't get ${title}: ${tried.filter(Boolean).join('; ')}. Install ${install}, or set ${variable}.`,
  );
}

/** Starts the last line of the fetching script when it has failed; the failures follow. */
export const fetchFailed = 'Failed: ';

async function fetchServer(server: TemporalServer, say: (line: string) => void, signal?: AbortSignal) {
  let failures: string | undefined;
  const child = startChild({
    name: 'fetch',
    command: process.execPath,
    args: [resolve(import.meta.dirname, '../../scripts/fetch-temporal-server.ts'), server],
    graceMs: 2_000,
    onLine: (line) => {
      if (line.startsWith(fetchFailed)) failures = line.slice(fetchFailed.length);
      else say(line);
    },
  });
  const stop = () => child.stop();
  signal?.addEventListener('abort', stop, { once: true });
  const { code, lastLines } = await child.ended;
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  return code === 0 ? undefined : (failures ?? lastLines);
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
