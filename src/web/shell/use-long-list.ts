import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

type LongList = { count: number; keyOf: (index: number) => string; estimate: number; overscan: number };

/**
 * Which parts of a long list are near what is in sight of the window, and how much room those before and after take.
 * `measure` is the ref of each part, which tells its place by `data-index`.
 */
export function useLongList(
  list: RefObject<HTMLElement | null>,
  { count, keyOf, estimate, overscan }: LongList,
) {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    setTop(Math.round(list.current!.getBoundingClientRect().top + window.scrollY));
  });
  const parts = useWindowVirtualizer({
    count,
    estimateSize: () => estimate,
    overscan,
    scrollMargin: top,
    getItemKey: keyOf,
    useFlushSync: false,
  });
  const seen = parts.getVirtualItems();
  return {
    seen,
    before: seen.length > 0 ? seen[0]!.start - top : 0,
    after: seen.length > 0 ? parts.getTotalSize() - (seen.at(-1)!.end - top) : 0,
    measure: parts.measureElement,
  };
}
