import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { linesKey } from '../access-rights/use-lines.ts';
import { answered, api } from '../api/client.ts';
import { useProblemText } from '../shell/problem-text.ts';
import { advisorsKey } from './use-advisor.ts';

/** Removes an advisor without access (R6). */
export function useRemoveAdvisor(d: string) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: { id: string; name: string }) => {
      const { items } = await answered(api.GET('/api/dossiers/{d}/advisors', { params: { path: { d } } }));
      const version = items.find((advisor) => advisor.id === id)?.version ?? 0;
      return answered(
        api.DELETE('/api/dossiers/{d}/advisors/{a}', {
          params: { path: { d, a: id }, header: { 'If-Match': `"${version}"` } },
        }),
      );
    },
    onSuccess: async (_, { name }) => {
      await queries.invalidateQueries({ queryKey: linesKey(d) });
      await queries.invalidateQueries({ queryKey: advisorsKey(d) });
      notifications.show({ message: t('advisor.removed', { name }) });
    },
    onError: (error, { name }) => {
      notifications.show({
        color: 'red',
        title: t('advisor.notRemoved', { name }),
        message: problemText(error),
      });
    },
  });
}
