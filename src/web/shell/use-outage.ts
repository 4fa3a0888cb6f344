import {
  type MutationCacheNotifyEvent,
  type QueryCacheNotifyEvent,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answered, api, Refusal } from '../api/client.ts';

export type Outage = 'unreachable' | 'unavailable';

/** How often it is tried whether an outage is over, in milliseconds. */
const pause = 2_000;

const outageIn = (error: unknown): Outage | null => {
  const code = error instanceof Refusal ? error.problem.code : null;
  return code === 'unreachable' || code === 'unavailable' ? code : null;
};

/** Whether the API or its database is away, heard from every call; once it is back, what is shown is read again. */
export function useOutage(): Outage | null {
  const queries = useQueryClient();
  const [outage, setOutage] = useState<Outage | null>(null);
  useEffect(() => {
    const hear = (event: QueryCacheNotifyEvent | MutationCacheNotifyEvent) => {
      if (event.type !== 'updated' || !('error' in event.action)) return;
      const heard = outageIn(event.action.error);
      if (heard) setOutage(heard);
    };
    const goOffline = () => setOutage('unreachable');
    const stops = [queries.getQueryCache().subscribe(hear), queries.getMutationCache().subscribe(hear)];
    window.addEventListener('offline', goOffline);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('offline', goOffline);
    };
  }, [queries]);
  useEffect(() => {
    if (!outage) return;
    const timer = setInterval(() => {
      void answered(api.GET('/api/health/ready')).then(
        () => {
          setOutage(null);
          return queries.invalidateQueries();
        },
        (error) => setOutage(outageIn(error) ?? outage),
      );
    }, pause);
    return () => clearInterval(timer);
  }, [outage, queries]);
  return outage;
}
