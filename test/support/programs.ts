import { resolve } from 'node:path';
import { type Child, startChild, whenReady } from '../../src/dev/child.ts';

const checkout = resolve(import.meta.dirname, '../..');

/** Starts the real worker in a process of its own, and waits until it polls. */
export async function startWorkerProcess(env: NodeJS.ProcessEnv): Promise<Child & { pid(): number }> {
  let started = false;
  let pid = 0;
  const child = startChild({
    name: 'worker',
    command: process.execPath,
    args: ['src/worker.ts'],
    cwd: checkout,
    env: { ...process.env, LOG_LEVEL: 'info', ...env },
    onLine: (line) => {
      if (!line.includes('"worker started"')) return;
      started = true;
      pid = JSON.parse(line).pid;
    },
  });
  await whenReady(child, undefined, async () => {
    if (!started) throw new Error('not yet');
  });
  return { ...child, pid: () => pid };
}

/** Starts the real API in a process of its own, and waits until it answers. */
export async function startApiProcess(port: number, env: NodeJS.ProcessEnv): Promise<Child> {
  const child = startChild({
    name: 'api',
    command: process.execPath,
    args: ['src/api/server.ts'],
    cwd: checkout,
    env: { ...process.env, LOG_LEVEL: 'info', PORT: String(port), ...env },
  });
  await whenReady(child, undefined, async () => {
    const { ok } = await fetch(`http://127.0.0.1:${port}/api/health/live`);
    if (!ok) throw new Error('not yet');
  });
  return child;
}

/** Runs a command of the project to its end. @returns its exit code and what it wrote last */
export function runScript(script: string, args: string[], env: NodeJS.ProcessEnv) {
  return startChild({
    name: script,
    command: process.execPath,
    args: [script, ...args],
    cwd: checkout,
    env: { ...process.env, ...env },
  }).ended;
}
