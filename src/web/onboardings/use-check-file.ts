import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client.ts';
import { fileBody } from '../api/file-body.ts';
import { onboardingKey, onboardingsKey } from './use-onboardings.ts';

/** Has a file judged, and leads to what was found; nothing is created. */
export function useCheckFile(f: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (file: File) =>
      answered(
        api.POST('/api/firms/{f}/onboardings', { params: { path: { f } }, ...fileBody(file, 'text/csv') }),
      ),
    onSuccess: async (checked) => {
      queries.setQueryData(onboardingKey(checked.id), checked);
      await queries.invalidateQueries({ queryKey: onboardingsKey(f) });
      await navigate(`/onboardings/${checked.id}`);
    },
  });
}
