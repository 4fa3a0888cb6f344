import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a child ended: its exit code (128 + n after signal n) and the last lines that it wrote. */
export type Ended = { code: number; lastLines: string };

/** A program that runs for as long as this process does. */
export type Child = { name: string; ended: Promise<Ended>; stop(): Promise<void> };

export type ChildOptions = {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** By default the user of this process. */
  user?: { uid: number; gid: number } | undefined;
  /** Asks it to end; by default TERM. */
  stopSignal?: 'TERM' | 'INT';
  /** Milliseconds between that signal and SIGKILL for its whole process group. */
  graceMs?: number;
  /** File that takes what it writes, begun anew. */
  logFile?: string | undefined;
  onLine?: (line: string) => void;
};

/** Its text, not its path: another user may not be able to read this folder. */
const withParent = readFileSync(join(import.meta.dirname, 'with-parent.sh'), 'utf8');

/**
 * Starts a program in a process group of its own, so that Ctrl-C in the terminal doesn't reach it:
 * it ends by `stop()`, or with this process.
 */
export function startChild(options: ChildOptions): Child {
  const {
    name,
    command,
    args,
    env = process.env,
    cwd,
    user,
    stopSignal = 'TERM',
    graceMs = 20_000,
  } = options;
  const child = spawn('sh', ['-c', withParent, 'with-parent.sh', stopSignal, command, ...args], {
    detached: true,
    env,
    ...(cwd && { cwd }),
    ...user,
  });
  child.stdin.on('error', () => {});
  const log = options.logFile ? createWriteStream(options.logFile) : undefined;
  const lastLines: string[] = [];
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => {
      log?.write(`${line}\n`);
      if (lastLines.push(line) > 10) lastLines.shift();
      options.onLine?.(line);
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    const end = (code: number) => {
      log?.end();
      resolve({ code, lastLines: lastLines.join('\n') });
    };
    child.on('error', (error) => {
      lastLines.push(error.message);
      end(127);
    });
    child.on('close', (code) => end(code ?? 137));
  });
  const stop = async () => {
    child.stdin.end();
    const timer = setTimeout(() => killGroup(child.pid), graceMs);
    await ended;
    clearTimeout(timer);
  };
  return { name, ended, stop };
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

/**
 * Tries `attempt` every 100 ms until it doesn't throw, and gives what it gave. When the child ends first,
 * `signal` aborts, or 60 s have passed, the child is stopped and the reason thrown.
 */
export async function whenReady<T>(
  child: Child,
  signal: AbortSignal | undefined,
  attempt: () => Promise<T>,
): Promise<T> {
  const timeout = AbortSignal.timeout(60_000);
  const givenUp = signal ? AbortSignal.any([signal, timeout]) : timeout;
  const failed = new Promise<never>((_, reject) => {
    const giveUp = () =>
      reject(timeout.aborted ? new Error(`${child.name} isn't ready after 60 s`) : givenUp.reason);
    if (givenUp.aborted) giveUp();
    givenUp.addEventListener('abort', giveUp, { once: true });
    void child.ended.then(({ code, lastLines }) =>
      reject(new Error(`${child.name} ended while starting, with code ${code}:\n${lastLines}`)),
    );
  });
  let done = false;
  const answer = async () => {
    while (!done) {
      try {
        return await attempt();
      } catch {
        await sleep(100);
      }
    }
    return failed;
  };
  try {
    return await Promise.race([answer(), failed]);
  } catch (error) {
    await child.stop();
    throw error;
  } finally {
    done = true;
  }
}
