import { z } from 'zod';
import { lineActions } from '../../domain/access.ts';
import { invitationStates } from '../../domain/invitation.ts';
import { recordActions } from '../../domain/record.ts';
import { saveOutcomes } from '../../domain/save-outcome.ts';
import { advisorTypes, centrals, rights } from '../../domain/words.ts';
import { Day, Email, Instant, LastDay, PersonalMessage, Phone } from '../fields.ts';
import { Id } from '../route.ts';

export const Invitation = z
  .object({
    state: z.enum(invitationStates).meta({ description: '`queued`: waiting to be taken up.' }),
    sentAt: Instant.nullable().meta({
      description: 'When the mail server accepted the newest e-mail of the cycle.',
    }),
    remindersSent: z.int().min(0).max(2),
    nextReminderAt: Instant.nullable(),
    expiresAt: Instant.nullable().meta({ description: 'When the links stop working.' }),
    lastDelivery: z
      .object({ status: z.enum(['queued', 'sent', 'delayed', 'refused']), at: Instant })
      .nullable(),
  })
  .meta({ id: 'Invitation' });

export const AccessLine = z
  .object({
    party: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('person'),
        id: Id,
        name: z.string(),
        central: z.enum(centrals).nullable(),
        deceased: z.boolean().meta({ description: 'Nobody gets access who has a date of death (R18).' }),
      }),
      z.object({ kind: z.literal('advisor'), id: Id, name: z.string(), type: z.enum(advisorTypes) }),
    ]),
    email: z.string().nullable().meta({ description: 'As typed for this access; never the account’s.' }),
    phone: z.string().nullable(),
    right: z.enum(rights),
    until: Day.nullable().meta({
      description: 'The last day of the access, which ends with it in Brussels; null: without end.',
    }),
    given: z
      .object({ at: Instant, by: z.string().nullable() })
      .nullable()
      .meta({ description: 'When the access was given, and by whom, by name; null: there is none.' }),
    leftAt: Instant.nullable().meta({
      description: 'When the party left the dossier, where that is how the last access ended.',
    }),
    grantId: Id.nullable(),
    openedAt: Instant.nullable().meta({ description: 'Since when an account is bound to the access.' }),
    own: z.boolean().meta({ description: 'Whether it is the caller’s own, which he never changes (R2).' }),
    open: z.boolean().meta({ description: 'Whether an account is bound to the access.' }),
    revocable: z
      .boolean()
      .meta({ description: 'False for the (co-)holder: access given to him is for ever (R5).' }),
    invitation: Invitation.nullable(),
    actions: z.array(z.enum(lineActions)).meta({ description: 'What the caller may do with this line.' }),
  })
  .meta({ id: 'AccessLine' });

export const AccessLines = z.object({ items: z.array(AccessLine) });

const until = LastDay.nullable().optional().meta({
  description:
    'The last day of the access; null: without end. Left out, it stays as it is; with `none` it is not read.',
});

const message = PersonalMessage.nullable()
  .optional()
  .meta({
    description:
      'A personal message, plain text, for the first e-mail of an invitation or the notice that the save begins; null: none. ' +
      'Left out, it stays as it is; where nothing begins it is not read.',
  });

export const SavePerson = z
  .strictObject({
    email: Email.optional().meta({ description: 'Needed to give access; left out, it stays as it is.' }),
    phone: Phone.optional(),
    right: z.enum(rights),
    until,
    message,
  })
  .meta({ id: 'SavePersonRight' });

export const SaveAdvisor = z
  .strictObject({ right: z.enum(rights), until, message })
  .meta({ id: 'SaveAdvisorRight' });

/** Each line once: an id that is listed again is named. */
export const SaveMany = z
  .strictObject({
    persons: z.array(SavePerson.safeExtend({ id: Id.toLowerCase() }).meta({ id: 'SavePersonLine' })),
    advisors: z.array(SaveAdvisor.safeExtend({ id: Id.toLowerCase() }).meta({ id: 'SaveAdvisorLine' })),
  })
  .superRefine(({ persons, advisors }, ctx) => {
    const count = persons.length + advisors.length;
    const refuse = (path: PropertyKey[], code: string, message: string) =>
      ctx.addIssue({ code: 'custom', path, params: { code }, message });
    if (count === 0) refuse(['persons'], 'too_small', 'Persons and advisors together: 1 line at least.');
    if (count > 100) refuse(['persons'], 'too_big', 'Persons and advisors together: 100 lines at most.');
    const seen = new Set<string>();
    for (const [kind, lines] of Object.entries({ persons, advisors })) {
      for (const [i, { id }] of lines.entries()) {
        if (seen.has(id)) refuse([kind, i, 'id'], 'listed_twice', 'A line is saved once in a call.');
        seen.add(id);
      }
    }
  })
  .meta({ id: 'SaveAccessRights', description: 'Persons and advisors: together 1 to 100, each once.' });

export const SavedMany = z.object({
  items: z
    .array(z.object({ decision: z.enum(saveOutcomes), line: AccessLine }))
    .meta({ description: 'In the order given: persons, then advisors.' }),
});

export const Preview = z
  .object({
    decision: z.enum(saveOutcomes),
    irrevocable: z.boolean().meta({ description: 'Whether the access could never be withdrawn (R5).' }),
    email: z
      .object({
        to: z.string(),
        subject: z.string(),
        html: z.string().meta({ description: 'A whole document: show it in a sandboxed frame.' }),
        text: z.string(),
      })
      .nullable()
      .meta({
        description:
          'What the party would be sent; null: nothing. Its link is a placeholder. A new address is shown the ' +
          'invitation; one that has an account, which is not told here, gets a notice of the access instead (R10).',
      }),
  })
  .meta({ id: 'AccessPreview' });

export const HistoryItem = z
  .object({
    id: Id,
    at: Instant,
    actor: z
      .object({ id: Id, name: z.string() })
      .nullable()
      .meta({ description: 'Null: the system itself.' }),
    action: z.enum(recordActions),
    subject: z.object({ kind: z.string(), id: Id, name: z.string().nullable() }),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    details: z
      .record(z.string(), z.unknown())
      .meta({ description: 'Addresses and where it came from; emptied by an erasure.' }),
  })
  .meta({ id: 'HistoryItem' });

export const History = z.object({ items: z.array(HistoryItem), nextCursor: Id.nullable() });
