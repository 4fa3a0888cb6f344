import type { Changes } from '../db/changes.ts';
import type { Queries } from '../db/client.ts';
import { changeManager } from '../db/queries/new-dossier.ts';

/**
 * Hands a dossier to another manager, who may manage dossiers, and is locked as a member (R1): the former one stays
 * listed in its team. Telling both is the caller's.
 */
export async function handOver(
  { sql }: Queries,
  changes: Changes,
  { dossierId, from, to }: { dossierId: string; from: string; to: string },
): Promise<void> {
  await changeManager(sql, dossierId, from, to);
  changes.record(
    'manager_changed',
    { kind: 'dossier', id: dossierId },
    { before: { managerId: from }, after: { managerId: to } },
  );
}
