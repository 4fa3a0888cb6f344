import type { z } from 'zod';
import type { Sql } from '../../db/client.ts';
import { type OnboardingSummary, progressOf, readOnboarding } from '../../db/queries/onboarding-files.ts';
import { isoInstant } from '../fields.ts';
import { rejection } from './file/judge.ts';
import type { Onboarding, Onboardings } from './schema.ts';

/** An onboarding in a list. */
export const presentSummary = (row: OnboardingSummary): z.input<typeof Onboardings>['items'][number] => ({
  ...row,
  invitations: row.rights,
  createdAt: isoInstant(row.createdAt)!,
  startedAt: isoInstant(row.startedAt),
  finishedAt: isoInstant(row.finishedAt),
});

/** An onboarding that is there, with what was rejected and how far it is. */
export async function presentOnboarding(sql: Sql, id: string): Promise<z.input<typeof Onboarding>> {
  const { rejected, firmId, ...row } = (await readOnboarding(sql, id))!;
  const { failures, lastInvitationAt, ...progress } = await progressOf(sql, id);
  return {
    ...presentSummary(row),
    rejected,
    progress: {
      ...progress,
      lastInvitationAt: isoInstant(lastInvitationAt),
      failures: failures.map(rejection),
    },
  };
}
