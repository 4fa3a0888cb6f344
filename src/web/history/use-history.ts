import { useInfiniteQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type Entry = Schemas['HistoryItem'];

/** The record of a dossier (R16), newest first, page by page. */
export const useHistory = (d: string) =>
  useInfiniteQuery({
    queryKey: ['history', d],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/dossiers/{d}/access-rights/history', {
          params: { path: { d }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    // It grows by what is done elsewhere on the page: it is read again when the tab is opened.
    staleTime: 0,
  });
