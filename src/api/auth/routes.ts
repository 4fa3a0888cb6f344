import { consume, forgive } from '../limits.ts';
import { askNewNumber } from '../phone-changes/ask.ts';
import { Problem } from '../problem.ts';
import { route } from '../route.ts';
import { callLibrary } from './call-library.ts';
import { countedUnder } from './check-password.ts';
import { halfSignedIn } from './half-signed-in.ts';
import {
  Done,
  LostPhone,
  Nothing,
  RequestReset,
  ResetPassword,
  SecondFactorAwaited,
  SignIn,
  VerifyBackupCode,
  VerifyCode,
} from './schema.ts';
import { useRecoveryCode } from './use-recovery-code.ts';

const tag = 'Signing in';
const open = { open: true, limited: true } as const;

/** The calls of the authentication library that the product uses; no other is reachable (R15). */
export const authRoutes = [
  route({
    method: 'post',
    path: '/api/auth/sign-in/email',
    tag,
    summary: 'Sign in, first step: e-mail address and password',
    ...open,
    status: 200,
    body: SignIn,
    answer: SecondFactorAwaited,
    problems: ['wrong_credentials', 'too_many_tries', 'invalid'],
    handle: async (services, { body, headers }) => {
      const { email, password } = body.get();
      const key = countedUnder(email);
      await consume(services.db, 'password', key);
      const answer = await callLibrary(services, '/sign-in/email', { headers, body: { email, password } });
      await forgive(services.db, 'password', key);
      if (answer.body.twoFactorRedirect !== true) throw new Problem('internal');
      const [account] = await services.db.sql<{ textMessages: boolean }[]>`
        select text_messages as "textMessages" from accounts where email = ${email}`;
      const methods = answer.body.twoFactorMethods as ('totp' | 'otp')[];
      const twoFactorMethods = methods.filter((method) => method !== 'otp' || account?.textMessages);
      return { body: { twoFactorRedirect: true as const, twoFactorMethods }, headers: answer.headers };
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/two-factor/send-otp',
    tag,
    summary: 'Sign in, second step: send the code to the phone',
    ...open,
    status: 200,
    body: Nothing,
    answer: Done,
    problems: ['not_signed_in', 'text_messages_off', 'too_many_codes', 'text_message_failed', 'invalid'],
    handle: (services, { body, headers }) =>
      callLibrary(services, '/two-factor/send-otp', { headers, body: body.get() }),
  }),
  route({
    method: 'post',
    path: '/api/auth/two-factor/verify-otp',
    tag,
    summary: 'Sign in, second step: enter the code',
    ...open,
    status: 200,
    body: VerifyCode,
    answer: Done,
    problems: ['not_signed_in', 'bad_code', 'text_messages_off', 'too_many_tries', 'invalid'],
    handle: (services, { body, headers }) =>
      callLibrary(services, '/two-factor/verify-otp', { headers, body: body.get() }),
  }),
  route({
    method: 'post',
    path: '/api/auth/two-factor/verify-totp',
    tag,
    summary: 'Sign in, second step: enter a code of the authenticator app',
    ...open,
    status: 200,
    body: VerifyCode,
    answer: Done,
    problems: ['not_signed_in', 'bad_code', 'too_many_tries', 'invalid'],
    handle: (services, { body, headers }) =>
      callLibrary(services, '/two-factor/verify-totp', { headers: halfSignedIn(headers), body: body.get() }),
  }),
  route({
    method: 'post',
    path: '/api/auth/two-factor/verify-backup-code',
    tag,
    summary: 'Sign in, second step: enter a recovery code, which works once',
    ...open,
    status: 200,
    body: VerifyBackupCode,
    answer: Done,
    problems: ['not_signed_in', 'bad_code', 'too_many_tries', 'invalid'],
    handle: useRecoveryCode,
  }),
  route({
    method: 'post',
    path: '/api/auth/lost-phone',
    tag,
    summary: 'Ask for a new number after losing the phone; the answer is the same whatever is wrong',
    ...open,
    status: 202,
    body: LostPhone,
    answer: Done,
    problems: ['invalid', 'too_many_tries'],
    handle: askNewNumber,
  }),
  route({
    method: 'post',
    path: '/api/auth/sign-out',
    tag,
    summary: 'Sign out: the session ends',
    ...open,
    status: 200,
    answer: Done,
    problems: [],
    handle: (services, { headers }) => callLibrary(services, '/sign-out', { headers, body: {} }),
  }),
  route({
    method: 'post',
    path: '/api/auth/request-password-reset',
    tag,
    summary: 'Ask for a link to a new password; the answer is the same for addresses without an account',
    ...open,
    status: 200,
    body: RequestReset,
    answer: Done,
    problems: ['invalid', 'too_many_tries'],
    handle: async (services, { body, headers }) => {
      const { email } = body.get();
      await consume(services.db, 'reset', countedUnder(email));
      await callLibrary(services, '/request-password-reset', { headers, body: { email } }, { waits: false });
      return { body: {} };
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/reset-password',
    tag,
    summary: 'Set a new password: every session ends, the second factor stays',
    ...open,
    status: 200,
    body: ResetPassword,
    answer: Done,
    problems: ['bad_code', 'invalid'],
    handle: (services, { body, headers }) =>
      callLibrary(services, '/reset-password', { headers, body: body.get() }),
  }),
];
