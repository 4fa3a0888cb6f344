import type { Schemas } from '../api/client.ts';
import type { Line } from './use-lines.ts';

/** What is typed in the dialog of a line. `until`: ISO 8601, empty where the access has no end. */
export type Typed = {
  email: string;
  phone: string;
  right: Line['right'];
  until: string;
  message: string;
};

/** What the dialog of a line starts with: the least right, where there is none. */
export const startOf = ({ email, phone, right, until }: Line): Typed => ({
  email: email ?? '',
  phone: phone ?? '',
  right: right === 'none' ? 'read_only' : right,
  until: until ?? '',
  message: '',
});

/** Whether a save begins an invitation or a notice: of new access, or at another address (R13). */
export const begins = (line: Line, { right, email }: Typed): boolean =>
  right !== 'none' && (line.right === 'none' || email.trim().toLowerCase() !== (line.email ?? ''));

/** What a save of it asks the API for: what hasn't changed stays as it is. */
export function bodyOf(line: Line, typed: Typed): Schemas['SavePersonRight'] {
  const { right } = typed;
  if (right === 'none') return { right };
  const [email, phone, message] = [typed.email.trim(), typed.phone, typed.message.trim()];
  const isPerson = line.party.kind === 'person';
  return {
    right,
    ...(isPerson && email && email !== line.email ? { email } : {}),
    ...(isPerson && phone && phone !== line.phone ? { phone } : {}),
    ...(typed.until !== (line.until ?? '') ? { until: typed.until || null } : {}),
    ...(message && begins(line, typed) ? { message } : {}),
  };
}
