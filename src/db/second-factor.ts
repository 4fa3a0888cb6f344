import { generateRandomString, symmetricEncrypt } from 'better-auth/crypto';

/** The secret of an authenticator app, as the authentication library makes and keeps it: 32 characters, encrypted. */
export async function newSecret(authSecret: string): Promise<{ secret: string; encrypted: string }> {
  const secret = generateRandomString(32);
  return { secret, encrypted: await symmetricEncrypt({ key: authSecret, data: secret }) };
}

/**
 * Ten recovery codes of the library's form (`abcde-FGHIJ`, 59 bits each), and what the database keeps of them.
 * None: what it keeps where there are no codes.
 */
export async function newRecoveryCodes(authSecret: string, count = 10) {
  const codes = Array.from({ length: count }, () =>
    generateRandomString(10, 'a-z', '0-9', 'A-Z').replace(/^.{5}/, '$&-'),
  );
  return { codes, encrypted: await symmetricEncrypt({ key: authSecret, data: JSON.stringify(codes) }) };
}

/**
 * What the row of an account says that has no authenticator app and no recovery codes. The secret is a new one that
 * nobody has seen, so that an app removed before can't be enrolled again without the password.
 */
export async function noSecondApp(authSecret: string) {
  const [{ encrypted: secret }, { encrypted: backupCodes }] = await Promise.all([
    newSecret(authSecret),
    newRecoveryCodes(authSecret, 0),
  ]);
  return { secret, backupCodes, verified: false, lastStep: null };
}
