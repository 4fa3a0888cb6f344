import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import type { Line } from './use-lines.ts';

/** How far an access is, as a sentence: 'Invited 3 days ago, first reminder on 1 December'. */
export function useStateText(): (line: Line) => string {
  const { t } = useTranslation();
  const { ago, date } = useFormats();
  return ({ invitation, open, openedAt, right, party }) => {
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
      default:
        return t(`state.${state}`);
    }
  };
}
