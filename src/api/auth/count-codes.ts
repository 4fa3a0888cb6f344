import { createAuthMiddleware } from '@better-auth/core/api';
import { getSessionFromCtx } from 'better-auth/api';
import type { Database } from '../../db/client.ts';
import { consume } from '../limits.ts';

/**
 * Counts a code to a number before the library keeps it, so that a request refused for too many leaves the last
 * code as it was.
 */
export const countCodes = (db: Database) =>
  createAuthMiddleware(async (ctx) => {
    if (ctx.path !== '/two-factor/send-otp') return;
    const phone = await phoneOf(ctx);
    if (phone) await consume(db, 'codes', phone);
  });

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** The number of who is signed in, or is half way there; undefined for nobody, whom the library refuses. */
async function phoneOf(ctx: Context): Promise<string | undefined> {
  const session = await getSessionFromCtx(ctx);
  if (session) return session.user.phone;
  const { internalAdapter, createAuthCookie, secret } = ctx.context;
  const challenge = await ctx.getSignedCookie(createAuthCookie('two_factor').name, secret);
  const started = challenge ? await internalAdapter.findVerificationValue(challenge) : null;
  const user = started ? await internalAdapter.findUserById(started.value) : null;
  return (user as { phone?: string } | null)?.phone;
}
