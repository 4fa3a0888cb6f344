import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { nameOf } from '../shell/name-of.ts';
import { useProblemText } from '../shell/problem-text.ts';
import { useMe } from '../shell/use-me.ts';
import { type Member, membersKey } from './use-members.ts';

/** Sends a member's invitation again, at most three times a day (R13); a toast says whether it went. */
export function useResend(member: Member) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const queries = useQueryClient();
  const text = useProblemText();
  const f = me?.team?.firmId ?? '';
  const path = { f, m: member.id };
  return useMutation({
    mutationFn: () =>
      answered(api.POST('/api/firms/{f}/members/{m}/invitation/resend', { params: { path } })),
    onSuccess: () => {
      notifications.show({ message: t('team.resent', { name: nameOf(member) }) });
      return queries.invalidateQueries({ queryKey: membersKey(f) });
    },
    onError: (error) => notifications.show({ color: 'red', message: text(error) }),
  });
}
