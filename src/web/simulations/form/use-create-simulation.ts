import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { v4 as uuidv4 } from 'uuid';
import { answered, api } from '../../api/client.ts';
import { simulationsKey } from '../use-simulations.ts';
import { assumptionsOf, type Values } from './values.ts';

/** Has a simulation calculated. What is sent again unchanged, because no answer came, is calculated once. */
export function useCreateSimulation(d: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sent = useRef({ text: '', key: '' });
  return useMutation({
    mutationFn: (values: Values) => {
      const body = { name: values.name.trim(), ...assumptionsOf(values) };
      const text = JSON.stringify(body);
      if (sent.current.text !== text) sent.current = { text, key: uuidv4() };
      return answered(
        api.POST('/api/dossiers/{d}/simulations', {
          params: { path: { d }, header: { 'Idempotency-Key': sent.current.key } },
          body: body as never,
        }),
      );
    },
    onSuccess: async ({ name }) => {
      await queries.invalidateQueries({ queryKey: simulationsKey(d), exact: true });
      notifications.show({ message: t('simulations.created', { name }) });
    },
  });
}
