import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { accounts, twoFactors } from '../../db/schema/index.ts';
import { newRecoveryCodes, newSecret, noSecondApp } from '../../db/second-factor.ts';
import { setupOf, takeCode } from '../auth/app-codes.ts';
import { confirmPassword } from '../auth/check-password.ts';
import type { VerifyCode } from '../auth/schema.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeOwnAccount, type OwnAccount } from './own-account.ts';
import type { PasswordAgain } from './schema.ts';

type WithPassword = Request<unknown, undefined, z.output<typeof PasswordAgain>>;

/**
 * Begins to enrol an authenticator app (R15): a secret to set it up with. Signing in stays as it is until the app's
 * first code is entered; who begins again gets another secret.
 */
export async function enrolAuthenticator(services: Services, { caller, body, origin }: WithPassword) {
  await confirmPassword(services, caller, body.get().password);
  const { secret, encrypted } = await newSecret(services.config.authSecret);
  return changeOwnAccount(services, { ...caller, origin }, async ({ tx, account }) => {
    if (await isEnrolled({ tx, account })) throw new Problem('authenticator_enrolled');
    await tx.orm
      .update(twoFactors)
      .set({ secret: encrypted, lastStep: null })
      .where(eq(twoFactors.userId, account.id));
    return { body: setupOf(secret, account.email) };
  });
}

/** Ends the enrolment with the app's first code, which doesn't sign in any more; recovery codes are made with it. */
export async function confirmAuthenticator(
  services: Services,
  { caller, body, origin }: Request<unknown, undefined, z.output<typeof VerifyCode>>,
) {
  const { code } = body.get();
  const { authSecret } = services.config;
  const made = await newRecoveryCodes(authSecret);
  return changeOwnAccount(services, { ...caller, origin }, async ({ tx, account, record, tell }) => {
    if (await isEnrolled({ tx, account })) throw new Problem('authenticator_enrolled');
    if (!(await takeCode(tx, authSecret, account.id, code))) throw new Problem('bad_code');
    await tx.orm
      .update(twoFactors)
      .set({ verified: true, backupCodes: made.encrypted })
      .where(eq(twoFactors.userId, account.id));
    record('authenticator_added', { after: { recoveryCodes: made.codes.length } });
    tell('authenticator_added');
    return { body: { recoveryCodes: made.codes } };
  });
}

/** Removes the app: codes come by text message again, since the second factor can't be switched off. */
export async function removeAuthenticator(services: Services, { caller, body, origin }: WithPassword) {
  await confirmPassword(services, caller, body.get().password);
  const { backupCodes: _, ...none } = await noSecondApp(services.config.authSecret);
  return changeOwnAccount(services, { ...caller, origin }, async ({ tx, account, record, tell }) => {
    if (!(await isEnrolled({ tx, account }))) throw new Problem('no_authenticator');
    await tx.orm.update(twoFactors).set(none).where(eq(twoFactors.userId, account.id));
    await tx.orm.update(accounts).set({ textMessages: true }).where(eq(accounts.id, account.id));
    record('authenticator_removed', {
      before: { textMessages: account.textMessages },
      after: { textMessages: true },
    });
    tell('authenticator_removed');
    return undefined;
  });
}

/** Whether codes of an app sign in. */
export async function isEnrolled({ tx, account }: Pick<OwnAccount, 'tx' | 'account'>): Promise<boolean> {
  const [row] = await tx.sql`select id from two_factors where user_id = ${account.id} and verified`;
  return row !== undefined;
}
