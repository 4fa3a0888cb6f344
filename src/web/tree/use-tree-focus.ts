import { type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whose card has the focus in a drawn tree; it stays in the document for as long as it may be come back to. */
export function useTreeFocus(box: RefObject<HTMLElement | null>) {
  const [kept, setKept] = useState<string | null>(null);
  const focusedId = () => {
    const { activeElement } = document;
    if (!activeElement || !box.current?.contains(activeElement)) return null;
    return activeElement.closest('[data-person]')?.getAttribute('data-person') ?? null;
  };
  /** Gives somebody's card the focus, which brings it in sight; where there is no card to see, the tree gets it. */
  const focusOn = (id: string, options?: FocusOptions) => {
    flushSync(() => setKept(id));
    const card = box.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(id)}"]`);
    const target = card?.querySelector<HTMLElement>('button') ?? card;
    if (target) target.focus(options);
    else box.current?.focus(options);
    // The focus alone leaves a card that was half in sight where it is.
    if (card && !options?.preventScroll) card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  /** Does something that may replace the card with the focus, and gives it back. */
  const keepFocus = (change: () => void) => {
    const id = focusedId() ?? (document.activeElement === box.current ? kept : null);
    change();
    if (id && focusedId() !== id) focusOn(id, { preventScroll: true });
  };
  return { kept, setKept, focusedId, focusOn, keepFocus };
}
