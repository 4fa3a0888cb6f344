import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import type { Line } from './use-lines.ts';

/** A sentence begins with a capital, whatever its first word stands for. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** How far an access is, as a sentence: 'Invited 3 days ago, first reminder on 1 December'. */
export function useStateText(): (line: Line) => string {
  const { t } = useTranslation();
  const { ago, date } = useFormats();
  const textOf = ({ invitation, open, openedAt, right, party, actions }: Line): string => {
    if (right === 'none' || !invitation) {
      return t(party.kind === 'person' && party.deceased ? 'state.deceased' : 'state.none');
    }
    if (open) return t('state.open', { since: date(openedAt) });
    const { state, sentAt, nextReminderAt, expiresAt } = invitation;
    const sent = sentAt ? ago(sentAt) : '';
    switch (state) {
      case 'waiting_first_reminder':
        return nextReminderAt
          ? t('state.waiting_first_reminder', { sent, next: date(nextReminderAt) })
          : t('state.waiting_without_reminder', { sent });
      case 'waiting_second_reminder':
        return nextReminderAt
          ? t('state.waiting_second_reminder', { sent, next: date(nextReminderAt) })
          : t('state.reminded', { sent });
      case 'unanswered':
        return t('state.unanswered', { until: date(expiresAt) });
      case 'inviting':
      case 'queued':
        return t(invitation.lastDelivery?.status === 'delayed' ? 'state.delayed' : 'state.queued');
      case 'undeliverable':
        return t(actions.includes('correct') ? 'state.correctIt' : 'state.undeliverable');
      default:
        return t(`state.${state}`);
    }
  };
  return (line) => sentence(textOf(line));
}
