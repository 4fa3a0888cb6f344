import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { fileBody, fileIdentity } from '../api/file-body.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { useChanged } from '../family/use-changed.ts';

const sent = (file: File) => fileBody(file, 'text/vnd.familysearch.gedcom');

/** What a GEDCOM file would add; nothing is written. */
export const usePreview = (d: string) =>
  useMutation({
    mutationFn: (file: File) =>
      answered(
        api.POST('/api/dossiers/{d}/family/gedcom/preview', { params: { path: { d } }, ...sent(file) }),
      ),
  });

/** Adds the family of a GEDCOM file, all of it or nothing. */
export function useImport(d: string, onImported: () => void) {
  const { t } = useTranslation();
  const changed = useChanged(d);
  const keyOf = useIdempotencyKey();
  return useMutation({
    mutationFn: (file: File) =>
      answered(
        api.POST('/api/dossiers/{d}/family/gedcom', {
          params: { path: { d }, header: keyOf(fileIdentity(file)) },
          ...sent(file),
        }),
      ),
    onSuccess: async ({ persons }) => {
      await changed(t('family.gedcom.imported', { count: persons }));
      onImported();
    },
  });
}
