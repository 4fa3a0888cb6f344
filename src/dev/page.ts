import { execFile } from 'node:child_process';
import { glob, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const checkout = resolve(import.meta.dirname, '../..');
/** What the page is made of, beside the libraries. */
const sources = ['src/web/**/*', 'src/domain/*.ts', 'openapi.json', 'vite.config.ts', 'package-lock.json'];

/** Builds the page where the build is missing or older than what it is made of; of another checkout only in tests. */
export async function buildPage(signal?: AbortSignal, folder = checkout): Promise<void> {
  if ((await builtAt(folder)) > (await changedAt(folder))) return;
  await promisify(execFile)('npm', ['run', '--silent', 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
    ...(signal ? { signal } : {}),
  });
}

const builtAt = (folder: string) =>
  stat(join(folder, 'build/web/index.html')).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

async function changedAt(folder: string): Promise<number> {
  let newest = 0;
  for await (const path of glob(sources, { cwd: folder })) {
    if (path.endsWith('schema.d.ts')) continue; // Made by the build itself.
    newest = Math.max(newest, (await stat(join(folder, path))).mtimeMs);
  }
  return newest;
}
