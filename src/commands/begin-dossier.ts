import type { Changes } from '../db/changes.ts';
import type { Queries } from '../db/client.ts';
import { insertDossier, type NewDossier, type NewPerson } from '../db/queries/new-dossier.ts';

/**
 * Writes a dossier with its first persons, and gathers its record: whoever creates it is its manager (R1).
 * `about`: ids that the record keeps of why it was created.
 */
export async function beginDossier(
  { sql }: Queries,
  changes: Changes,
  dossier: NewDossier,
  family: NewPerson[],
  about: Record<string, string> = {},
): Promise<void> {
  const { id, managerId } = dossier;
  await insertDossier(sql, dossier, family);
  changes.record('dossier_created', { kind: 'dossier', id }, { after: { managerId, ...about } });
  for (const { id: personId, central } of family) {
    if (central) changes.record('central_changed', { kind: 'person', id: personId }, { after: { central } });
  }
}
