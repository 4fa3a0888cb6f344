import { join, resolve } from 'node:path';
import { type Child, startChild, whenReady } from './child.ts';

const checkout = resolve(import.meta.dirname, '../..');

type ServiceOptions = {
  env: NodeJS.ProcessEnv;
  /** Takes one file for each program. */
  logFolder: string;
  signal: AbortSignal;
  /** Is told of logged errors; the logs have the rest. */
  say: (line: string) => void;
};

/** Starts the API on the port of its environment, and waits until it is alive. */
export async function startApi(options: ServiceOptions): Promise<Child> {
  const child = startService('API', ['src/api/server.ts'], options);
  await whenReady(child, options.signal, async () => {
    const answer = await fetch(`http://127.0.0.1:${options.env.PORT}/api/health/live`);
    if (answer.status !== 200) throw new Error(`alive with ${answer.status}`);
  });
  return child;
}

/** Starts the worker, and waits until it polls. */
export async function startWorker(options: ServiceOptions): Promise<Child> {
  const { promise: started, resolve } = Promise.withResolvers<void>();
  const child = startService(
    'worker',
    ['--max-semi-space-size=2', '--max-old-space-size=128', 'src/worker.ts'],
    { ...options, env: { ...options.env, MALLOC_ARENA_MAX: '2' } },
    (line) => {
      if (parse(line)?.msg === 'worker started') resolve();
    },
  );
  await whenReady(child, options.signal, () => started);
  return child;
}

/** Bundles the workflows for the worker. */
export async function bundleWorkflows(options: ServiceOptions): Promise<void> {
  const child = startService('bundle', ['src/workflows-bundle.ts'], options);
  const stop = () => child.stop();
  options.signal.addEventListener('abort', stop, { once: true });
  const { code, lastLines } = await child.ended;
  options.signal.removeEventListener('abort', stop);
  options.signal.throwIfAborted();
  if (code !== 0) throw new Error(`Bundling the workflows failed:\n${lastLines}`);
}

function startService(
  name: string,
  args: string[],
  options: ServiceOptions,
  onLine?: (line: string) => void,
): Child {
  return startChild({
    name,
    command: process.execPath,
    args,
    cwd: checkout,
    env: options.env,
    graceMs: 30_000,
    logFile: join(options.logFolder, `${name.toLowerCase()}.log`),
    onLine: (line) => {
      const error = loggedError(line);
      if (error) options.say(`${name}: ${error}`);
      onLine?.(line);
    },
  });
}

/** The message of a JSON log line of level error or worse. */
function loggedError(line: string): string | undefined {
  const entry = parse(line);
  const isError = Number(entry?.level) >= 50 || entry?.level === 'error' || entry?.level === 'fatal';
  return isError ? String(entry?.msg ?? 'error') : undefined;
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    return line.startsWith('{') ? JSON.parse(line) : undefined;
  } catch {
    return undefined;
  }
}
