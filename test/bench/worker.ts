import { readFileSync } from 'node:fs';
import { type Child, startChild, whenReady } from '../../src/dev/child.ts';
import { collectGarbage } from './collect-garbage.ts';
import { until } from './figures.ts';

const checkout = new URL('../..', import.meta.url).pathname;

/** The worker as `npm run worker` runs it. */
export type MeasuredWorker = Child & {
  /** Its resident memory at present, in MB. */
  resident(): number;
  collectGarbage(): Promise<void>;
};

/** Starts it, and waits until it polls. The workflows are bundled already. */
export async function startMeasuredWorker(env: NodeJS.ProcessEnv): Promise<MeasuredWorker> {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const words = (scripts.worker as string).split('&& ').at(-1)!.split(' ');
  const node = words.indexOf('node');
  const given = Object.fromEntries(words.slice(0, node).map((word) => word.split('=', 2)));
  let pid: number | undefined;
  let inspector: string | undefined;
  const child = startChild({
    name: 'worker',
    command: process.execPath,
    args: words.slice(node + 1),
    cwd: checkout,
    env: { ...process.env, ...env, ...given, LOG_LEVEL: 'info', NODE_OPTIONS: '--inspect-port=0' },
    onLine: (line) => {
      if (line.includes('"worker started"')) pid = JSON.parse(line).pid;
      inspector = /^Debugger listening on (ws:\S+)/.exec(line)?.[1] ?? inspector;
    },
  });
  await whenReady(child, undefined, async () => {
    if (!pid) throw new Error('not yet');
  });
  const resident = () => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)![1]) / 1024;
  };
  return {
    ...child,
    resident,
    async collectGarbage() {
      if (!inspector) process.kill(pid!, 'SIGUSR1');
      await until('its inspector', 10_000, async () => inspector !== undefined);
      await collectGarbage(inspector!);
    },
  };
}
