import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Where `npm run bundle` puts the workflows' code for the worker. */
export const bundlePath = fileURLToPath(new URL('../build/workflows.js', import.meta.url));

/** Bundles the workflows in a process of its own: the bundler's memory doesn't stay with the worker. */
export async function bundleWorkflows(): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./workflows/index.ts', import.meta.url)),
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error },
  });
  await mkdir(new URL('../build/', import.meta.url), { recursive: true });
  // In one step, so that a worker that starts meanwhile never reads half of it.
  const draft = `${bundlePath}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, bundlePath);
}

if (import.meta.main) await bundleWorkflows();
