import {
  type MutationCacheNotifyEvent,
  type QueryCacheNotifyEvent,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { answered, api, Refusal } from '../api/client.ts';
import { type Outage, outageIn } from './outage.ts';

/** How often it is tried whether an outage is over, in milliseconds: longer each time what is shown can't be read. */
const [pause, longest] = [2_000, 30_000];

/** A call that failed by itself is said where it was made; of what is shown already, nothing else would say it. */
const isSaidThere = (error: unknown, isShown: boolean) =>
  error instanceof Refusal && error.problem.status === 500 && !isShown;

/**
 * Whether the API or its database is away, heard from every call; once it is back, what is shown is read again, and
 * the outage is over when that was.
 */
export function useOutage(): Outage | null {
  const queries = useQueryClient();
  const [outage, setOutage] = useState<Outage | null>(null);
  const heard = useRef(false);
  const isOut = outage !== null;
  useEffect(() => {
    const hear = (event: QueryCacheNotifyEvent | MutationCacheNotifyEvent) => {
      if (event.type !== 'updated' || !('error' in event.action)) return;
      const { error } = event.action;
      const isShown = 'query' in event && event.query.state.data !== undefined;
      const found = isSaidThere(error, isShown) ? null : outageIn(error);
      if (!found) return;
      heard.current = true;
      setOutage(found);
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
    if (!isOut) return;
    let timer: ReturnType<typeof setTimeout>;
    const tryAgain = async (waited: number) => {
      try {
        await answered(api.GET('/api/health/ready'));
      } catch (error) {
        const found = outageIn(error);
        if (found) setOutage(found);
        return wait(pause);
      }
      heard.current = false;
      await queries.invalidateQueries();
      if (!heard.current) return setOutage(null);
      wait(Math.min(2 * waited, longest));
    };
    const wait = (ms: number) => {
      timer = setTimeout(() => void tryAgain(ms), ms);
    };
    wait(pause);
    return () => clearTimeout(timer);
  }, [isOut, queries]);
  return outage;
}
