import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Assumptions, Inputs, Refusal } from '../../domain/simulation.ts';
import { Problem } from '../problem.ts';

export type Task = { inputs: Inputs; assumptions: Assumptions };

const file = new URL('./calculate.worker.ts', import.meta.url);
/** The calculation before: they take turns, so that any number of them leaves the API a processor. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Projects in a thread of its own, so that the API answers others meanwhile: the largest projections take seconds.
 * @param longest milliseconds, after which it is given up
 * @returns the result as JSON
 * @throws Problem `invalid` for impossible assumptions
 */
export async function calculate(task: Task, longest = 30_000): Promise<string> {
  const mine = before.then(() => inThread(task, longest));
  before = mine.catch(() => {});
  const outcome = await mine;
  if ('json' in outcome) return outcome.json;
  const errors = outcome.refusals.map(({ field, code }) => ({ field, code, message: messages[code] }));
  throw new Problem('invalid', { errors });
}

async function inThread(task: Task, longest: number): Promise<{ json: string } | { refusals: Refusal[] }> {
  const worker = new Worker(file, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  const signal = AbortSignal.timeout(longest);
  try {
    const [outcome] = await once(worker, 'message', { signal });
    return outcome;
  } catch (error) {
    if (signal.aborted) return { refusals: [{ field: 'horizon', code: 'projection_too_large' }] };
    throw error;
  } finally {
    await worker.terminate();
  }
}

const messages: Record<Refusal['code'], string> = {
  outside_horizon: 'The years go from the one after the start year to the end of the horizon.',
  not_in_family: 'Not a person of this family.',
  not_in_inventory: 'Not an item of the wealth inventory.',
  is_debt: 'A debt cannot be given.',
  is_donor: 'Nobody gives to himself.',
  dead_by_then: 'The person is dead by then.',
  already_dead: 'The person is dead already.',
  dies_twice: 'The death of this person is assumed already.',
  not_whole:
    'The shares do not make one: full ownership with usufruct, and full with bare ownership, each do.',
  exceeds_ownership: 'The donor holds less than that in full ownership by then.',
  amount_too_large: 'An amount would pass the largest one that is calculated, 45 035 996 273 704.95.',
  projection_too_large: 'The projection would be too large: choose a shorter horizon.',
};
