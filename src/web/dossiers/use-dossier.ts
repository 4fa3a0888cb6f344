import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answered, api, type Schemas } from '../api/client.ts';
import { readingOnly } from '../views/reading-only.ts';

export type Dossier = Schemas['Dossier'];

export const dossierKey = (d: string) => ['dossier', d];

/** The dossier that the address names, with what the reader is and may do in it; in a view he reads alone. */
export function useDossier() {
  const { d = '' } = useParams();
  return useQuery({
    queryKey: dossierKey(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}', { params: { path: { d } } })).then(readingOnly),
  });
}
