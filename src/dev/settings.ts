import { readConfig } from '../config.ts';
import { keptSecret } from './data-folder.ts';
import { freePort, isFree } from './ports.ts';

export type Settings = {
  /** For the API and the worker; the embedded servers add their addresses. */
  env: NodeJS.ProcessEnv;
  ports: {
    api: number;
    postgres: number;
    temporal: number;
    temporalUi: number;
    smtp: number;
    mailbox: number;
  };
  /** Which parts are embedded: those whose variable isn't set. */
  embedded: { postgres: boolean; temporal: boolean; mailbox: boolean };
};

/**
 * The environment, completed for a machine where nothing is configured: free ports, a secret kept in `folder`.
 * @throws ConfigError for wrong values; Error when the port of an explicit `PORT` is taken
 */
export async function developmentSettings(
  given: NodeJS.ProcessEnv,
  folder: string,
  say: (line: string) => void,
): Promise<Settings> {
  const choose = async (what: string, preferred: number) => {
    const port = await freePort(preferred);
    if (preferred && port !== preferred) say(`Port ${preferred} is taken: ${what} takes ${port}.`);
    return port;
  };
  const embedded = {
    postgres: !given.DATABASE_URL,
    temporal: !given.TEMPORAL_ADDRESS,
    mailbox: !given.SMTP_URL,
  };
  const { port: wanted } = readConfig({
    ...given,
    ...placeholders(embedded),
    AUTH_SECRET: given.AUTH_SECRET || '-'.repeat(32),
  });
  if (given.PORT && !(await isFree(wanted))) throw new Error(`Port ${wanted} (PORT) is taken.`);
  const api = await choose('the API', wanted);
  return {
    env: {
      ...given,
      PORT: String(api),
      PUBLIC_URL: given.PUBLIC_URL || `http://localhost:${api}`,
      AUTH_SECRET: given.AUTH_SECRET || keptSecret(folder),
    },
    ports: {
      api,
      postgres: embedded.postgres ? await choose('PostgreSQL', 54329) : 0,
      temporal: embedded.temporal ? await choose('Temporal', 7233) : 0,
      temporalUi: embedded.temporal ? await choose("Temporal's web UI", 8233) : 0,
      smtp: embedded.mailbox ? await choose("the mailbox's SMTP", 1025) : 0,
      mailbox: embedded.mailbox ? await choose("the mailbox's page", 1080) : 0,
    },
    embedded,
  };
}

/** Lets the rest of the environment be checked before the embedded servers have addresses. */
function placeholders(embedded: Settings['embedded']): NodeJS.ProcessEnv {
  return {
    ...(embedded.postgres && { DATABASE_URL: 'postgres://127.0.0.1/embedded' }),
    ...(embedded.mailbox && { SMTP_URL: 'smtp://127.0.0.1' }),
  };
}
