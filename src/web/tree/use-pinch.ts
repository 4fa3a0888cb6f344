import { type RefObject, useEffect } from 'react';
import type { Spot } from './use-zoom.ts';

/**
 * Ctrl and the wheel, two fingers on a touchpad or on a touchscreen: zooms what is in a box instead of the page. One
 * finger and the wheel alone scroll by the browser's own means.
 * @param zoomBy multiplies the scale by a factor, about a point
 */
export function usePinch(box: RefObject<HTMLElement | null>, zoomBy: (factor: number, at: Spot) => void) {
  useEffect(() => {
    const listeners = new AbortController();
    const options = { passive: false, signal: listeners.signal };
    const element = box.current!;
    element.addEventListener(
      'wheel',
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        // A wheel turns by lines or by a hundred pixels at once, a touchpad by a few pixels.
        const turned = Math.max(-40, Math.min(40, event.deltaY * (event.deltaMode === 0 ? 1 : 20)));
        zoomBy(2 ** (-turned / 100), { x: event.clientX, y: event.clientY });
      },
      options,
    );
    let apart = 0;
    const pinch = (event: TouchEvent) => {
      const [a, b] = event.touches;
      const before = apart;
      apart = a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
      if (!a || !b) return;
      if (event.cancelable) event.preventDefault();
      if (before > 0) {
        zoomBy(apart / before, { x: (a.clientX + b.clientX) / 2, y: (a.clientY + b.clientY) / 2 });
      }
    };
    for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const) {
      element.addEventListener(name, pinch, options);
    }
    return () => listeners.abort();
  }, [box, zoomBy]);
}
