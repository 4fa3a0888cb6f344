import { z } from 'zod';
import { passwordLength } from '../../domain/password.ts';
import { centrals, firmRoles, grantedRights, partyKinds } from '../../domain/words.ts';
import { Day, Instant, LanguageCode } from '../fields.ts';
import { Id } from '../route.ts';

export const InvitationView = z
  .object({
    kind: z.enum(partyKinds),
    inviter: z.object({ name: z.string() }).nullable().meta({ description: 'Null: the firm itself.' }),
    firm: z.object({ name: z.string() }),
    dossier: z
      .object({ name: z.string() })
      .nullable()
      .meta({ description: 'Null: an invitation to the team.' }),
    right: z.enum(grantedRights).nullable(),
    role: z.enum(firmRoles).nullable(),
    central: z
      .enum(centrals)
      .nullable()
      .meta({ description: 'Of a holder or co-holder: the access is for ever (R5).' }),
    language: LanguageCode.meta({ description: 'In which the invitee is written to.' }),
    until: Day.nullable().meta({ description: 'The last day of the access; null: without end.' }),
    email: z.string().meta({ description: 'Masked.' }),
    phone: z.string().meta({ description: 'Masked.' }),
    expiresAt: Instant,
    declined: z.boolean(),
    accountExists: z.boolean().meta({ description: 'Then sign in, and accept.' }),
  })
  .meta({ id: 'InvitationView' });

const code = z.string().regex(/^\d{6}$/, 'Six digits.');

export const MakeAccount = z
  .strictObject({ password: z.string().min(passwordLength.min).max(passwordLength.max), code })
  .meta({ id: 'MakeAccount' });

export const MadeAccount = z.object({
  id: Id,
  dossierId: Id.nullable().meta({ description: 'Which the invitation led to; null: to a team.' }),
});

export const AcceptInvitation = z
  .strictObject({
    code: code.optional().meta({ description: 'Needed where the number typed isn’t the account’s.' }),
  })
  .meta({ id: 'AcceptInvitation' });
