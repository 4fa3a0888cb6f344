import { parentPort, workerData } from 'node:worker_threads';
import { project } from '../../domain/projection.ts';
import type { Task } from './calculate.ts';

/* A thread of its own: it calculates one projection, posts the outcome and ends. */
const { inputs, assumptions } = workerData as Task;
const outcome = project(inputs, assumptions);
parentPort!.postMessage('result' in outcome ? { json: JSON.stringify(outcome.result) } : outcome);
