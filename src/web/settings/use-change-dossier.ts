import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';
import { type Dossier, dossierKey } from '../dossiers/use-dossier.ts';

/** Changes a dossier at the version that is shown; everything shows the answer. */
export function useChangeDossier({ id: d, version }: Dossier, onChanged: (changed: Dossier) => void) {
  const { shows, reads } = useShow(d);
  return useMutation({
    mutationFn: (body: Schemas['ChangeDossier']) =>
      answered(api.PATCH('/api/dossiers/{d}', { params: atVersion(d, version), body })),
    onSuccess: async (changed) => {
      await shows(changed);
      onChanged(changed);
    },
    onError: reads,
  });
}

/** Closes a dossier, or opens it again (R16). */
export function useTurnDossier({ id: d, version, closedAt }: Dossier, onTurned: () => void) {
  const { shows, reads } = useShow(d);
  return useMutation({
    mutationFn: () => {
      const call = { params: atVersion(d, version) };
      return answered(
        closedAt ? api.POST('/api/dossiers/{d}/reopen', call) : api.POST('/api/dossiers/{d}/close', call),
      );
    },
    onSuccess: async (turned) => {
      await shows(turned);
      onTurned();
    },
    onError: reads,
  });
}

const atVersion = (d: string, version: number) => ({
  path: { d },
  header: { 'If-Match': `"${version}"` },
});

/**
 * What follows a change. What else is known of the dossier is read again, since what may be done with it has changed;
 * after a refusal so is the dossier, which somebody may have changed meanwhile.
 */
function useShow(d: string) {
  const queries = useQueryClient();
  return {
    shows: async (changed: Dossier) => {
      queries.setQueryData(dossierKey(d), changed);
      await queries.invalidateQueries({
        predicate: ({ queryKey: [what, ...rest] }) =>
          what === 'dossiers' || (what !== 'dossier' && rest.includes(d)),
      });
    },
    reads: () => queries.invalidateQueries({ queryKey: dossierKey(d) }),
  };
}
