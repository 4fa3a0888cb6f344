import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

/** Where the reader was last; null on the first page, which the browser itself announces. */
let lastPath: string | null = null;

/** Gives the focus to the page's heading: what had it is gone. */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.style.outline = 'none'; // It can't be pressed: a ring would say so.
  heading.focus({ preventScroll: true });
}

/**
 * Each page has one heading of the first level: it names the document, after the tab that is open in the page, and it
 * takes the focus when the reader comes to the page, so that a screen reader says where he is. Focus that is on the
 * page already, as on its tabs, or in a dialog, stays there.
 */
export function usePageHeading(): void {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useEffect(() => {
    const main = document.querySelector('main');
    if (!main) return;
    let moves = lastPath !== null && lastPath !== pathname;
    lastPath = pathname;
    const look = () => {
      const heading = main.querySelector('h1');
      if (!heading) return;
      const tab = main.querySelector('[role=tab][aria-selected=true]')?.textContent;
      document.title = [tab, heading.textContent, t('shell.name')].filter(Boolean).join(' – ');
      if (moves && !document.activeElement?.closest('main :not(main), [role=dialog]')) focusHeading();
      moves = false;
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(main, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['aria-selected'],
    });
    return () => observer.disconnect();
  }, [pathname, t]);
}
