import { VerifyCode } from '../auth/schema.ts';
import { route } from '../route.ts';
import { allowTextMessages } from './allow-text-messages.ts';
import { confirmAuthenticator, enrolAuthenticator, removeAuthenticator } from './authenticator.ts';
import { changePassword } from './change-password.ts';
import { readMe } from './read-me.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import {
  AllowTextMessages,
  AuthenticatorSetup,
  ChangePassword,
  Me,
  PasswordAgain,
  RecoveryCodes,
  Sessions,
} from './schema.ts';
import { endOtherSessions, endSession, listSessions } from './sessions.ts';

const tag = 'Me';
const again = ['wrong_password', 'too_many_tries', 'invalid'] as const;

export const meRoutes = [
  route({
    method: 'get',
    path: '/api/me',
    tag,
    summary: 'Who I am, and how I sign in',
    status: 200,
    answer: Me,
    problems: [],
    handle: readMe,
  }),
  route({
    method: 'post',
    path: '/api/me/password',
    tag,
    summary: 'Change my password: every other session ends',
    status: 204,
    body: ChangePassword,
    problems: again,
    handle: changePassword,
  }),
  route({
    method: 'post',
    path: '/api/me/authenticator',
    tag,
    summary: 'Begin to enrol an authenticator app: what to set it up with',
    status: 200,
    body: PasswordAgain,
    answer: AuthenticatorSetup,
    problems: [...again, 'authenticator_enrolled'],
    handle: enrolAuthenticator,
  }),
  route({
    method: 'post',
    path: '/api/me/authenticator/confirm',
    tag,
    summary: 'Enrol the authenticator app by its first code; recovery codes are made with it',
    status: 200,
    body: VerifyCode,
    answer: RecoveryCodes,
    problems: ['bad_code', 'authenticator_enrolled', 'invalid'],
    handle: confirmAuthenticator,
  }),
  route({
    method: 'post',
    path: '/api/me/authenticator/remove',
    tag,
    summary: 'Remove the authenticator app: codes come by text message again',
    status: 204,
    body: PasswordAgain,
    problems: [...again, 'no_authenticator'],
    handle: removeAuthenticator,
  }),
  route({
    method: 'put',
    path: '/api/me/text-messages',
    tag,
    summary: 'Whether codes by text message sign in, besides those of the authenticator app',
    status: 204,
    body: AllowTextMessages,
    problems: [...again, 'no_authenticator'],
    handle: allowTextMessages,
  }),
  route({
    method: 'post',
    path: '/api/me/recovery-codes',
    tag,
    summary: 'Make new recovery codes: those of before stop working',
    status: 200,
    body: PasswordAgain,
    answer: RecoveryCodes,
    problems: again,
    handle: renewRecoveryCodes,
  }),
  route({
    method: 'get',
    path: '/api/me/sessions',
    tag,
    summary: 'Where I am signed in',
    status: 200,
    answer: Sessions,
    problems: [],
    handle: listSessions,
  }),
  route({
    method: 'delete',
    path: '/api/me/sessions',
    tag,
    summary: 'Sign out everywhere else',
    status: 204,
    problems: [],
    handle: endOtherSessions,
  }),
  route({
    method: 'delete',
    path: '/api/me/sessions/:session',
    tag,
    summary: 'End one of my sessions',
    status: 204,
    problems: ['not_found'],
    handle: endSession,
  }),
];
