import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { confirmed } from '../shell/confirm.tsx';
import { useProblemText } from '../shell/problem-text.ts';
import { type Summary, simulationsKey } from './use-simulations.ts';

/** Deletes a simulation, once what follows from it was confirmed. */
export function useRemoveSimulation(d: string, onRemoved?: () => void) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: ({ id: s, version }: Summary) =>
      answered(
        api.DELETE('/api/dossiers/{d}/simulations/{s}', {
          params: { path: { d, s }, header: { 'If-Match': `"${version}"` } },
        }),
      ),
    onSuccess: (_, { name }) => {
      notifications.show({ message: t('simulations.removed', { name }) });
      onRemoved?.();
    },
    onError: (error) => notifications.show({ color: 'red', message: problemText(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: simulationsKey(d), exact: true }),
  });
  return async (simulation: Summary) => {
    const { name } = simulation;
    const isSure = await confirmed(t, {
      title: t('simulations.removeTitle', { name }),
      consequences: t('simulations.removeText'),
      verb: t('simulations.remove'),
    });
    if (isSure) remove.mutate(simulation);
  };
}
