import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeforeUnload, useBlocker } from 'react-router';

/** While `isDirty`, asks before another page of the product, or the closed tab, loses what was typed. */
export function useLeaveGuard(isDirty: boolean): void {
  const { t } = useTranslation();
  useBeforeUnload((event) => {
    if (isDirty) event.preventDefault();
  });
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(t('leave.text'))) blocker.proceed();
    else blocker.reset();
  }, [blocker, t]);
}
