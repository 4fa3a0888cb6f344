import type { ProblemCode } from '../../domain/problems.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { withBackground } from './auth.ts';

/** The library's refusals in our words; by its code, else by its status. */
const byCode: Record<string, ProblemCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong_credentials',
  INVALID_CODE: 'bad_code',
  OTP_HAS_EXPIRED: 'bad_code',
  INVALID_TOKEN: 'bad_code',
  INVALID_BACKUP_CODE: 'bad_code',
  TOTP_NOT_ENABLED: 'bad_code',
  BACKUP_CODES_NOT_ENABLED: 'bad_code',
  INVALID_TWO_FACTOR_COOKIE: 'not_signed_in',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'too_many_tries',
  ACCOUNT_TEMPORARILY_LOCKED: 'too_many_tries',
};
const byStatus: Record<number, ProblemCode> = {
  400: 'bad_code',
  401: 'not_signed_in',
  403: 'origin_refused',
  // Another request used the same recovery code just before.
  409: 'bad_code',
  429: 'too_many_tries',
};

/** Seconds until a new code may help. */
const pause = 15 * 60;

/**
 * Carries out one of the authentication library's calls.
 * @param path below `/api/auth`
 * @returns its answer, its cookies, and whose account it was about; a session's token stays in the cookie, where scripts can't read it
 * @throws Problem in place of the library's own errors
 */
export async function callLibrary(
  { auth, config }: Services,
  path: string,
  { headers, body }: { headers: Headers; body: unknown },
  { waits = true } = {},
) {
  const sent = new Headers(headers);
  sent.set('content-type', 'application/json');
  sent.delete('content-length');
  // The origin was judged already; the library wants one with every cookie.
  sent.set('origin', new URL(config.publicUrl).origin);
  const request = new Request(`${config.publicUrl}/api/auth${path}`, {
    method: 'POST',
    headers: sent,
    body: JSON.stringify(body ?? {}),
  });
  const response = await withBackground(() => auth.handler(request), waits);
  const answer = ((await response.json().catch(() => null)) ?? {}) as Record<string, unknown>;
  if (!response.ok) {
    const code = byCode[String(answer.code)] ?? byStatus[response.status] ?? 'internal';
    throw new Problem(code, code === 'too_many_tries' ? { retryAfter: pause } : {});
  }
  const { token, user, ...shown } = answer;
  const accountId = (user as { id?: string } | undefined)?.id;
  return { body: shown, headers: response.headers, accountId };
}
