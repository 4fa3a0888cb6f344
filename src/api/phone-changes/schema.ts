import { z } from 'zod';
import { Instant } from '../fields.ts';
import { Id } from '../route.ts';

const Masked = z.string().meta({ description: 'The new number, masked.', example: '+32 ••• •• 56' });
const live = ['asked', 'waiting', 'confirmed'] as const;

/** One's own change of number, as one sees it signed in. */
export const OwnPhoneChange = z
  .object({
    id: Id,
    state: z.enum(live),
    newPhone: Masked,
    askedAt: Instant,
    expiresAt: Instant.meta({ description: 'It ends then, unless somebody has confirmed it.' }),
    effectiveAt: Instant.nullable().meta({ description: 'Once confirmed: when it takes effect.' }),
  })
  .meta({ id: 'OwnPhoneChange' });

export const PhoneChangeView = z
  .object({
    state: z.enum(live),
    way: z.enum(['address', 'old_number']).meta({
      description: 'Where the link was sent. The one to the address proves the new number; both cancel.',
    }),
    newPhone: Masked,
    expiresAt: Instant,
    effectiveAt: Instant.nullable(),
  })
  .meta({ id: 'PhoneChangeView' });

export const ProveNumber = z
  .strictObject({ code: z.string().regex(/^\d{6}$/, 'Six digits.') })
  .meta({ id: 'ProveNumber' });

export const ProvenNumber = z
  .object({
    state: z.literal('waiting'),
    expiresAt: Instant,
    canBeConfirmed: z
      .boolean()
      .meta({ description: 'Whether there is anybody at present who may confirm it.' }),
  })
  .meta({ id: 'ProvenNumber' });

export const ConfirmedChange = z
  .object({ id: Id, state: z.literal('confirmed'), effectiveAt: Instant })
  .meta({ id: 'ConfirmedChange' });

export const PhoneChangesToConfirm = z
  .object({
    items: z.array(
      z.object({
        id: Id,
        state: z.enum(['waiting', 'confirmed']),
        accesses: z
          .array(z.object({ name: z.string(), dossier: z.object({ id: Id, name: z.string() }).nullable() }))
          .meta({ description: 'Who asks, as named in my dossiers, or in my team (`dossier` is null).' }),
        newPhone: Masked,
        askedAt: Instant,
        expiresAt: Instant,
        effectiveAt: Instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'PhoneChangesToConfirm' });
