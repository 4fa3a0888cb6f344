import { isWaiting } from '../../domain/invitation.ts';
import type { Line } from './use-lines.ts';

/** What withdrawing an access brings about, by the key of its text (R12, R13). */
export function withdrawalOf({ open, invitation }: Line): 'open' | 'invited' | 'unwritten' | 'ended' {
  if (open) return 'open';
  if (!invitation?.sentAt) return 'unwritten';
  return isWaiting(invitation.state) ? 'invited' : 'ended';
}
