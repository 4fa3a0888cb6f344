import { Button, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { IconDownload, IconEye, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { pdfAddress } from './pdf-address.ts';
import { ReportState } from './report-state.tsx';
import { useRemoveReport } from './use-remove-report.ts';
import { isWaiting, type Report } from './use-reports.ts';
import { useRetryReport } from './use-retry-report.ts';

type Props = {
  dossierId: string;
  report: Report;
  /** Null where it shows none, or one that is gone. */
  simulationName: string | null;
  creates: boolean;
  onPreview: () => void;
};

/** A report: what is in it, how far it is, and what can be done with it now. */
export function ReportCard({ dossierId, report, simulationName, creates, onPreview }: Props) {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const remove = useRemoveReport(dossierId);
  const retry = useRetryReport(dossierId);
  const { id, state, progress, language, simulationId, withAccess, createdAt } = report;
  const title = t('reports.titleOf', { date: instant(createdAt) });
  const holds = [
    t(`reports.languages.${language}`),
    simulationId && (simulationName ? t('reports.shows', { name: simulationName }) : t('reports.showsGone')),
    withAccess && t('reports.saysAccess'),
  ].filter(Boolean);
  return (
    <Card component="li" withBorder aria-label={title}>
      <Group justify="space-between" align="start">
        <Stack gap={4}>
          <Group gap="xs">
            <Text fw={600}>{title}</Text>
            <ReportState state={state} />
          </Group>
          <Text size="sm">{holds.join(' · ')}</Text>
          {state === 'failed' && (
            <Text size="sm" c="var(--mantine-color-error)">
              {t(creates ? 'reports.failedText' : 'reports.failedToRead')}
            </Text>
          )}
        </Stack>
        <Group gap="xs">
          {state === 'ready' && (
            <>
              <Button variant="default" size="sm" leftSection={<IconEye size={16} />} onClick={onPreview}>
                {t('reports.preview')}
              </Button>
              <Button
                component="a"
                href={pdfAddress(dossierId, id)}
                download
                variant="default"
                size="sm"
                leftSection={<IconDownload size={16} />}
              >
                {t('reports.download')}
              </Button>
            </>
          )}
          {state === 'failed' && creates && (
            <Button
              size="sm"
              leftSection={<IconRefresh size={16} />}
              loading={retry.isPending}
              onClick={() => retry.mutate(report)}
            >
              {t('reports.retry')}
            </Button>
          )}
          {creates && (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconTrash size={16} />}
              onClick={() => void remove(report, title)}
            >
              {t('reports.remove')}
            </Button>
          )}
        </Group>
      </Group>
      {isWaiting(report) && (
        <Progress
          mt="sm"
          // Never so little that nothing is seen of it.
          value={Math.max(progress, 3)}
          aria-label={t('reports.progress', { percent: progress })}
        />
      )}
    </Card>
  );
}
