import { Button, Modal, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { LoadingPage } from '../shell/loading-page.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { pdfAddress } from './pdf-address.ts';
import type { Report } from './use-reports.ts';

const PdfPages = lazy(() => import('./pdf/pdf-pages.tsx'));

type Props = { dossierId: string; report: Report; onClose: () => void };

/** A report in the page. Its PDF is drawn here, since the page's policy lets in no frame. */
export function Preview({ dossierId: d, report: { id: r, createdAt }, onClose }: Props) {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const pdf = useQuery({
    queryKey: ['report-pdf', d, r],
    queryFn: () =>
      answered(
        api.GET('/api/dossiers/{d}/reports/{r}/pdf', {
          params: { path: { d, r } },
          parseAs: 'arrayBuffer',
        }),
      ) as Promise<unknown> as Promise<ArrayBuffer>,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const waiting = <LoadingPage />;
  return (
    <Modal
      opened
      onClose={onClose}
      size={900}
      title={t('reports.titleOf', { date: instant(createdAt) })}
      closeButtonProps={{ 'aria-label': t('leave.close') }}
    >
      <Stack>
        <div>
          <Button
            component="a"
            href={pdfAddress(d, r)}
            download
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            {t('reports.download')}
          </Button>
        </div>
        {pdf.error && <ProblemAlert error={pdf.error} />}
        {pdf.isPending && waiting}
        {pdf.data && (
          <Suspense fallback={waiting}>
            <PdfPages pdf={pdf.data} />
          </Suspense>
        )}
      </Stack>
    </Modal>
  );
}
