import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../problem.ts';
import { type Importer, type Judged, judge } from './judge.ts';

/** What the thread is given, and what it answers: what the file would create, or why it can't be read. */
export type Task = { bytes: Uint8Array; importer: Importer };
export type Result = { judged: Judged } | { problem: Pick<Problem, 'code' | 'errors'> };

const { bytes, importer } = workerData as Task;
parentPort?.postMessage(result());

function result(): Result {
  try {
    return { judged: judge(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), importer) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { problem: { code: error.code, errors: error.errors } };
  }
}
