import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api } from '../api/client.ts';

const page = (cursor: string) =>
  answered(api.GET('/api/dossiers', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } }));

export type ListedDossier = Awaited<ReturnType<typeof page>>['items'][number];

/** Every dossier that the reader has a role in, page after page, so that all of them can be searched. */
export function useDossiers() {
  const { data, error, isSuccess, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery({
    queryKey: ['dossiers'],
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  return {
    dossiers: data?.pages.flatMap(({ items }) => items) ?? [],
    error,
    isSuccess,
    isWhole: !hasNextPage,
  };
}
