import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answered, api, type Schemas } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';

/** Creates a dossier, says so, and leads into it. */
export function useCreateDossier() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const keyOf = useIdempotencyKey();
  const create = useMutation({
    mutationFn: (body: Schemas['CreateDossier']) =>
      answered(api.POST('/api/dossiers', { body, params: { header: keyOf(body) } })),
    onSuccess: (_, { name }) => {
      notifications.show({ message: t('newDossier.created', { name }) });
      return queries.invalidateQueries({ queryKey: ['dossiers'], refetchType: 'none' });
    },
  });
  // After the next drawing, since what is typed guards the page until it is saved.
  const id = create.data?.id;
  useEffect(() => {
    if (id) void navigate(`/dossiers/${id}`);
  }, [id, navigate]);
  return create;
}
