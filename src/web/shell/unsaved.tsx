import { createContext, useContext, useLayoutEffect } from 'react';
import { useLeaveGuard } from './use-leave-guard.ts';

type Around = { isOpen: boolean; tell: (isUnsaved: boolean) => void };

/** The dialog around a form, which is told of what isn't saved; around a form on a page there is none. */
export const DialogAround = createContext<Around>({ isOpen: true, tell: () => {} });

/** In a form: `when` something is typed and not saved, closing the dialog around it or leaving the page asks first. */
export function Unsaved({ when }: { when: boolean }) {
  const { isOpen, tell } = useContext(DialogAround);
  useLeaveGuard(when && isOpen);
  // Before the next key can be pressed: Escape asks by it.
  useLayoutEffect(() => {
    tell(when);
    return () => tell(false);
  }, [tell, when]);
  return null;
}
