import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { allows } from '../../domain/capabilities.ts';
import { CreatesNothing } from '../dossiers/creates-nothing.tsx';
import { useDossier } from '../dossiers/use-dossier.ts';
import { Empty } from '../shell/empty.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { AskReport } from './ask-report.tsx';
import { Preview } from './preview.tsx';
import { ReportList } from './report-list.tsx';
import { useReports } from './use-reports.ts';
import { useToldWhenReady } from './use-told-when-ready.ts';

/** The tab of reports: the PDFs of the dossier, how far each is, and the way to ask for another. `?report=` shows one. */
export function Reports() {
  const { t } = useTranslation();
  const { d = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { data: dossier } = useDossier();
  const { data: reports, error } = useReports(d);
  const [asking, { open, close }] = useDisclosure();
  useToldWhenReady(reports);
  if (error) return <ProblemAlert error={error} />;
  if (!reports || !dossier) return null;
  const creates = allows(dossier.me.capabilities, 'reports', 'create');
  const ask = creates && (
    <Button leftSection={<IconPlus size={18} />} onClick={open}>
      {t('reports.create')}
    </Button>
  );
  const shown = reports.find(({ id, state }) => id === search.get('report') && state === 'ready');
  return (
    <Stack py="md">
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('dossier.tabs.reports')}
        </Title>
        {reports.length > 0 && ask}
      </Group>
      <Text maw={680}>{t('reports.intro')}</Text>
      <CreatesNothing dossier={dossier} section="reports" />
      {reports.length === 0 ? (
        <Empty text={t(creates ? 'reports.none' : 'reports.noneToRead')}>{ask}</Empty>
      ) : (
        <ReportList
          dossierId={d}
          reports={reports}
          creates={creates}
          onPreview={(report) => setSearch({ report })}
        />
      )}
      {asking && <AskReport dossier={dossier} onClose={close} />}
      {shown && <Preview dossierId={d} report={shown} onClose={() => setSearch({}, { replace: true })} />}
    </Stack>
  );
}
