import { z } from 'zod';
import { invitationStates } from '../../domain/invitation.ts';
import { firmRoles } from '../../domain/words.ts';
import { Email, Instant, LanguageCode, Name, Phone } from '../fields.ts';
import { Id } from '../route.ts';

export const Member = z
  .object({
    id: Id,
    firstName: z.string(),
    lastName: z.string(),
    language: LanguageCode,
    role: z.enum(firmRoles),
    version: z.int(),
    joined: z.boolean().meta({ description: 'Whether he has accepted, so that an account is bound.' }),
    leftAt: Instant.nullable(),
    contact: z
      .object({
        email: z.string(),
        phone: z.string(),
        invitation: z.enum(invitationStates),
      })
      .nullable()
      .meta({ description: 'For the admin alone; null for others and for who has left.' }),
  })
  .meta({ id: 'Member' });

export const Members = z.object({ items: z.array(Member) });

export const AddMember = z
  .strictObject({
    firstName: Name,
    lastName: Name,
    email: Email,
    phone: Phone,
    language: LanguageCode,
    role: z.enum(firmRoles),
  })
  .meta({ id: 'AddMember' });

export const ChangeMember = z
  .strictObject({
    firstName: Name.optional(),
    lastName: Name.optional(),
    language: LanguageCode.optional(),
    role: z.enum(firmRoles).optional(),
    email: Email.optional().meta({ description: 'A correction, while the invitation is pending.' }),
    phone: Phone.optional(),
    left: z
      .literal(true)
      .optional()
      .meta({ description: 'He leaves the firm: his access through it ends at once.' }),
  })
  .meta({ id: 'ChangeMember' });

export const Created = z.object({ id: Id, version: z.int() }).meta({ id: 'Created' });
