import { and, eq, isNull } from 'drizzle-orm';
import type { Queries } from '../../db/client.ts';
import { advisors } from '../../db/schema/index.ts';
import { Problem } from '../problem.ts';

/** Locks a registered advisor of a dossier. @throws Problem `not_found` */
export async function lockAdvisor({ orm }: Queries, dossierId: string, id: string) {
  const [advisor] = await orm
    .select()
    .from(advisors)
    .where(and(eq(advisors.id, id), eq(advisors.dossierId, dossierId), isNull(advisors.removedAt)))
    .for('no key update');
  if (!advisor) throw new Problem('not_found');
  return advisor;
}
