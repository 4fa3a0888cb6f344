import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../problem.ts';
import { type Plan, planOf } from './plan.ts';

/** What the thread is given, and what it answers: the plan, or why there is none. */
export type Task = { bytes: Uint8Array; thisYear: number };
export type Result = { plan: Plan } | { problem: Pick<Problem, 'code' | 'errors'> };

const { bytes, thisYear } = workerData as Task;
parentPort?.postMessage(result());

function result(): Result {
  try {
    return { plan: planOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), thisYear) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { problem: { code: error.code, errors: error.errors } };
  }
}
