import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type Report = Schemas['Report'];

export const reportsKey = (d: string) => ['reports', d];

/** Whether a report is still being made. */
export const isWaiting = ({ state }: Report) => state === 'queued' || state === 'rendering';

/** The reports that the reader may know of, the newest first; looked at again while one is being made. */
export const useReports = (d: string) =>
  useQuery({
    queryKey: reportsKey(d),
    queryFn: () => answered(api.GET('/api/dossiers/{d}/reports', { params: { path: { d } } })),
    select: ({ items }) => items,
    refetchInterval: ({ state }) => (state.data?.items.some(isWaiting) ? 1_000 : false),
  });
