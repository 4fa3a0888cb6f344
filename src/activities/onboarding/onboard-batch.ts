import type { Context } from '@temporalio/activity';
import { isDatabaseAway, sqlState } from '../../db/client.ts';
import { onboardingProgress } from '../../db/queries/onboardings.ts';
import type { ActivityContext } from '../activities.ts';
import { coded } from '../delivery.ts';
import { finishOnboarding } from './finish-onboarding.ts';
import { onboardDossier, refuseDossier } from './onboard-dossier.ts';

/** How far an onboarding is. `gone`: there is none. */
export type BatchDone = { state: 'running' | 'paused' | 'finished' | 'gone'; done: number; dossiers: number };

/** What a batch needs of Temporal: a sign of life, and an end when the worker is shut down. */
export type Attempt = Pick<Context, 'heartbeat' | 'cancellationSignal'>;

const batchSize = 200;

/** Creates dossiers of an onboarding, one after the other; what an attempt before did is done. */
export const onboardBatch = (
  { db, nudge }: ActivityContext,
  { onboardingId }: { onboardingId: string },
  { heartbeat, cancellationSignal }: Attempt,
): Promise<BatchDone> =>
  coded(async () => {
    for (let i = 0; i < batchSize && !cancellationSignal.aborted; i++) {
      heartbeat();
      const then = await onboardDossier(db, onboardingId).catch(async (error) => {
        if (!refusesData(error)) throw error;
        await refuseDossier(db, onboardingId);
        return 'next' as const;
      });
      if (then === 'none_left') await finishOnboarding(db, onboardingId);
      if (then !== 'next') break;
    }
    nudge();
    const progress = await onboardingProgress(db, onboardingId);
    return progress
      ? { ...progress, state: runState(progress.state) }
      : { state: 'gone', done: 0, dossiers: 0 };
  });

/** Whether the database says that these rows can never be: by a constraint, a type, or a guard of ours. */
const refusesData = (error: unknown) => !isDatabaseAway(error) && /^(22|23|DA)/.test(sqlState(error) ?? '');

const runState = (state: string): BatchDone['state'] =>
  state === 'running' || state === 'paused' || state === 'finished' ? state : 'gone';
