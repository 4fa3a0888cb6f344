import { z } from 'zod';
import { advisorTypes } from '../../domain/words.ts';
import { Email, LanguageCode, Name, Phone } from '../fields.ts';
import { Id } from '../route.ts';

const fields = {
  firstName: Name,
  lastName: Name,
  email: Email,
  phone: Phone,
  language: LanguageCode,
  firmName: Name.nullable().optional(),
  type: z.enum(advisorTypes),
  typeText: Name.nullable()
    .optional()
    .meta({ description: 'What kind of advisor, where the type is `other`.' }),
};

export const Advisor = z
  .object({
    id: Id,
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    phone: z.string(),
    language: LanguageCode,
    firmName: z.string().nullable(),
    type: z.enum(advisorTypes),
    typeText: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Advisor' });

export const Advisors = z.object({ items: z.array(Advisor) });
export const RegisterAdvisor = z.strictObject(fields).meta({ id: 'RegisterAdvisor' });
export const ChangeAdvisor = z.strictObject(fields).partial().meta({ id: 'ChangeAdvisor' });
