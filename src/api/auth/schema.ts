import { z } from 'zod';
import { passwordLength } from '../../domain/password.ts';
import { Email, Phone } from '../fields.ts';

/** A password to come; one that is asked for again is any text. */
export const Password = z.string().min(passwordLength.min).max(passwordLength.max);

export const TypedPassword = z.string().min(1).max(passwordLength.max);

export const SignIn = z.strictObject({ email: Email, password: TypedPassword }).meta({ id: 'SignIn' });

export const SecondFactorAwaited = z
  .looseObject({ twoFactorRedirect: z.literal(true), twoFactorMethods: z.array(z.enum(['totp', 'otp'])) })
  .meta({
    id: 'SecondFactorAwaited',
    description:
      'Enter a code of the authenticator app (`totp`), or ask for one by text message (`otp`) and enter it; a recovery code serves for either. Nobody is signed in by a password alone.',
  });

export const Nothing = z.strictObject({});
export const Done = z.looseObject({}).meta({ id: 'Done' });
export const VerifyCode = z
  .strictObject({ code: z.string().regex(/^\d{6}$/, 'Six digits.') })
  .meta({ id: 'VerifyCode' });
export const VerifyBackupCode = z
  .strictObject({
    code: z.string().regex(/^[a-z0-9]{5}-[a-z0-9]{5}$/i, 'Five characters, a hyphen, five characters.'),
  })
  .meta({ id: 'VerifyBackupCode', description: 'A recovery code, such as `aB3dE-fG7hI`.' });
export const LostPhone = z
  .strictObject({ email: Email, password: TypedPassword, newPhone: Phone })
  .meta({ id: 'LostPhone' });
export const RequestReset = z.strictObject({ email: Email }).meta({ id: 'RequestPasswordReset' });
export const ResetPassword = z
  .strictObject({ token: z.string().min(1).max(200), newPassword: Password })
  .meta({ id: 'ResetPassword' });
