import { route } from '../route.ts';
import { addMember } from './add-member.ts';
import { changeMember } from './change-member.ts';
import { listMembers } from './list-members.ts';
import { resendMemberInvitation } from './resend-member.ts';
import { AddMember, ChangeMember, Created, Members } from './schema.ts';

const tag = 'Firms';

export const firmRoutes = [
  route({
    method: 'get',
    path: '/api/firms/:f/members',
    tag,
    summary: 'The firm’s team',
    status: 200,
    answer: Members,
    problems: ['not_found'],
    handle: async (services, request) => ({ body: await listMembers(services, request) }),
  }),
  route({
    method: 'post',
    path: '/api/firms/:f/members',
    tag,
    summary: 'Add a member to the team, and invite him',
    status: 201,
    creates: true,
    body: AddMember,
    answer: Created,
    problems: ['not_found', 'not_permitted', 'member_email_in_use', 'invalid'],
    handle: async (services, request) => {
      const body = await addMember(services, request);
      return { body, version: body.version };
    },
  }),
  route({
    method: 'patch',
    path: '/api/firms/:f/members/:m',
    tag,
    summary: 'Change a member, or let him leave',
    status: 200,
    versioned: true,
    body: ChangeMember,
    answer: Created,
    problems: [
      'not_found',
      'not_permitted',
      'own_access',
      'manages_dossiers',
      'last_admin',
      'account_exists',
      'member_email_in_use',
      'invalid',
    ],
    handle: async (services, request) => {
      const body = await changeMember(services, request);
      return { body, version: body.version };
    },
  }),
  route({
    method: 'post',
    path: '/api/firms/:f/members/:m/invitation/resend',
    tag,
    summary: 'Send a member’s invitation again',
    status: 202,
    problems: ['not_found', 'not_permitted', 'already_open', 'too_many_resends'],
    handle: resendMemberInvitation,
  }),
];
