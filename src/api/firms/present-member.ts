import type { z } from 'zod';
import type { MemberRow } from '../../db/queries/members.ts';
import type { FirmRole } from '../../domain/words.ts';
import { isoInstant } from '../fields.ts';
import type { Member } from './schema.ts';

/** A member as somebody of the team sees him: contact data and the state of his invitation are the admin's alone. */
export const presentMember = (
  { id, firstName, lastName, language, role, version, leftAt, email, phone, accountId, state }: MemberRow,
  seenBy: FirmRole,
): z.input<typeof Member> => ({
  id,
  firstName,
  lastName,
  language,
  role,
  version,
  joined: accountId !== null,
  leftAt: isoInstant(leftAt),
  contact: seenBy === 'admin' && email && phone && state ? { email, phone, invitation: state } : null,
});
