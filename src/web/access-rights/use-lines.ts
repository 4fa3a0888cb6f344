import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';
import { viewOf } from '../views/view.ts';

export type Line = Schemas['AccessLine'];

export const linesKey = (d: string) => ['access-rights', d];

/** Every line of a dossier's access rights; looked at again while an invitation waits to be sent. */
export const useLines = (d: string) =>
  useQuery({
    queryKey: linesKey(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/access-rights', { params: { path: { d } } })),
    // In a view nothing can be done with a line.
    select: ({ items }) => (viewOf(d) ? items.map((line) => ({ ...line, actions: [] })) : items),
    refetchInterval: ({ state }) =>
      state.data?.items.some(
        ({ invitation }) => invitation && ['queued', 'inviting'].includes(invitation.state),
      )
        ? 2_000
        : false,
  });
