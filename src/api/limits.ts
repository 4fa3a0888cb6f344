import type { Queries } from '../db/client.ts';
import type { ProblemCode } from '../domain/problems.ts';
import { Problem } from './problem.ts';

const minute = 60;

/** How often something may be done: so many times in a window of so many seconds. */
export const limits = {
  /** Wrong passwords for an account, or for an address that has none. */
  password: { points: 10, seconds: 15 * minute, code: 'too_many_tries' },
  /** Links to a new password for one address. */
  reset: { points: 5, seconds: 60 * minute, code: 'too_many_tries' },
  /** Links to prove a new number, for one address. */
  lostPhone: { points: 5, seconds: 60 * minute, code: 'too_many_tries' },
  /** Codes to one number. */
  codes: { points: 10, seconds: 60 * minute, code: 'too_many_codes' },
  /** Calls to sign-in and invitations from one client address. */
  calls: { points: 300, seconds: minute, code: 'too_many_requests' },
} as const satisfies Record<string, { points: number; seconds: number; code: ProblemCode }>;

type Limit = keyof typeof limits;

/**
 * Counts one more, by the database's clock.
 * @throws Problem with the seconds to wait, when there were too many
 */
export async function consume({ sql }: Queries, limit: Limit, key: string): Promise<void> {
  const { points, seconds, code } = limits[limit];
  const [row] = await sql<{ points: number; wait: number }[]>`
    insert into limits (key, points, resets_at) values (${`${limit}:${key}`}, 1, now() + ${seconds} * interval '1 second')
    on conflict (key) do update set
      points = case when limits.resets_at <= now() then 1 else limits.points + 1 end,
      resets_at = case when limits.resets_at <= now() then excluded.resets_at else limits.resets_at end
    returning points, ceil(extract(epoch from resets_at - now()))::int as wait`;
  if (row!.points > points) throw new Problem(code, { retryAfter: row!.wait });
}

/** Forgets what was counted: the right password was given. */
export const forgive = ({ sql }: Queries, limit: Limit, key: string) =>
  sql`delete from limits where key = ${`${limit}:${key}`}`;
