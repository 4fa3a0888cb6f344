import { and, eq, ne } from 'drizzle-orm';
import type { Queries } from '../client.ts';
import { sessions, verifications } from '../schema/index.ts';

/**
 * Signs an account out everywhere, but for the session `except`; a sign-in that is half way, and a link to a new
 * password, die too. The account stays: who signs in anew has what his other roles give him.
 * @returns how many sessions ended
 */
export async function endSessions({ orm }: Queries, accountId: string, except?: string): Promise<number> {
  const ended = await orm
    .delete(sessions)
    .where(and(eq(sessions.userId, accountId), except === undefined ? undefined : ne(sessions.id, except)))
    .returning({ id: sessions.id });
  await orm.delete(verifications).where(eq(verifications.value, accountId));
  return ended.length;
}
