import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

type LongList = { count: number; keyOf: (index: number) => string; estimate: number; overscan: number };

/**
 * Which parts of a long list are near what is in sight of the window, with the room before each that others take, and
 * the room after them all. What has the focus, or an open menu, stays, however far it is scrolled away.
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
  const near = useCallback(
    (range: Range) => {
      const inUse = list.current?.querySelectorAll(
        '[data-index]:is(:focus-within, :has([aria-expanded="true"]))',
      );
      const kept = [...(inUse ?? [])].map((part) => Number(part.getAttribute('data-index')));
      const all = new Set([...defaultRangeExtractor(range), ...kept.filter((index) => index < range.count)]);
      return [...all].sort((a, b) => a - b);
    },
    [list],
  );
  const parts = useWindowVirtualizer({
    count,
    estimateSize: () => estimate,
    overscan,
    scrollMargin: top,
    getItemKey: keyOf,
    rangeExtractor: near,
    useFlushSync: false,
  });
  const seen = parts.getVirtualItems();
  return {
    seen: seen.map(({ index, key, start }, i) => ({ index, key, before: start - (seen[i - 1]?.end ?? top) })),
    after: seen.length > 0 ? parts.getTotalSize() - (seen.at(-1)!.end - top) : 0,
    measure: parts.measureElement,
  };
}
