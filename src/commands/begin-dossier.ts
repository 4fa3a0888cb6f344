import type { Changes } from '../db/changes.ts';
import type { Queries } from '../db/client.ts';
import { dossiers, persons } from '../db/schema/index.ts';

type NewDossier = Pick<typeof dossiers.$inferInsert, 'id' | 'firmId' | 'name' | 'managerId'>;
type NewPerson = Omit<typeof persons.$inferInsert, 'dossierId' | 'version' | 'removedAt'>;

/**
 * Writes a dossier with its first persons, and gathers its record: whoever creates it is its manager (R1).
 * `about`: ids that the record keeps of why it was created.
 */
export async function beginDossier(
  { orm }: Queries,
  changes: Changes,
  dossier: NewDossier,
  family: NewPerson[],
  about: Record<string, string> = {},
): Promise<void> {
  const { id, managerId } = dossier;
  await orm.insert(dossiers).values(dossier);
  await orm.insert(persons).values(family.map((person) => ({ ...person, dossierId: id })));
  changes.record('dossier_created', { kind: 'dossier', id }, { after: { managerId, ...about } });
  for (const { id: personId, central } of family) {
    if (central) changes.record('central_changed', { kind: 'person', id: personId }, { after: { central } });
  }
}
