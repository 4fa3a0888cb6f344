import { eq, sql } from 'drizzle-orm';
import { Changes } from '../../db/changes.ts';
import type { Queries } from '../../db/client.ts';
import { adminsAnd, holdBack, type LockedOnboarding } from '../../db/queries/onboardings.ts';
import { onboardings } from '../../db/schema/index.ts';
import type { PauseReason } from '../../domain/onboarding.ts';

/** Pauses an onboarding that can't go on by itself, and tells the firm's admins: one who may can resume it. */
export async function pauseSince(
  tx: Queries,
  { id, firmId }: LockedOnboarding,
  pausedBecause: PauseReason,
): Promise<void> {
  await tx.orm
    .update(onboardings)
    .set({ state: 'paused', pausedBecause, origin: null, version: sql`${onboardings.version} + 1` })
    .where(eq(onboardings.id, id));
  await holdBack(tx.sql, id);
  const changes = new Changes({ firmId, dossierId: null, actorId: null, origin: null });
  changes.record('onboarding_paused', { kind: 'onboarding', id }, { after: { pausedBecause } });
  for (const { accountId, email } of await adminsAnd(tx.sql, firmId, null)) {
    changes.mail({ kind: 'onboarding_paused', accountId, email, data: { onboardingId: id } });
  }
  await changes.write(tx);
}
