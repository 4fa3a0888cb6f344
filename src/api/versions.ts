import { isDeepStrictEqual } from 'node:util';
import type { Queries } from '../db/client.ts';
import { Problem } from './problem.ts';

/**
 * Holds a change to the version that the caller read, so that of two people who edit at once the second loses
 * nothing in silence. `current` is the thing as the API shows it.
 * @throws Problem `version_stale`, with what has changed since that version
 */
export async function requireVersion(
  { sql }: Queries,
  named: number,
  current: { id: string; version: number; [field: string]: unknown },
): Promise<void> {
  if (named === current.version) return;
  const [known] = await sql<{ content: Record<string, unknown> }[]>`
    select content from revisions where subject_id = ${current.id} and version = ${named}`;
  const changed = Object.entries(known?.content ?? {}).flatMap(([field, was]) => {
    // What was kept comes from a jsonb column, which orders the keys of objects in its own way.
    const is = JSON.parse(JSON.stringify(current[field] ?? null));
    return isDeepStrictEqual(was, is) ? [] : [{ field, was, is }];
  });
  throw new Problem('version_stale', { stale: { current, changed } });
}
