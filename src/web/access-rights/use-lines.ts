import { useQuery } from '@tanstack/react-query';
import { isWaiting } from '../../domain/invitation.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import { viewOf } from '../views/view.ts';

export type Line = Schemas['AccessLine'];

export const linesKey = (d: string) => ['access-rights', d];

/** How soon to look again, in milliseconds: an e-mail leaves within seconds, an answer may come any minute. */
function lookAgain(lines: Line[] = []): number | false {
  const states = lines.flatMap(({ invitation, open }) => (invitation && !open ? [invitation.state] : []));
  if (states.some((state) => state === 'queued' || state === 'inviting')) return 2_000;
  return states.some((state) => isWaiting(state) || state === 'notified') ? 30_000 : false;
}

/** Every line of a dossier's access rights; looked at again by itself while something is about to change. */
export const useLines = (d: string) =>
  useQuery({
    queryKey: linesKey(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/access-rights', { params: { path: { d } } })),
    // In a view nothing can be done with a line.
    select: ({ items }) => (viewOf(d) ? items.map((line) => ({ ...line, actions: [] })) : items),
    refetchOnWindowFocus: 'always',
    refetchInterval: ({ state }) => lookAgain(state.data?.items),
  });
