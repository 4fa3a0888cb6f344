import { type RefObject, useEffect } from 'react';

/** A mouse that has moved less than this, in pixels, clicks. */
const still = 5;

/** A mouse drags what is in a box that scrolls, wherever it takes hold of it; letting go is no click. */
export function useDrag(box: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const listeners = new AbortController();
    const { signal } = listeners;
    const element = box.current!;
    let from: { x: number; y: number; left: number; top: number } | null = null;
    let hasMoved = false;
    const isOnScrollbar = ({ clientX, clientY }: PointerEvent) => {
      const { left, top } = element.getBoundingClientRect();
      const [x, y] = [clientX - left - element.clientLeft, clientY - top - element.clientTop];
      return x > element.clientWidth || y > element.clientHeight;
    };
    element.addEventListener(
      'pointerdown',
      (event) => {
        hasMoved = false;
        if (event.pointerType !== 'mouse' || event.button !== 0 || isOnScrollbar(event)) return;
        from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
      },
      { signal },
    );
    element.addEventListener(
      'pointermove',
      (event) => {
        if (!from) return;
        const [x, y] = [event.clientX - from.x, event.clientY - from.y];
        if (!hasMoved && Math.hypot(x, y) < still) return;
        if (!hasMoved) element.setPointerCapture(event.pointerId);
        hasMoved = true;
        element.scrollTo(from.left - x, from.top - y);
      },
      { signal },
    );
    for (const name of ['pointerup', 'pointercancel'] as const) {
      element.addEventListener(
        name,
        () => {
          from = null;
        },
        { signal },
      );
    }
    element.addEventListener(
      'click',
      (event) => {
        if (hasMoved) event.stopPropagation();
        hasMoved = false;
      },
      { signal, capture: true },
    );
    // Chosen text would be dragged along.
    element.addEventListener('dragstart', (event) => event.preventDefault(), { signal });
    return () => listeners.abort();
  }, [box]);
}
