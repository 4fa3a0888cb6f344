import { Refusal } from '../api/client.ts';

/** What is away: all of the API, or what it needs. */
export type Outage = 'unreachable' | 'unavailable';

/** Whether an error is an outage: nothing answered, or the server answered that it can't (any 5xx). */
export function outageIn(error: unknown): Outage | null {
  if (!(error instanceof Refusal)) return null;
  const { code, status } = error.problem;
  if (code === 'unreachable') return 'unreachable';
  return status >= 500 ? 'unavailable' : null;
}
