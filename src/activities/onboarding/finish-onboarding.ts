import { eq, sql } from 'drizzle-orm';
import { Changes } from '../../db/changes.ts';
import { type Database, transaction } from '../../db/client.ts';
import {
  adminsAnd,
  dossiersReceived,
  lockOnboarding,
  nextLines,
  tallyOf,
} from '../../db/queries/onboardings.ts';
import { onboardings } from '../../db/schema/index.ts';

/**
 * Ends an onboarding whose dossiers are all done. One e-mail sums it up for who ran it and for the firm's admins, whom
 * R5 tells of irrevocable access, and one for each manager who was handed dossiers (R1).
 */
export const finishOnboarding = (db: Database, onboardingId: string): Promise<void> =>
  transaction(db, async (tx) => {
    const onboarding = await lockOnboarding(tx.sql, onboardingId);
    if (onboarding?.state !== 'running' || (await nextLines(tx.sql, onboarding))) return;
    const { id, firmId, runBy } = onboarding;
    const tally = await tallyOf(tx.sql, id);
    await tx.orm
      .update(onboardings)
      .set({
        state: 'finished',
        finishedAt: sql`now()`,
        origin: null,
        version: sql`${onboardings.version} + 1`,
      })
      .where(eq(onboardings.id, id));
    const changes = new Changes({ firmId, dossierId: null, actorId: null, origin: null });
    changes.record('onboarding_finished', { kind: 'onboarding', id }, { after: tally });
    const about = { actorId: runBy, onboardingId: id };
    for (const { accountId, email } of await adminsAnd(tx.sql, firmId, runBy)) {
      changes.mail({ kind: 'onboarding_finished', accountId, email, data: { ...about, ...tally } });
    }
    for (const { accountId, email, dossiers } of await dossiersReceived(tx.sql, id)) {
      if (accountId === runBy) continue;
      changes.mail({ kind: 'dossiers_received', accountId, email, data: { ...about, dossiers } });
    }
    await changes.write(tx);
  });
