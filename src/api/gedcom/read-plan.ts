import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Problem } from '../problem.ts';
import { type Plan, planOf } from './plan.ts';
import type { Result, Task } from './plan.worker.ts';

/** Smaller files, in bytes, are read within milliseconds, sooner than a thread starts. */
const smallFile = 100_000;

/** How long a file may take, in milliseconds: many times what the largest one takes. */
const longestReading = 120_000;

/** The large files before this one: one is read at a time. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a GEDCOM file as a family. A large one takes seconds: a thread reads it while the API answers others.
 * @throws Problem as `planOf` does
 */
export async function readPlan(bytes: Buffer): Promise<Plan> {
  const thisYear = new Date().getFullYear();
  if (bytes.length <= smallFile) return planOf(bytes, thisYear);
  const plan = before.then(() => inThread({ bytes, thisYear }));
  before = plan.catch(() => {});
  return plan;
}

async function inThread(task: Task): Promise<Plan> {
  const worker = new Worker(new URL('./plan.worker.ts', import.meta.url), { workerData: task });
  try {
    const [result] = (await once(worker, 'message', { signal: AbortSignal.timeout(longestReading) })) as [
      Result,
    ];
    if ('plan' in result) return result.plan;
    const { code, errors } = result.problem;
    throw new Problem(code, errors ? { errors } : {});
  } finally {
    await worker.terminate();
  }
}
