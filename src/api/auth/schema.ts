import { z } from 'zod';
import { passwordLength } from '../../domain/password.ts';
import { Email } from '../fields.ts';

const Password = z.string().min(passwordLength.min).max(passwordLength.max);

export const SignIn = z
  .strictObject({ email: Email, password: z.string().min(1).max(passwordLength.max) })
  .meta({ id: 'SignIn' });

export const SecondFactorAwaited = z
  .looseObject({ twoFactorRedirect: z.literal(true), twoFactorMethods: z.array(z.string()) })
  .meta({
    id: 'SecondFactorAwaited',
    description: 'Ask for a code and enter it: nobody is signed in by a password alone.',
  });

export const Nothing = z.strictObject({});
export const Done = z.looseObject({}).meta({ id: 'Done' });
export const VerifyCode = z
  .strictObject({ code: z.string().regex(/^\d{6}$/, 'Six digits.') })
  .meta({ id: 'VerifyCode' });
export const RequestReset = z.strictObject({ email: Email }).meta({ id: 'RequestPasswordReset' });
export const ResetPassword = z
  .strictObject({ token: z.string().min(1).max(200), newPassword: Password })
  .meta({ id: 'ResetPassword' });
