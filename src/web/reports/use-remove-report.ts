import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { confirmed } from '../shell/confirm.tsx';
import { useProblemText } from '../shell/problem-text.ts';
import { removeReport } from './remove.ts';
import { type Report, reportsKey } from './use-reports.ts';

/** Deletes a report, once what follows from it was confirmed. */
export function useRemoveReport(d: string) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: ({ report }: { report: Report; title: string }) => removeReport(d, report),
    onSuccess: (_, { title }) => notifications.show({ message: t('reports.removed', { title }) }),
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: reportsKey(d) }),
  });
  return async (report: Report, title: string) => {
    const isSure = await confirmed(t, {
      title: t('reports.removeTitle'),
      consequences: t('reports.removeText', { title }),
      verb: t('reports.remove'),
    });
    if (isSure) remove.mutate({ report, title });
  };
}
