import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../../api/client.ts';
import { useIdempotencyKey } from '../../api/use-idempotency-key.ts';
import { simulationsKey } from '../use-simulations.ts';
import { assumptionsOf, type Values } from './values.ts';

/** Has a simulation calculated. What is sent again unchanged, because no answer came, is calculated once. */
export function useCreateSimulation(d: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: (values: Values) => {
      const body = { name: values.name.trim(), ...assumptionsOf(values) };
      return answered(
        api.POST('/api/dossiers/{d}/simulations', {
          params: { path: { d }, header: keyOf(body) },
          body: body as Schemas['CreateSimulation'],
        }),
      );
    },
    onSuccess: async ({ name }) => {
      await queries.invalidateQueries({ queryKey: simulationsKey(d), exact: true });
      notifications.show({ message: t('simulations.created', { name }) });
    },
  });
}
