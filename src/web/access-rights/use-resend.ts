import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, Refusal } from '../api/client.ts';
import { useProblemText } from '../shell/problem-text.ts';
import { replaceLine } from './save-right.ts';
import type { Line } from './use-lines.ts';

/** Sends an invitation again (R13), three times a day at most. */
export function useResend(d: string) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ party }: Line) =>
      party.kind === 'advisor'
        ? answered(
            api.POST('/api/dossiers/{d}/access-rights/advisors/{a}/invitation/resend', {
              params: { path: { d, a: party.id } },
            }),
          )
        : answered(
            api.POST('/api/dossiers/{d}/access-rights/persons/{p}/invitation/resend', {
              params: { path: { d, p: party.id } },
            }),
          ),
    onSuccess: (line) => {
      replaceLine(queries, d, line);
      notifications.show({ message: t('access.resent', { name: line.party.name }) });
    },
    onError: (error, { party: { name } }) => {
      const isLimit = error instanceof Refusal && error.problem.code === 'too_many_resends';
      notifications.show({
        color: 'red',
        title: t('access.notResent', { name }),
        message: isLimit ? t('access.resendLimit') : problemText(error),
        autoClose: 10_000,
      });
    },
  });
}
