import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client.ts';
import { onboardingKey, onboardingsKey } from './use-onboardings.ts';

/** Has a file judged, and leads to what was found; nothing is created. A file is sent as it is, whatever the browser calls it. */
export function useCheckFile(f: string) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async (file: File) => {
      const body = await file.arrayBuffer();
      return answered(
        api.POST('/api/firms/{f}/onboardings', {
          params: { path: { f } },
          headers: { 'Content-Type': 'text/csv' },
          body: body as unknown as string,
          bodySerializer: (bytes) => bytes,
        }),
      );
    },
    onSuccess: async (checked) => {
      queries.setQueryData(onboardingKey(checked.id), checked);
      await queries.invalidateQueries({ queryKey: onboardingsKey(f) });
      await navigate(`/onboardings/${checked.id}`);
    },
  });
}
