import { Refusal } from '../api/client.ts';

/** What somebody else has changed since the form was opened, and the version that it has now. */
export type Stale = {
  version: number;
  current: Record<string, unknown>;
  changed: { field: string; was: unknown; is: unknown }[];
};

/** Of a save that came too late (412): what has changed. Null for any other answer. */
export function staleOf(error: unknown): Stale | null {
  if (!(error instanceof Refusal) || error.problem.code !== 'version_stale') return null;
  const { current, changed = [] } = error.problem as unknown as Partial<Stale>;
  if (!current) return null;
  return {
    version: Number(current.version),
    current,
    changed: changed.filter(({ field }) => field !== 'version'),
  };
}
