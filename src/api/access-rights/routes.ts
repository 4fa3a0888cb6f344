import { Page } from '../fields.ts';
import { route } from '../route.ts';
import { readHistory } from './history.ts';
import { listLines } from './list-lines.ts';
import { resendInvitation } from './resend.ts';
import { saveMany } from './save-many.ts';
import { previewAdvisorRight, previewPersonRight, saveAdvisorRight, savePersonRight } from './save-right.ts';
import {
  AccessLine,
  AccessLines,
  History,
  Preview,
  SaveAdvisor,
  SavedMany,
  SaveMany,
  SavePerson,
} from './schema.ts';

const tag = 'Access rights';
const seen = ['not_found', 'number_unconfirmed', 'not_permitted'] as const;
const touching = [...seen, 'own_access', 'withdrawn_by_manager'] as const;
const saving = [
  ...touching,
  'access_irrevocable',
  'account_exists',
  'email_in_use',
  'too_many_emails',
  'invalid',
] as const;
const savingPerson = [...saving, 'above_own_level', 'central_without_end', 'person_deceased'] as const;
const resending = [
  ...touching,
  'no_access',
  'already_open',
  'person_deceased',
  'too_many_resends',
  'too_many_emails',
] as const;

export const accessRightsRoutes = [
  route({
    method: 'get',
    path: '/api/dossiers/:d/access-rights',
    tag,
    summary: 'Every person of the family tree and every advisor, with the access they have',
    status: 200,
    answer: AccessLines,
    problems: seen,
    handle: async (services, request) => ({ body: await listLines(services, request) }),
  }),
  route({
    method: 'put',
    path: '/api/dossiers/:d/access-rights',
    tag,
    summary: 'Save the access of many persons and advisors, all of them or none',
    status: 200,
    body: SaveMany,
    answer: SavedMany,
    problems: [...savingPerson, 'lines_refused'],
    handle: async (services, request) => ({ body: await saveMany(services, request) }),
  }),
  route({
    method: 'put',
    path: '/api/dossiers/:d/access-rights/persons/:p',
    tag,
    summary: 'Give, change, correct or withdraw a person’s access',
    status: 200,
    body: SavePerson,
    answer: AccessLine,
    problems: savingPerson,
    handle: async (services, request) => ({ body: await savePersonRight(services, request) }),
  }),
  route({
    method: 'put',
    path: '/api/dossiers/:d/access-rights/advisors/:a',
    tag,
    summary: 'Give, change or withdraw an advisor’s access',
    status: 200,
    body: SaveAdvisor,
    answer: AccessLine,
    problems: saving,
    handle: async (services, request) => ({ body: await saveAdvisorRight(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/access-rights/persons/:p/preview',
    tag,
    summary: 'What a save of a person’s access would do, and the e-mail it would send; nothing is written',
    status: 200,
    body: SavePerson,
    answer: Preview,
    problems: savingPerson,
    handle: async (services, request) => ({ body: await previewPersonRight(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/access-rights/advisors/:a/preview',
    tag,
    summary: 'What a save of an advisor’s access would do, and the e-mail it would send; nothing is written',
    status: 200,
    body: SaveAdvisor,
    answer: Preview,
    problems: saving,
    handle: async (services, request) => ({ body: await previewAdvisorRight(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/access-rights/persons/:p/invitation/resend',
    tag,
    summary: 'Send a person’s invitation again',
    status: 202,
    answer: AccessLine,
    problems: resending,
    handle: async (services, request) => ({
      body: await resendInvitation(services, request, request.params.d, {
        kind: 'person',
        id: request.params.p,
      }),
    }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/access-rights/advisors/:a/invitation/resend',
    tag,
    summary: 'Send an advisor’s invitation again',
    status: 202,
    answer: AccessLine,
    problems: resending,
    handle: async (services, request) => ({
      body: await resendInvitation(services, request, request.params.d, {
        kind: 'advisor',
        id: request.params.a,
      }),
    }),
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d/access-rights/history',
    tag,
    summary: 'The record of all that changed rights and of every e-mail, newest first',
    status: 200,
    query: Page,
    answer: History,
    problems: [...seen, 'invalid'],
    handle: async (services, request) => ({ body: await readHistory(services, request) }),
  }),
];
