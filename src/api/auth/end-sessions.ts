import { eq } from 'drizzle-orm';
import type { Queries } from '../../db/client.ts';
import { sessions, verifications } from '../../db/schema/index.ts';

/**
 * Signs an account out everywhere; a sign-in that is half way, and a link to a new password, die too. The account
 * stays: who signs in anew has what his other roles give him.
 */
export async function endSessions({ orm }: Queries, accountId: string): Promise<void> {
  await orm.delete(sessions).where(eq(sessions.userId, accountId));
  await orm.delete(verifications).where(eq(verifications.value, accountId));
}
