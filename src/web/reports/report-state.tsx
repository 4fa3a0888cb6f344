import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Report } from './use-reports.ts';

const colours = { queued: 'gray', rendering: 'gray', ready: 'petrol', failed: 'red' } as const;

/** How far a report is, in a word; said to a screen reader when it changes. */
export function ReportState({ state }: { state: Report['state'] }) {
  const { t } = useTranslation();
  return (
    <span role="status">
      <Badge variant="outline" color={colours[state]} c="var(--mantine-color-text)" tt="none">
        {t(`reports.states.${state}`)}
      </Badge>
    </span>
  );
}
