import { useMe } from '../shell/use-me.ts';
import { useView } from '../views/view.ts';
import type { Dossier } from './use-dossier.ts';

/** Whether the reader is an admin of the dossier's firm, whatever else he is in the dossier (R8). */
export function useIsAdmin(dossier: Pick<Dossier, 'id' | 'firmId'> | undefined): boolean {
  const { data: me } = useMe();
  const view = useView(dossier?.id);
  return !view && me?.team?.role === 'admin' && me.team.firmId === dossier?.firmId;
}
