import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type Advisor = Schemas['Advisor'];

export const advisorsKey = (d: string) => ['advisors', d];

/** One of a dossier's registered advisors, as he is now. */
export const useAdvisor = (d: string, id: string) =>
  useQuery({
    queryKey: advisorsKey(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/advisors', { params: { path: { d } } })),
    select: ({ items }) => items.find((advisor) => advisor.id === id),
    staleTime: 0,
  });
