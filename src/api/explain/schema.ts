import { z } from 'zod';
import { actions } from '../../domain/capabilities.ts';
import { type Reason, reasons } from '../../domain/explanation.ts';
import { invitationStates } from '../../domain/invitation.ts';
import { partyKinds } from '../../domain/words.ts';
import { Role } from '../dossiers/schema.ts';
import { Id } from '../route.ts';

/** What is asked, judged once the caller is known to be the manager. */
export const Question = z.strictObject({
  kind: z.enum(partyKinds),
  id: Id,
  action: z.enum(actions),
});

/** The same as the query takes it: permission comes before validation. */
export const ExplainQuery = z.strictObject({
  kind: z
    .string()
    .optional()
    .meta({ description: `Needed: ${list(partyKinds)}.` }),
  id: z.string().optional().meta({ description: 'The id of that party. It is needed.' }),
  action: z
    .string()
    .optional()
    .meta({ description: `A section and a level of the capability table. Needed: ${list(actions)}.` }),
});

function list(words: readonly string[]) {
  return words.map((word) => `\`${word}\``).join(', ');
}

export const Explanation = z
  .object({
    allowed: z.boolean().meta({ description: 'Whether the API would let him, now.' }),
    roles: z.array(Role.extend({ allows: z.boolean() })).meta({
      description: 'All that his account is in this dossier, and whether that role alone allows it.',
    }),
    through: Role.nullable().meta({ description: 'The role through which he may.' }),
    rule: z
      .string()
      .regex(/^R\d+$/)
      .meta({ description: 'The rule of the contract.' }),
    reason: z.enum(Object.keys(reasons) as [Reason, ...Reason[]]),
    invitation: z
      .enum(invitationStates)
      .nullable()
      .meta({ description: 'The state of his invitation, while he has not come in.' }),
    text: z.string().meta({ description: 'For developers.' }),
  })
  .meta({ id: 'Explanation' });
