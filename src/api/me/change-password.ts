import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { endSessions } from '../../db/queries/end-sessions.ts';
import { credentials } from '../../db/schema/index.ts';
import { confirmPassword } from '../auth/check-password.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeOwnAccount } from './own-account.ts';
import type { ChangePassword } from './schema.ts';

/** Changes one's password; every other session ends, a sign-in that is half way and a link to a new password too. */
export async function changePassword(
  services: Services,
  { caller, body, origin }: Request<unknown, undefined, z.output<typeof ChangePassword>>,
): Promise<undefined> {
  const { password, newPassword } = body.get();
  await confirmPassword(services, caller, password);
  const context = await services.auth.$context;
  const hash = await context.password.hash(newPassword);
  return changeOwnAccount(services, { ...caller, origin }, async ({ tx, account, record, tell }) => {
    await tx.orm
      .update(credentials)
      .set({ password: hash, updatedAt: new Date() })
      .where(and(eq(credentials.userId, account.id), eq(credentials.providerId, 'credential')));
    const sessions = await endSessions(tx, account.id, caller.sessionId);
    record('password_changed', { after: { sessions } });
    tell('password_changed');
    return undefined;
  });
}
