import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api, type Schemas } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';

/** Creates a dossier, says so, and leads into it, once `onCreated` has closed the dialog, which guards what is typed. */
export function useCreateDossier(onCreated: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: Schemas['CreateDossier']) =>
      answered(api.POST('/api/dossiers', { body, params: { header: keyOf(body) } })),
    onSuccess: async ({ id }, { name }) => {
      notifications.show({ message: t('newDossier.created', { name }) });
      await queries.invalidateQueries({ queryKey: ['dossiers'], refetchType: 'none' });
      flushSync(onCreated);
      await navigate(`/dossiers/${id}`);
    },
  });
}
