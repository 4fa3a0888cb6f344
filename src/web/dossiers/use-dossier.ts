import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answered, api } from '../api/client.ts';

/** The dossier that the address names, with what the reader is and may do in it. */
export function useDossier() {
  const { d = '' } = useParams();
  return useQuery({
    queryKey: ['dossier', d],
    queryFn: () => answered(api.GET('/api/dossiers/{d}', { params: { path: { d } } })),
  });
}
