import { onboardingLimits } from '../../domain/onboarding.ts';
import { Page } from '../fields.ts';
import { route } from '../route.ts';
import { checkOnboarding } from './check-onboarding.ts';
import { mediaType } from './file/shape.ts';
import { openOnboarding, readOnboardings } from './read-onboardings.ts';
import { removeOnboarding } from './remove-onboarding.ts';
import { pauseOnboarding, resumeOnboarding, startOnboarding } from './run-onboarding.ts';
import { Onboarding, Onboardings, StartOnboarding } from './schema.ts';

const tag = 'Onboarding';
const path = '/api/firms/:f/onboardings';
const seen = ['not_found', 'not_permitted'] as const;
const versioned = <T extends { version: number }>(body: T) => ({ body, version: body.version });

export const onboardingRoutes = [
  route({
    method: 'get',
    path,
    tag,
    summary: 'The firm’s onboardings, newest first',
    status: 200,
    query: Page,
    answer: Onboardings,
    problems: [...seen, 'invalid'],
    handle: async (services, request) => ({ body: await readOnboardings(services, request) }),
  }),
  route({
    method: 'post',
    path,
    tag,
    summary:
      'Check a CSV file of families (docs/onboarding-csv.md): what starting it would do; nothing is created',
    status: 201,
    creates: true,
    file: { type: mediaType, limit: onboardingLimits.bytes },
    answer: Onboarding,
    problems: [...seen, 'bad_file'],
    handle: async (services, request) => versioned(await checkOnboarding(services, request)),
  }),
  route({
    method: 'get',
    path: `${path}/:o`,
    tag,
    summary: 'An onboarding: what was rejected, and how far it is',
    status: 200,
    answer: Onboarding,
    problems: seen,
    handle: async (services, request) => versioned(await openOnboarding(services, request)),
  }),
  route({
    method: 'delete',
    path: `${path}/:o`,
    tag,
    summary: 'Remove an onboarding that nobody started, with what it holds of its file',
    status: 204,
    versioned: true,
    problems: [...seen, 'onboarding_started'],
    handle: removeOnboarding,
  }),
  route({
    method: 'post',
    path: `${path}/:o/start`,
    tag,
    summary: 'Start an onboarding that I checked: dossiers and rights at once, invitations spread over time',
    status: 202,
    body: StartOnboarding,
    answer: Onboarding,
    problems: [...seen, 'onboarding_rejected', 'onboarding_started', 'invalid'],
    handle: async (services, request) => versioned(await startOnboarding(services, request)),
  }),
  route({
    method: 'post',
    path: `${path}/:o/pause`,
    tag,
    summary: 'Pause an onboarding, and hold back its invitations that wait for their turn',
    status: 200,
    answer: Onboarding,
    problems: [...seen, 'onboarding_not_running'],
    handle: async (services, request) => versioned(await pauseOnboarding(services, request)),
  }),
  route({
    method: 'post',
    path: `${path}/:o/resume`,
    tag,
    summary: 'Resume a paused onboarding, in my own name from then on',
    status: 202,
    answer: Onboarding,
    problems: [...seen, 'onboarding_not_paused'],
    handle: async (services, request) => versioned(await resumeOnboarding(services, request)),
  }),
];
