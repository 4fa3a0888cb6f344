import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isWaiting, type Report } from './use-reports.ts';

/** A word when a report that was being made while one looked is ready, or couldn't be made. */
export function useToldWhenReady(reports: Report[] | undefined): void {
  const { t } = useTranslation();
  const waiting = useRef(new Set<string>());
  useEffect(() => {
    for (const { id, state } of reports ?? []) {
      if (!waiting.current.has(id) || (state !== 'ready' && state !== 'failed')) continue;
      notifications.show({
        ...(state === 'failed' ? { color: 'red' } : {}),
        message: t(`reports.told.${state}`),
      });
    }
    waiting.current = new Set(reports?.filter(isWaiting).map(({ id }) => id));
  }, [reports, t]);
}
