import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { buildPage } from '../../src/dev/page.ts';
import { startPostgres } from '../../src/dev/postgres.ts';
import { bundleWorkflows } from '../../src/workflows-bundle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's URL of a database that the real migrations made; each test file clones it. */
    templateUrl: string;
  }
}

/** Once for all tests: PostgreSQL with a migrated template database, the workflows' bundle, and the page. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-access-'));
  const server = await startPostgres({ dataDir: folder, volatile: true });
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin`create database template_dossier_access`;
  await admin.end();
  const templateUrl = databaseUrl(server.url, 'template_dossier_access');
  await Promise.all([migrate(templateUrl), bundleWorkflows(), buildPage()]);
  project.provide('templateUrl', templateUrl);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** The same server's URL for another database. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
