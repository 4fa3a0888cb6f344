import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Area, isSameArea, type Place, tilesAround } from './near.ts';

/** A point on the screen, in pixels, as pointers tell it. */
export type Spot = { x: number; y: number };

/** The most that a drawing is enlarged. */
const largest = 2;
/** A drawing opens no smaller than this, at which names are easily read, though not all of it be seen. */
const legible = 0.8;
/** What the buttons and keys change the scale by. */
export const zoomStep = 1.25;
/** Left free around the drawing, in pixels (as the box's padding is in the stylesheet). */
const edge = 16;

/**
 * A drawing in a box that scrolls, enlarged or made smaller: `scale` is 1 at its true size; `near` is the part of the
 * drawing about what is in sight, in its own measures, or null before the box is measured. `box` and `paper` are the
 * scrolling box, and what has the size of the scaled drawing in it.
 */
export function useZoom({ width, height }: Pick<Place, 'width' | 'height'>, start: Place | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const now = useRef(1);
  const [view, setView] = useState<{ scale: number; near: Area | null }>({ scale: 1, near: null });
  const fitting = useCallback(() => {
    const { clientWidth, clientHeight } = box.current!;
    return Math.min(1, (clientWidth - 2 * edge) / width, (clientHeight - 2 * edge) / height);
  }, [width, height]);
  /** Looks again what is in sight. */
  const look = useCallback(() => {
    if (!box.current || !paper.current) return;
    const scale = now.current;
    const seen = box.current.getBoundingClientRect();
    const drawn = paper.current.getBoundingClientRect();
    const near = tilesAround({
      left: (seen.left - drawn.left) / scale,
      top: (seen.top - drawn.top) / scale,
      width: box.current.clientWidth / scale,
      height: box.current.clientHeight / scale,
    });
    setView((old) => (old.scale === scale && isSameArea(old.near, near) ? old : { scale, near }));
  }, []);
  /** Sets the scale; what is at a point of the screen (or in the middle of the box) stays there. */
  const zoomTo = useCallback(
    (wanted: number, at?: Spot) => {
      if (!box.current || !paper.current) return;
      const seen = box.current.getBoundingClientRect();
      const { x, y } = at ?? { x: seen.left + seen.width / 2, y: seen.top + seen.height / 2 };
      const before = paper.current.getBoundingClientRect();
      const scale = Math.min(largest, Math.max(Math.min(0.5, fitting()), wanted));
      const grown = scale / now.current;
      now.current = scale;
      flushSync(() => setView((old) => ({ ...old, scale })));
      const after = paper.current.getBoundingClientRect();
      box.current.scrollLeft += after.left + (x - before.left) * grown - x;
      box.current.scrollTop += after.top + (y - before.top) * grown - y;
      flushSync(look);
    },
    [fitting, look],
  );
  const centre = useCallback(({ x, y, width: w, height: h }: Place) => {
    const { clientWidth, clientHeight } = box.current!;
    const [left, top] = [(x + w / 2) * now.current + edge, (y + h / 2) * now.current + edge];
    box.current!.scrollTo(left - clientWidth / 2, top - clientHeight / 2);
  }, []);
  /** Brings a card to the middle, at a scale. */
  const show = useCallback(
    (place: Place, wanted: number) => {
      zoomTo(wanted);
      centre(place);
      flushSync(look);
    },
    [zoomTo, centre, look],
  );
  const opening = useRef(() => {
    now.current = Math.max(legible, fitting());
    // The box scrolls only once the paper has its size.
    paper.current!.style.width = `${width * now.current}px`;
    paper.current!.style.height = `${height * now.current}px`;
    if (start) centre(start);
  });
  useLayoutEffect(() => opening.current(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a drawing of another size is looked at again
  useLayoutEffect(look, [look, width, height]);
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(look);
    watcher.observe(box.current!);
    return () => watcher.disconnect();
  }, [look]);
  const zoomBy = useCallback((factor: number, at: Spot) => zoomTo(now.current * factor, at), [zoomTo]);
  const fit = useCallback(() => zoomTo(fitting()), [zoomTo, fitting]);
  return { box, paper, ...view, zoomTo, zoomBy, show, fit, look };
}
