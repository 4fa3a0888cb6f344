import { mkdir, writeFile } from 'node:fs/promises';
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
  await writeFile(bundlePath, code);
}

if (import.meta.main) await bundleWorkflows();
