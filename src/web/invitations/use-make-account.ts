import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api, type Schemas } from '../api/client.ts';

/** Makes the account that an invitation leads to, and welcomes its owner where he was invited to. */
export function useMakeAccount(token: string, { dossier, firm }: Schemas['InvitationView']) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas['MakeAccount']) =>
      answered(api.POST('/api/invitations/{token}/account', { params: { path: { token } }, body })),
    onSuccess: async ({ dossierId }) => {
      queries.clear();
      await navigate(dossierId ? `/dossiers/${dossierId}` : '/');
      notifications.show({
        message: dossier
          ? t('account.welcomeDossier', { dossier: dossier.name })
          : t('account.welcomeTeam', { firm: firm.name }),
      });
    },
  });
}
