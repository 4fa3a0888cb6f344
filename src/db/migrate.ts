import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as run } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { orExit, readMigrationUrl } from '../config.ts';

const folder = fileURLToPath(new URL('./migrations', import.meta.url));
const lockKey = 6_318_731_377;

/**
 * Brings a database to the current schema, as the role of the URL (which comes to own the tables).
 * Safe to run several times at once: the migrator takes no lock of its own, so it runs under an advisory one.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${lockKey})`;
    await run(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  await migrate(orExit(readMigrationUrl));
  console.log('The database has the current schema.');
}
