import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client.ts';
import { confirmed } from '../shell/confirm.tsx';
import { useProblemText } from '../shell/problem-text.ts';
import { focusHeading } from '../shell/use-page-heading.ts';
import { dossierKey } from './use-dossier.ts';
import type { ListedDossier } from './use-dossiers.ts';

/** What is said of a dossier that somebody may leave. */
export type Leavable = Pick<ListedDossier, 'id' | 'name' | 'manager'> & {
  me: Pick<ListedDossier['me'], 'roles' | 'mayLeave'>;
};

/** Leaves a dossier, once what follows from it was confirmed; the reader is in his list then. */
export function useLeaveDossier() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const listAgain = () => queries.invalidateQueries({ queryKey: ['dossiers'] });
  const leave = useMutation({
    mutationFn: ({ id: d }: Leavable) =>
      answered(api.POST('/api/dossiers/{d}/leave', { params: { path: { d } } })),
    onSuccess: async (_, { id, name }) => {
      notifications.show({ message: t('leaveDossier.done', { name }) });
      await navigate('/');
      // Nothing of it is kept in this tab.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(id) });
      await listAgain();
      focusHeading();
    },
    onError: async (error, { id }) => {
      notifications.show({ color: 'red', message: problemText(error) });
      await Promise.all([queries.invalidateQueries({ queryKey: dossierKey(id) }), listAgain()]);
    },
  });
  const ask = async (dossier: Leavable) => {
    const { name, manager, me } = dossier;
    const ofTeam = me.roles.some(({ right }) => right === null);
    const question = {
      title: t('leaveDossier.title', { name }),
      consequences: t(ofTeam ? 'leaveDossier.meansInTeam' : 'leaveDossier.means', { manager: manager.name }),
      verb: t('leaveDossier.leave'),
    };
    if (await confirmed(t, question)) leave.mutate(dossier);
  };
  return { ask, isPending: leave.isPending };
}
