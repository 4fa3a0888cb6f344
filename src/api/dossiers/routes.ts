import { Page } from '../fields.ts';
import { route } from '../route.ts';
import { changeDossier } from './change-dossier.ts';
import { closeDossier, reopenDossier } from './close-dossier.ts';
import { createDossier } from './create-dossier.ts';
import { enterToRead } from './entered.ts';
import { leaveDossier } from './leave-dossier.ts';
import { listDossiers } from './list-dossiers.ts';
import { openDossier, sendOpeningCode } from './open-dossier.ts';
import { presentDossier } from './present-dossier.ts';
import {
  ChangeDossier,
  CreateDossier,
  CreatedDossier,
  Dossier,
  Dossiers,
  OpenDossier,
  TeamAccess,
} from './schema.ts';
import { giveSelfAccess, readTeamAccess, setTeamAccess } from './team-access.ts';

const tag = 'Dossiers';
const seen = ['not_found', 'number_unconfirmed', 'not_permitted'] as const;

export const dossierRoutes = [
  route({
    method: 'get',
    path: '/api/dossiers',
    tag,
    summary: 'The dossiers that I have a role in',
    status: 200,
    query: Page,
    answer: Dossiers,
    problems: ['invalid'],
    handle: async (services, request) => ({ body: await listDossiers(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers',
    tag,
    summary: 'Create a dossier, and become its manager',
    status: 201,
    creates: true,
    body: CreateDossier,
    answer: CreatedDossier,
    problems: ['not_permitted', 'invalid'],
    handle: async (services, request) => {
      const body = await createDossier(services, request);
      return { body, version: body.version };
    },
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d',
    tag,
    summary: 'A dossier, with what I am and may do in it',
    status: 200,
    answer: Dossier,
    problems: ['not_found', 'number_unconfirmed'],
    handle: async (services, request) => {
      const body = presentDossier(await enterToRead(services, request, request.params.d));
      return { body, version: body.version };
    },
  }),
  route({
    method: 'patch',
    path: '/api/dossiers/:d',
    tag,
    summary: 'Rename a dossier, or hand it to another manager',
    status: 200,
    versioned: true,
    body: ChangeDossier,
    answer: Dossier,
    problems: [...seen, 'not_a_manager', 'invalid'],
    handle: async (services, request) => {
      const body = await changeDossier(services, request);
      return { body, version: body.version };
    },
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/close',
    tag,
    summary: 'Close a dossier: everybody reads on, nobody writes, gives or creates; invitations end',
    status: 200,
    versioned: true,
    answer: Dossier,
    problems: [...seen, 'dossier_closed'],
    handle: async (services, request) => {
      const body = await closeDossier(services, request);
      return { body, version: body.version };
    },
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/reopen',
    tag,
    summary: 'Open a closed dossier again: the rights are as they were',
    status: 200,
    versioned: true,
    answer: Dossier,
    problems: [...seen, 'not_closed'],
    handle: async (services, request) => {
      const body = await reopenDossier(services, request);
      return { body, version: body.version };
    },
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/leave',
    tag,
    summary: 'Leave a dossier: all access ends that I have there as a family member or an advisor',
    status: 204,
    problems: ['not_found', 'not_external', 'access_irrevocable'],
    handle: async (services, request) => {
      await leaveDossier(services, request);
      return undefined;
    },
  }),
  route({
    method: 'get',
    path: '/api/dossiers/:d/team-access',
    tag,
    summary: 'Who of the team has access',
    status: 200,
    answer: TeamAccess,
    problems: seen,
    handle: async (services, request) => ({ body: await readTeamAccess(services, request) }),
  }),
  route({
    method: 'put',
    path: '/api/dossiers/:d/team-access',
    tag,
    summary: 'Open a dossier to the whole team, or to listed members',
    status: 200,
    body: TeamAccess,
    answer: TeamAccess,
    problems: [...seen, 'invalid'],
    handle: async (services, request) => ({ body: await setTeamAccess(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/team-access/self',
    tag,
    summary: 'As an admin, give myself access',
    status: 204,
    problems: seen,
    handle: giveSelfAccess,
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/open/code',
    tag,
    summary: 'Send the code that confirms the number typed for my access',
    status: 204,
    problems: ['not_found', 'already_open', 'too_many_codes', 'text_message_failed'],
    handle: async (services, request) => {
      await sendOpeningCode(services, request);
      return undefined;
    },
  }),
  route({
    method: 'post',
    path: '/api/dossiers/:d/open',
    tag,
    summary: 'Open my access with that code',
    status: 204,
    body: OpenDossier,
    problems: ['not_found', 'already_open', 'bad_code', 'too_many_tries', 'invalid'],
    handle: async (services, request) => {
      await openDossier(services, request);
      return undefined;
    },
  }),
];
