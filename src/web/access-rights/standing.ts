import { isWaiting } from '../../domain/invitation.ts';
import type { Line } from './use-lines.ts';

export const standings = ['open', 'pending', 'stuck', 'none'] as const;
/** How an access stands, for the filter: `stuck` needs somebody to do something. */
export type Standing = (typeof standings)[number];

export function standingOf({ right, open, invitation }: Line): Standing {
  if (right === 'none' || !invitation) return 'none';
  if (open) return 'open';
  return isWaiting(invitation.state) || invitation.state === 'notified' ? 'pending' : 'stuck';
}
