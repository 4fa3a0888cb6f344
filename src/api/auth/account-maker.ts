import { createAuthEndpoint } from '@better-auth/core/api';
import { runWithAdapter } from '@better-auth/core/context';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { type Database, type Queries, transaction } from '../../db/client.ts';
import { noSecondApp } from '../../db/second-factor.ts';
import type { Language } from '../../domain/words.ts';
import { adapterOver } from './auth.ts';

/** An account to be made: normal e-mail address, E.164 number. */
export type NewAccount = { name: string; email: string; phone: string; language: Language; password: string };

type Making = {
  db: Database;
  account: NewAccount;
  /** The rest of the transaction, once the account has its id; before it, what could forbid the account. */
  before(tx: Queries): Promise<void>;
  after(tx: Queries, accountId: string): Promise<void>;
};

/**
 * The one way to an account (R15): a call for the server alone, that makes the account with its second factor on,
 * signs it in, and carries out the caller's part, in one transaction. The cookie is set after the commit.
 */
export const accountMaker = () => ({
  id: 'account-maker',
  endpoints: {
    makeAccount: createAuthEndpoint(
      { method: 'POST', body: z.custom<Making>(), metadata: { SERVER_ONLY: true } } as const,
      async (ctx) => {
        const { db, account, before, after } = ctx.body;
        const { internalAdapter, password, options, secret } = ctx.context;
        const { password: plain, ...profile } = account;
        const hash = await password.hash(plain);
        const secondFactor = await noSecondApp(secret);
        const made = await transaction(db, async (tx) => {
          await before(tx);
          const adapter = adapterOver(tx.orm)(options);
          return runWithAdapter(adapter, async () => {
            const user = await internalAdapter.createUser(
              { ...profile, emailVerified: true, twoFactorEnabled: true },
              { method: 'email-password' },
            );
            await internalAdapter.linkAccount({
              userId: user.id,
              accountId: user.id,
              providerId: 'credential',
              password: hash,
            });
            // Not a way in, since unverified: it gives the account the lock after wrong codes.
            await adapter.create({
              model: 'twoFactor',
              data: { userId: user.id, ...secondFactor },
            });
            const session = await internalAdapter.createSession(user.id);
            await after(tx, user.id);
            return { user, session };
          });
        });
        await setSessionCookie(ctx, made);
        return ctx.json({ id: made.user.id });
      },
    ),
  },
});
