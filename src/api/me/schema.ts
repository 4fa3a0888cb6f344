import { z } from 'zod';
import { firmRoles } from '../../domain/words.ts';
import { Password, TypedPassword } from '../auth/schema.ts';
import { Instant, LanguageCode } from '../fields.ts';
import { OwnPhoneChange } from '../phone-changes/schema.ts';
import { Id } from '../route.ts';

export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    phone: z.string(),
    language: LanguageCode,
    team: z.object({ firmId: Id, role: z.enum(firmRoles) }).nullable(),
    secondFactors: z
      .object({ authenticator: z.boolean(), textMessages: z.boolean() })
      .meta({ description: 'What a code to sign in may come from: one of them at least.' }),
    recoveryCodesLeft: z.int(),
    phoneChange: OwnPhoneChange.nullable().meta({
      description: 'A new number that was asked for this account: any session may cancel it.',
    }),
  })
  .meta({ id: 'Me' });

export const PasswordAgain = z
  .strictObject({ password: TypedPassword })
  .meta({ id: 'PasswordAgain', description: 'The account’s password, asked for again.' });

export const ChangePassword = z
  .strictObject({ password: TypedPassword, newPassword: Password })
  .meta({ id: 'ChangePassword' });

export const AuthenticatorSetup = z
  .object({
    totpUri: z.string().meta({ description: 'For a QR code.', example: 'otpauth://totp/…' }),
    secret: z.string().meta({ description: 'To type in its place (base 32).' }),
  })
  .meta({ id: 'AuthenticatorSetup', description: 'Nothing changes before its first code is entered.' });

export const AllowTextMessages = z
  .strictObject({ password: TypedPassword, allowed: z.boolean() })
  .meta({ id: 'AllowTextMessages' });

export const RecoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()) })
  .meta({ id: 'RecoveryCodes', description: 'Shown this once; each signs in once, in place of a code.' });

export const Sessions = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        current: z.boolean(),
        createdAt: Instant,
        lastUsedAt: Instant.meta({ description: 'Within five minutes.' }),
        expiresAt: Instant,
        address: z.string().nullable(),
        userAgent: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Sessions' });
