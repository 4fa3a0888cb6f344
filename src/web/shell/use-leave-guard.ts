import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeforeUnload, useBlocker } from 'react-router';

/** The forms with something typed: the router asks one guard alone, of several on a page, which asks for all. */
const unsaved = new Set<symbol>();

/** While `isDirty`, asks before another page of the product, or the closed tab, loses what was typed. */
export function useLeaveGuard(isDirty: boolean): void {
  const { t } = useTranslation();
  useBeforeUnload((event) => {
    if (isDirty) event.preventDefault();
  });
  useEffect(() => {
    if (!isDirty) return;
    const form = Symbol();
    unsaved.add(form);
    return () => {
      unsaved.delete(form);
    };
  }, [isDirty]);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved.size > 0 && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(`${t('leave.text')} ${t('leave.title')}`)) blocker.proceed();
    else blocker.reset();
  }, [blocker, t]);
}
