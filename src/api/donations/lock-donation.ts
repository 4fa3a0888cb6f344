import { and, eq, isNull } from 'drizzle-orm';
import type { Queries } from '../../db/client.ts';
import { type DonationRow, readDonations } from '../../db/queries/inventories.ts';
import { donations } from '../../db/schema/index.ts';
import { Problem } from '../problem.ts';

/** Locks a donation of a dossier, and reads it. @throws Problem `not_found` */
export async function lockDonation(tx: Queries, { d, n }: { d: string; n: string }): Promise<DonationRow> {
  const [there] = await tx.orm
    .select({ id: donations.id })
    .from(donations)
    .where(and(eq(donations.id, n), eq(donations.dossierId, d), isNull(donations.removedAt)))
    .for('update');
  if (!there) throw new Problem('not_found');
  const [donation] = await readDonations(tx.sql, d, n);
  return donation!;
}
