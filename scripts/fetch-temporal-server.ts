/**
 * `node scripts/fetch-temporal-server.ts dev-server|test-server`: puts a Temporal server into the cache, by the
 * SDK's own download, or, where that can't be reached, by making it from the package registries.
 */
import { rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { cachedServer, fetchFailed, type TemporalServer } from '../src/dev/temporal-servers.ts';
import { buildDevServer, buildTestServer } from './build-temporal-server.ts';

const server = process.argv[2] as TemporalServer;
const { folder, executable } = cachedServer(server);
const draft = `${folder}.${process.pid}`;
const failures: string[] = [];

process.on('SIGTERM', () => {
  rmSync(draft, { recursive: true, force: true });
  process.kill(0, 'SIGKILL'); // The compiler too: all of the process group.
});

for (const [how, make] of [
  ["the SDK's download", download],
  ['making it from the registries', server === 'dev-server' ? buildDevServer : buildTestServer],
] as const) {
  try {
    await mkdir(draft, { recursive: true });
    await make(draft);
    await keep();
    process.exit(0);
  } catch (error) {
    const [firstLine] = (error instanceof Error ? error.message : String(error)).split('\n');
    failures.push(`${how} failed (${firstLine})`);
    await rm(draft, { recursive: true, force: true });
  }
}
console.log(fetchFailed + failures.join('; '));
process.exit(1);

/** The SDK downloads while it starts a server, under a name of its own. */
async function download(): Promise<void> {
  console.log('asking the SDK to download it …');
  const options = { server: { executable: { type: 'cached-download', downloadDir: draft } } } as const;
  const start =
    server === 'dev-server'
      ? TestWorkflowEnvironment.createLocal(options)
      : TestWorkflowEnvironment.createTimeSkipping(options);
  const env = await start.catch((error: Error) => {
    throw new Error(error.message.split(': ').at(-1));
  });
  await env.teardown();
  const [file] = await readdir(draft);
  await rename(join(draft, file!), join(draft, executable.slice(folder.length)));
}

/** All or nothing; whoever was faster is as good. */
async function keep(): Promise<void> {
  await rename(draft, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(draft, { recursive: true });
  });
}
