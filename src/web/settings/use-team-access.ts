import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type TeamSetting = Schemas['TeamAccess'];

const key = (d: string) => ['team-access', d];

/** Who of the team has access to a dossier (R8). */
export const useTeamAccess = (d: string) =>
  useQuery({
    queryKey: key(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/team-access', { params: { path: { d } } })),
  });

export function useSetTeamAccess(d: string, onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: TeamSetting) =>
      answered(api.PUT('/api/dossiers/{d}/team-access', { params: { path: { d } }, body })),
    onSuccess: (saved) => {
      queries.setQueryData(key(d), saved);
      onSaved();
    },
  });
}
