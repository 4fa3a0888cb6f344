import { Stack } from '@mantine/core';
import { useSimulations } from '../simulations/use-simulations.ts';
import { ReportCard } from './report-card.tsx';
import type { Report } from './use-reports.ts';

type Props = {
  dossierId: string;
  reports: Report[];
  creates: boolean;
  onPreview: (id: string) => void;
};

/** The reports of a dossier, the newest first. */
export function ReportList({ dossierId, reports, creates, onPreview }: Props) {
  const { data: simulations } = useSimulations(dossierId);
  return (
    <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {reports.map((report) => (
        <ReportCard
          key={report.id}
          dossierId={dossierId}
          report={report}
          simulationName={simulations?.find(({ id }) => id === report.simulationId)?.name ?? null}
          creates={creates}
          onPreview={() => onPreview(report.id)}
        />
      ))}
    </Stack>
  );
}
