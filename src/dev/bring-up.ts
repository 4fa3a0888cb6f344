import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../db/migrate.ts';
import { openDemo } from './demo/open.ts';
import { startMailbox } from './mailbox.ts';
import { buildPage } from './page.ts';
import { startPostgres } from './postgres.ts';
import type { Run } from './run.ts';
import { bundleWorkflows, startApi, startWorker } from './services.ts';
import type { Settings } from './settings.ts';
import { startTemporalDevServer } from './temporal.ts';

/** Where to look; undefined for what isn't ours. */
export type Places = {
  page: string;
  docs: string;
  temporalUi?: string | undefined;
  mailbox?: string | undefined;
  /** Whether there are people to sign in as. */
  hasDemo?: boolean;
};

/** Starts every part in the order in which they need each other, those that aren't embedded left out. */
export async function bringUp(
  run: Run,
  { env: given, ports, embedded }: Settings,
  folder: string,
  say: (line: string) => void,
): Promise<Places> {
  const { signal } = run;
  const logFolder = join(folder, 'logs');
  mkdirSync(logFolder, { recursive: true });
  const logFile = (name: string) => join(logFolder, `${name}.log`);
  const env = { ...given };
  const page = env.PUBLIC_URL!.replace(/\/$/, '');
  const places: Places = { page, docs: `${page}/api/docs` };

  if (embedded.postgres) {
    const options = {
      dataDir: join(folder, 'postgres'),
      port: ports.postgres,
      logFile: logFile('postgres'),
      signal,
    };
    const { url } = await run.start('PostgreSQL', () => startPostgres(options));
    env.DATABASE_URL = url;
    env.MIGRATE_DATABASE_URL = url;
  }
  if (embedded.postgres || env.MIGRATE === '1') {
    await run.step('Migrations', () => migrate(env.MIGRATE_DATABASE_URL || env.DATABASE_URL!));
  }
  if (embedded.temporal) {
    const options = {
      port: ports.temporal,
      uiPort: ports.temporalUi,
      logFile: logFile('temporal'),
      signal,
      say,
    };
    const temporal = await run.start('Temporal', () =>
      startTemporalDevServer({ dataFile: join(folder, 'temporal.db'), ...options }),
    );
    env.TEMPORAL_ADDRESS = temporal.address;
    env.TEMPORAL_NAMESPACE = 'default';
    env.TEMPORAL_CONFIG_FILE = join(folder, 'no-temporal-profile.toml'); // A profile would name another server.
    places.temporalUi = temporal.uiUrl;
  }
  if (embedded.mailbox) {
    const options = { smtpPort: ports.smtp, webPort: ports.mailbox, logFile: logFile('mailbox'), signal };
    const mailbox = await run.start('Mailbox', () =>
      startMailbox({ folder: join(folder, 'mails'), ...options }),
    );
    env.SMTP_URL = mailbox.smtpUrl;
    places.mailbox = mailbox.webUrl;
  }
  const service = { env, logFolder, signal, say };
  await run.step('Workflows', () => bundleWorkflows(service));
  await run.step('Page', () => buildPage(signal));
  const demo = embedded.postgres && openDemo(env);
  try {
    if (demo) await run.step('Demo firm', demo.create);
    await run.start('Worker', () => startWorker(service));
    await run.start('API', () => startApi(service));
    if (demo) await run.step('Demo life', () => demo.live(signal));
  } finally {
    if (demo) await demo.close();
  }
  places.hasDemo = embedded.postgres;
  return places;
}
