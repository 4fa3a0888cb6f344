import type { z } from 'zod';
import { changeOwnAccount } from '../me/own-account.ts';
import { countCodes } from '../me/read-me.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { callLibrary } from './call-library.ts';
import { halfSignedIn } from './half-signed-in.ts';
import type { VerifyBackupCode } from './schema.ts';

/** Signs in with a recovery code, which works once; the account is told, and how many are left (R15). */
export async function useRecoveryCode(
  services: Services,
  { body, headers, origin }: Request<unknown, undefined, z.output<typeof VerifyBackupCode>>,
) {
  const { code } = body.get();
  const { accountId = '', ...answer } = await callLibrary(services, '/two-factor/verify-backup-code', {
    headers: halfSignedIn(headers),
    body: { code },
  });
  await changeOwnAccount(services, { accountId, origin }, async ({ tx, record, tell }) => {
    const [row] = await tx.sql<{ kept: string }[]>`
      select backup_codes as kept from two_factors where user_id = ${accountId}`;
    const codesLeft = await countCodes(services.config.authSecret, row?.kept ?? null);
    record('recovery_code_used', { after: { codesLeft } });
    tell('recovery_code_used', { codesLeft });
  });
  return answer;
}
