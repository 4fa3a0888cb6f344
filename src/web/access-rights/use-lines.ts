import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type Line = Schemas['AccessLine'];

export const linesKey = (d: string) => ['access-rights', d];

/** Every line of a dossier's access rights; looked at again while an invitation waits to be sent. */
export const useLines = (d: string) =>
  useQuery({
    queryKey: linesKey(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/access-rights', { params: { path: { d } } })),
    select: ({ items }) => items,
    refetchInterval: ({ state }) =>
      state.data?.items.some(
        ({ invitation }) => invitation && ['queued', 'inviting'].includes(invitation.state),
      )
        ? 2_000
        : false,
  });
