import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answered, api } from '../api/client.ts';
import { setView, type View } from './view.ts';

type Party = { kind: 'person' | 'advisor'; id: string; name: string };

/** Forgets what was read as one person: it is read again as the other. */
export function useReadAgain() {
  const queries = useQueryClient();
  return async () => {
    await queries.cancelQueries();
    await queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  };
}

/** Begins to see a dossier as somebody else does: it is recorded, and over after an hour. */
export function useBeginView(d: string) {
  const readAgain = useReadAgain();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ name, ...party }: Party): Promise<View> => {
      const { id, expiresAt } = await answered(
        api.POST('/api/dossiers/{d}/views', { params: { path: { d } }, body: party }),
      );
      return { id, expiresAt, name, dossierId: d };
    },
    onSuccess: async (view) => {
      setView(view);
      await navigate(`/dossiers/${d}`);
      await readAgain();
    },
  });
}

/** Ends a view. It is left here in any case: one that the API knows no more is over. */
export const useEndView = ({ id, dossierId }: View) =>
  useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/dossiers/{d}/views/{view}', { params: { path: { d: dossierId, view: id } } }),
      ),
    onSettled: () => setView(null),
  });
