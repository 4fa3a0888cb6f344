import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { fileBody, fileIdentity } from '../api/file-body.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { inventoryKey } from './use-inventory.ts';

/** Looks into a CSV file before anything is saved, then enters every line of it, or none. */
export function useImport(d: string, onSaved: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  const path = { d };
  const preview = useMutation({
    mutationFn: (file: File) =>
      answered(
        api.POST('/api/dossiers/{d}/wealth/items/csv/preview', {
          params: { path },
          ...fileBody(file, 'text/csv'),
        }),
      ),
  });
  const enter = useMutation({
    mutationFn: (file: File) =>
      answered(
        api.POST('/api/dossiers/{d}/wealth/items/csv', {
          params: { path, header: keyOf(fileIdentity(file)) },
          ...fileBody(file, 'text/csv'),
        }),
      ),
    onSuccess: async ({ items }) => {
      await queries.invalidateQueries({ queryKey: inventoryKey(d) });
      notifications.show({ message: t('wealth.import.done', { count: items.length }) });
      onSaved();
    },
  });
  return { preview, enter };
}
