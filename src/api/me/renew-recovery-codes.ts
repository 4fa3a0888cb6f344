import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { twoFactors } from '../../db/schema/index.ts';
import { newRecoveryCodes } from '../../db/second-factor.ts';
import { confirmPassword } from '../auth/check-password.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeOwnAccount } from './own-account.ts';
import type { PasswordAgain } from './schema.ts';

/** Makes ten new recovery codes; those of before stop working (R15). */
export async function renewRecoveryCodes(
  services: Services,
  { caller, body, origin }: Request<unknown, undefined, z.output<typeof PasswordAgain>>,
) {
  await confirmPassword(services, caller, body.get().password);
  const { codes, encrypted } = await newRecoveryCodes(services.config.authSecret);
  return changeOwnAccount(services, { ...caller, origin }, async ({ tx, account, record, tell }) => {
    await tx.orm.update(twoFactors).set({ backupCodes: encrypted }).where(eq(twoFactors.userId, account.id));
    record('recovery_codes_made', { after: { recoveryCodes: codes.length } });
    tell('recovery_codes_made');
    return { body: { recoveryCodes: codes } };
  });
}
