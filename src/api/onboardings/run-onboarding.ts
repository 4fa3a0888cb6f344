import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import { holdBack, invitationsWaiting, spreadAgain } from '../../db/queries/onboardings.ts';
import { onboardings } from '../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeOnboarding, type OnboardingRow } from './in-onboarding.ts';
import type { StartOnboarding } from './schema.ts';

type Params = { f: string; o: string };

const set = ({ orm }: Queries, { id, version }: OnboardingRow, change: Partial<OnboardingRow>) =>
  orm
    .update(onboardings)
    .set({ ...change, movedAt: sql`now()`, version: version + 1 })
    .where(eq(onboardings.id, id));

/** Starts what was checked, as the one who checked it: he creates the dossiers, and gives the rights. */
export const startOnboarding = (
  services: Services,
  { params, body, ...request }: Request<Params, undefined, z.output<typeof StartOnboarding>>,
) =>
  changeOnboarding(services, request, params, async ({ tx, changes, onboarding }) => {
    const { accountId } = request.caller;
    if (onboarding.createdBy !== accountId) throw new Problem('not_permitted');
    const { invitationsPerHour } = body.get();
    if (onboarding.state === 'rejected') throw new Problem('onboarding_rejected');
    if (onboarding.state !== 'checked') throw new Problem('onboarding_started');
    await set(tx, onboarding, {
      ...{ state: 'running', runBy: accountId, origin: request.origin, invitationsPerHour },
      startedAt: new Date(),
    });
    const { id, dossiers, persons, rights, irrevocable } = onboarding;
    const after = { dossiers, persons, rights, irrevocable, invitationsPerHour };
    changes.record('onboarding_started', { kind: 'onboarding', id }, { after });
    changes.owe({ kind: 'onboarding', onboardingId: id });
  });

/** Pauses an onboarding, and holds back its invitations that wait for their turn, also once every dossier is done. */
export const pauseOnboarding = (
  services: Services,
  { params, ...request }: Request<Params, undefined, undefined>,
) =>
  changeOnboarding(services, request, params, async ({ tx, changes, onboarding }) => {
    const { id, state } = onboarding;
    const mayPause =
      state === 'running' || (state === 'finished' && (await invitationsWaiting(tx.sql, id)) > 0);
    if (!mayPause) throw new Problem('onboarding_not_running');
    await set(tx, onboarding, { state: 'paused', pausedBecause: 'asked' });
    await holdBack(tx.sql, id);
    changes.record('onboarding_paused', { kind: 'onboarding', id }, { after: { pausedBecause: 'asked' } });
  });

/** Resumes an onboarding: it acts as who resumes it from then on. Its invitations get their turns from now on. */
export const resumeOnboarding = (
  services: Services,
  { params, ...request }: Request<Params, undefined, undefined>,
) =>
  changeOnboarding(services, request, params, async ({ tx, changes, onboarding }) => {
    const { id, state, finishedAt, runBy, invitationsPerHour } = onboarding;
    if (state !== 'paused') throw new Problem('onboarding_not_paused');
    const { accountId } = request.caller;
    const isOver = finishedAt !== null;
    await set(tx, onboarding, {
      ...{ state: isOver ? 'finished' : 'running', pausedBecause: null },
      ...(isOver ? {} : { runBy: accountId, origin: request.origin }),
    });
    await spreadAgain(tx.sql, id, invitationsPerHour);
    changes.record(
      'onboarding_resumed',
      { kind: 'onboarding', id },
      { before: { runBy }, after: { runBy: isOver ? runBy : accountId } },
    );
    if (!isOver) changes.owe({ kind: 'onboarding', onboardingId: id });
  });
