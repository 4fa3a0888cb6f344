import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import type { Member } from '../firms/use-members.ts';
import { nameOf } from '../shell/name-of.ts';
import type { ListedDossier } from './use-dossiers.ts';

async function handOverOne(d: string, managerId: string) {
  const params = { path: { d } };
  const { version, manager } = await answered(api.GET('/api/dossiers/{d}', { params }));
  if (manager.id === managerId) return;
  const header = { 'If-Match': `"${version}"` };
  await answered(api.PATCH('/api/dossiers/{d}', { params: { ...params, header }, body: { managerId } }));
}

/** Hands dossiers over one after the other; `done` counts them. What was handed over stays so where one is refused. */
export function useHandOver(onDone: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [done, setDone] = useState(0);
  const handOver = useMutation({
    mutationFn: async ({ dossiers, to }: { dossiers: ListedDossier[]; to: Member }) => {
      for (const [i, { id }] of dossiers.entries()) {
        setDone(i);
        await handOverOne(id, to.id);
      }
    },
    onSuccess: (_, { dossiers, to }) => {
      const values = { count: dossiers.length, name: nameOf(to) };
      notifications.show({ message: t('dossiers.handOver.done', values) });
      onDone();
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['dossiers'] }),
        queries.invalidateQueries({ queryKey: ['dossier'] }),
      ]),
  });
  return { ...handOver, done };
}
