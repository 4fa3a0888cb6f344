import { z } from 'zod';
import {
  invitationRate,
  onboardingColumns,
  onboardingStates,
  pauseReasons,
} from '../../domain/onboarding.ts';
import { Instant } from '../fields.ts';
import { Id } from '../route.ts';

const count = z.int().min(0);

const Obstacle = z
  .object({
    line: z.int().meta({ description: 'Of the file; the header is line 1.' }),
    column: z.enum(onboardingColumns).nullable().meta({ description: 'Null: the line as a whole.' }),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: 'OnboardingObstacle' });

const summary = {
  id: Id,
  version: z.int(),
  state: z.enum(onboardingStates).meta({
    description:
      '`checked`: it can be started; `rejected`: it can’t; `running`; `paused`; `finished`: every dossier is done, invitations may still wait for their turn.',
  }),
  pausedBecause: z.enum(pauseReasons).nullable().meta({
    description: '`importer_gone`: who ran it may no longer manage dossiers; another may resume it.',
  }),
  by: z.object({ id: Id, name: z.string() }).meta({ description: 'Who checked it, or ran it last.' }),
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  lines: count,
  dossiers: count,
  persons: count,
  rights: count,
  irrevocable: count.meta({ description: 'Rights of (co-)holders: once given, they are for ever (R5).' }),
  invitations: count.meta({
    description: 'E-mails that go out: an invitation or, where an account exists, a notice, for each right.',
  }),
  invitationsPerHour: z.int(),
  rejections: count,
};

export const Onboarding = z
  .object({
    ...summary,
    rejected: z.array(Obstacle).meta({ description: 'The first 1,000, by line.' }),
    progress: z.object({
      dossiersCreated: count,
      dossiersFailed: count,
      invitationsSent: count,
      invitationsWaiting: count.meta({ description: 'For their turn.' }),
      lastInvitationAt: Instant.nullable().meta({
        description:
          'When the last of those has its turn; null while there are none, and while it is paused.',
      }),
      failures: z.array(Obstacle).meta({ description: 'What was impossible by then; the first 1,000.' }),
    }),
  })
  .meta({ id: 'Onboarding' });

export const Onboardings = z.object({ items: z.array(z.object(summary)), nextCursor: Id.nullable() });

export const StartOnboarding = z
  .strictObject({
    invitationsPerHour: z
      .int()
      .min(invitationRate.least)
      .max(invitationRate.most)
      .default(invitationRate.usual)
      .meta({ description: 'How many invitations leave in an hour, so that no mail server chokes.' }),
  })
  .meta({ id: 'StartOnboarding' });
