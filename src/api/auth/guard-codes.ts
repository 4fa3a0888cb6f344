import { createAuthMiddleware } from '@better-auth/core/api';
import { APIError } from '@better-auth/core/error';
import { getSessionFromCtx } from 'better-auth/api';
import type { Database } from '../../db/client.ts';
import { consume } from '../limits.ts';
import { Problem } from '../problem.ts';
import { takeCode } from './app-codes.ts';

/**
 * What the library is kept from, before it acts. It counts a code to a number before the library keeps it, so that a
 * request refused for too many leaves the last code as it was; it sends and takes no text message's code where the
 * account gave them up; and it takes an app's code once.
 */
export const guardCodes = (db: Database, authSecret: string) =>
  createAuthMiddleware(async (ctx) => {
    const isByText = ctx.path === '/two-factor/send-otp' || ctx.path === '/two-factor/verify-otp';
    if (!isByText && ctx.path !== '/two-factor/verify-totp') return;
    const accountId = await accountIn(ctx);
    const [account] = accountId
      ? await db.sql<{ phone: string; textMessages: boolean }[]>`
          select phone, text_messages as "textMessages" from accounts where id = ${accountId}`
      : [];
    if (!account) return;
    if (isByText && !account.textMessages) throw new Problem('text_messages_off');
    if (ctx.path === '/two-factor/send-otp') await consume(db, 'codes', account.phone);
    if (isByText) return;
    const isRight = await takeCode(db, authSecret, accountId!, String(ctx.body?.code));
    // A wrong one is the library's to count.
    if (isRight === null) throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE' });
  });

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Who is signed in, or is half way there; undefined for nobody, whom the library refuses. */
async function accountIn(ctx: Context): Promise<string | undefined> {
  const session = await getSessionFromCtx(ctx);
  if (session) return session.user.id;
  const { internalAdapter, createAuthCookie, secret } = ctx.context;
  const challenge = await ctx.getSignedCookie(createAuthCookie('two_factor').name, secret);
  const started = challenge ? await internalAdapter.findVerificationValue(challenge) : null;
  return started?.value;
}
