import { useModals } from '@mantine/modals';
import { useEffect, useRef } from 'react';

/** Whether a question stands above a dialog, also for the key that has just answered it: that key is for it alone. */
export function useIsAsked(): () => boolean {
  const { modals } = useModals();
  const asked = useRef(false);
  const isOpen = modals.length > 0;
  useEffect(() => {
    if (isOpen) asked.current = true;
    else {
      const timer = setTimeout(() => {
        asked.current = false;
      });
      return () => clearTimeout(timer);
    }
  }, [isOpen]);
  return () => asked.current;
}
