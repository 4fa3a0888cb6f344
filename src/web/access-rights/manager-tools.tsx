import { Group } from '@mantine/core';
import { useDossier } from '../dossiers/use-dossier.ts';
import { Explain } from '../explain/explain.tsx';
import { SeveralRights } from '../several-rights/several-rights.tsx';
import { useView } from '../views/view.ts';
import { ViewAs } from '../views/view-as.tsx';
import type { Line } from './use-lines.ts';

/** Above the lists of the tab: giving access to several, seeing the dossier as somebody does, asking why he may. */
export function ManagerTools({ dossierId, lines }: { dossierId: string; lines: Line[] }) {
  const { data: dossier } = useDossier();
  const view = useView(dossierId);
  const isManager = dossier?.me.roles.some(({ name }) => name === 'manager');
  if (view || !dossier) return null;
  return (
    <Group gap="xs">
      <SeveralRights dossierId={dossierId} lines={lines} />
      {isManager && <ViewAs dossierId={dossierId} lines={lines} />}
      {isManager && <Explain dossier={dossier} />}
    </Group>
  );
}
