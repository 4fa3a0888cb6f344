import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import type { Queries } from '../../db/client.ts';

/** A code of an authenticator app is good for its 30 seconds, and those before and after (RFC 6238). */
const stepSeconds = 30;
const digits = 6;

/** What an authenticator app is set up with: the QR code's content, and the secret to type in its place. */
export function setupOf(secret: string, email: string): { totpUri: string; secret: string } {
  const totpUri = createOTP(secret, { digits, period: stepSeconds }).url('Dossier access', email);
  return { totpUri, secret: new URL(totpUri).searchParams.get('secret')! };
}

/**
 * Takes a code of an account's app, once: neither it nor an earlier one is taken again, whoever sends it at the same
 * moment (the authentication library would take it twice).
 * @returns whether it is right; null where it is, but was taken already
 */
export async function takeCode(
  { sql }: Queries,
  authSecret: string,
  accountId: string,
  code: string,
): Promise<boolean | null> {
  const [row] = await sql<{ id: string; secret: string }[]>`
    select id, secret from two_factors where user_id = ${accountId}`;
  if (!row) return false;
  // Where another secret encrypted it, it is lost: no code is right.
  const secret = await symmetricDecrypt({ key: authSecret, data: row.secret }).catch(() => null);
  if (secret === null) return false;
  const otp = createOTP(secret, { digits });
  const now = Math.floor(Date.now() / 1000 / stepSeconds);
  for (const step of [now - 1, now, now + 1]) {
    if ((await otp.hotp(step)) !== code) continue;
    const taken = await sql`
      update two_factors set last_step = ${step}
      where id = ${row.id} and secret = ${row.secret} and (last_step is null or last_step < ${step})`;
    return taken.count === 1 ? true : null;
  }
  return false;
}
