import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../problem.ts';
import { type Importer, type Judged, judge } from './judge.ts';
import type { Result, Task } from './judge.worker.ts';

/** Smaller files, in bytes, are judged within milliseconds, sooner than a thread starts. */
const smallFile = 20_000;

/** How long a file may take, in milliseconds: many times what the largest one takes. */
const longestJudging = 120_000;

/** The large files before this one: one is judged at a time. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Judges a file as `judge` does. A large one takes seconds: a thread judges it while the API answers others.
 * @throws Problem as `judge` does
 */
export async function judgeFile(bytes: Buffer, importer: Importer): Promise<Judged> {
  if (bytes.length <= smallFile) return judge(bytes, importer);
  const judged = before.then(() => inThread({ bytes, importer }));
  before = judged.catch(() => {});
  return judged;
}

async function inThread(task: Task): Promise<Judged> {
  const worker = new Worker(new URL('./judge.worker.ts', import.meta.url), { workerData: task });
  try {
    const [result] = (await once(worker, 'message', { signal: AbortSignal.timeout(longestJudging) })) as [
      Result,
    ];
    if ('judged' in result) return result.judged;
    const { code, errors } = result.problem;
    throw new Problem(code, errors ? { errors } : {});
  } finally {
    await worker.terminate();
  }
}
