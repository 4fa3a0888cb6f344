import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../shell/problem-text.ts';
import { replaceLine, saveLine } from './save-right.ts';
import { type Line, linesKey } from './use-lines.ts';

type Change = { line: Line; right: Line['right'] };

/** Changes a right at once, from the row: it shows before the API has answered, and is undone where it refuses. */
export function useChangeLevel(d: string) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ line, right }: Change) => saveLine(d, line, { right }),
    onMutate: async ({ line, right }) => {
      await queries.cancelQueries({ queryKey: linesKey(d) });
      replaceLine(queries, d, { ...line, right });
    },
    onSuccess: (saved) => {
      replaceLine(queries, d, saved);
      notifications.show({ message: t(`right.saved.${saved.right}`, { name: saved.party.name }) });
    },
    onError: (error, { line }) => {
      replaceLine(queries, d, line);
      const name = line.party.name;
      notifications.show({
        color: 'red',
        title: t('access.unchanged', { name }),
        message: problemText(error),
        autoClose: 10_000,
      });
      void queries.invalidateQueries({ queryKey: linesKey(d) });
    },
  });
}
