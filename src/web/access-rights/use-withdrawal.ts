import { useTranslation } from 'react-i18next';
import { isWaiting } from '../../domain/invitation.ts';
import type { Line } from './use-lines.ts';

/** What withdrawing an access brings about, by the key of its text (R12, R13). */
function withdrawalOf({ open, invitation }: Line): 'open' | 'invited' | 'unwritten' | 'ended' {
  if (open) return 'open';
  if (!invitation?.sentAt) return 'unwritten';
  return isWaiting(invitation.state) ? 'invited' : 'ended';
}

/** What withdrawing an access brings about, in sentences; to advisors no holder gives any (R3). */
export function useWithdrawal(): (line: Line) => string[] {
  const { t } = useTranslation();
  return (line) => [
    t(`access.withdrawal.${withdrawalOf(line)}`, { name: line.party.name }),
    ...(line.party.kind === 'person' ? [t('access.onlyYou')] : []),
  ];
}
