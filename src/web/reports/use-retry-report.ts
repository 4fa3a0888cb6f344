import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../shell/problem-text.ts';
import { askFor } from './ask-for.ts';
import { removeReport } from './remove.ts';
import { type Report, reportsKey } from './use-reports.ts';

/** Asks anew for a report that couldn't be made, with the same in it; the failed one goes. */
export function useRetryReport(d: string) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (failed: Report) => {
      const { language, simulationId, withAccess } = failed;
      // The same key however often it is pressed: one new report for one that failed.
      const header = { 'Idempotency-Key': `instead-of-${failed.id}` };
      await askFor(d, { language, simulationId, withAccess }, header);
      await removeReport(d, failed);
    },
    onSuccess: () => notifications.show({ message: t('reports.asked') }),
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: reportsKey(d) }),
  });
}
