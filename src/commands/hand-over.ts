import { eq } from 'drizzle-orm';
import type { Changes } from '../db/changes.ts';
import type { Queries } from '../db/client.ts';
import { dossierMembers, dossiers } from '../db/schema/index.ts';

/**
 * Hands a dossier to another manager, who may manage dossiers, and is locked as a member (R1): the former one stays
 * listed in its team. Telling both is the caller's.
 */
export async function handOver(
  { orm }: Queries,
  changes: Changes,
  { dossierId, from, to }: { dossierId: string; from: string; to: string },
): Promise<void> {
  await orm.insert(dossierMembers).values({ dossierId, memberId: from }).onConflictDoNothing();
  await orm.update(dossiers).set({ managerId: to }).where(eq(dossiers.id, dossierId));
  changes.record(
    'manager_changed',
    { kind: 'dossier', id: dossierId },
    { before: { managerId: from }, after: { managerId: to } },
  );
}
