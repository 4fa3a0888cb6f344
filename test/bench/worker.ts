import { readFileSync } from 'node:fs';
import { type Child, startChild, whenReady } from '../../src/dev/child.ts';

const checkout = new URL('../..', import.meta.url).pathname;

/** The worker as `npm run worker` runs it, and its resident memory, in MB. */
export type MeasuredWorker = Child & { resident(): number };

/** Starts it, and waits until it polls. The workflows are bundled already. */
export async function startMeasuredWorker(env: NodeJS.ProcessEnv): Promise<MeasuredWorker> {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const [command = '', ...args] = (scripts.worker as string).split('&& ').at(-1)!.split(' ');
  if (command !== 'node') throw new Error(`npm run worker runs ${command}`);
  let pid: number | undefined;
  const child = startChild({
    name: 'worker',
    command: process.execPath,
    args,
    cwd: checkout,
    env: { ...process.env, ...env, LOG_LEVEL: 'info' },
    onLine: (line) => {
      if (line.includes('"worker started"')) pid = JSON.parse(line).pid;
    },
  });
  await whenReady(child, undefined, async () => {
    if (!pid) throw new Error('not yet');
  });
  const resident = () => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1024;
  };
  return { ...child, resident };
}
