import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { nameOf } from '../shell/name-of.ts';
import { membersKey } from './use-members.ts';

/** Adds a member, who is invited; a toast names him. */
export function useAddMember(f: string, onSaved: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: (body: Schemas['AddMember']) =>
      answered(api.POST('/api/firms/{f}/members', { params: { path: { f }, header: keyOf(body) }, body })),
    onSuccess: (_, body) => {
      notifications.show({ message: t('team.added', { name: nameOf(body) }) });
      onSaved();
      return queries.invalidateQueries({ queryKey: membersKey(f) });
    },
  });
}
