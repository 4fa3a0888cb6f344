import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is about to be printed: what is left out on the screen is on paper. */
export function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it is once the listeners have returned.
    const listen = (name: 'beforeprint' | 'afterprint', is: boolean) => {
      const listener = () => flushSync(() => setPrinting(is));
      window.addEventListener(name, listener);
      return () => window.removeEventListener(name, listener);
    };
    const stops = [listen('beforeprint', true), listen('afterprint', false)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return isPrinting;
}
