import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildPage } from '../../src/dev/page.ts';

let folder: string;

/** A checkout whose build says how often it ran; the real one runs before all tests. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  const build = "mkdir -p build/web && printf x >> runs && printf '%s' $NODE_ENV > build/web/index.html";
  await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts: { build } }));
  await mkdir(join(folder, 'src/web/shell'), { recursive: true });
  for (const source of sources) await writeFile(join(folder, source), '');
});
afterEach(() => rm(folder, { recursive: true }));

const sources = ['src/web/shell/brand.tsx', 'openapi.json', 'package-lock.json'];
const runs = () => readFile(join(folder, 'runs'), 'utf8').then(({ length }) => length);
const build = () => buildPage(undefined, folder);

/** Lets a file be changed just after the page was built. */
async function touch(source: string) {
  const { mtimeMs } = await stat(join(folder, 'build/web/index.html'));
  const after = new Date(mtimeMs + 1000);
  await utimes(join(folder, source), after, after);
}

test('npm start builds a page that is missing, for production, and leaves one alone that is up to date', async () => {
  await build();
  expect(await readFile(join(folder, 'build/web/index.html'), 'utf8')).toBe('production');
  await build();
  expect(await runs()).toBe(1);
  await rm(join(folder, 'build'), { recursive: true });
  await build();
  expect(await runs()).toBe(2);
});

test.each(sources)('npm start builds the page anew where %s has changed since', async (source) => {
  await build();
  await touch(source);
  await build();
  expect(await runs()).toBe(2);
});

test('npm start ends where the page can’t be built', async () => {
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ scripts: { build: 'echo no >&2; exit 1' } }),
  );
  await expect(build()).rejects.toThrow('no');
});
