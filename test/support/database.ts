import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';
import { connect, type Database } from '../../src/db/client.ts';
import { databaseUrl } from './servers.ts';

export type TestDatabase = {
  /** For `DATABASE_URL`. */
  url: string;
  /** As the application works: under its restricted role. */
  db: Database;
  /** As the owner of the schema: to look, and to bring about what the application can't. */
  owner: postgres.Sql;
  drop(): Promise<void>;
};

/** A fresh database, cloned from the migrated template. */
export async function createDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(databaseUrl(templateUrl, 'postgres'), { max: 1, onnotice: () => {} });
  await admin`create database ${admin(name)} template template_dossier_access`;
  const url = databaseUrl(templateUrl, name);
  const db = connect(url, { max: 8 });
  const owner = postgres(url, { max: 4, onnotice: () => {} });
  return {
    url,
    db,
    owner,
    async drop() {
      await Promise.all([db.close(), owner.end()]);
      await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
    },
  };
}
