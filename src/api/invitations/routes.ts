import { maskedPhone } from '../../domain/contact.ts';
import { maskedEmail } from '../../domain/email.ts';
import { lastDay } from '../../domain/until.ts';
import type { PartyKind } from '../../domain/words.ts';
import { sendCode } from '../codes.ts';
import { isoInstant } from '../fields.ts';
import { route } from '../route.ts';
import { acceptInvitation } from './accept.ts';
import { declineInvitation } from './decline.ts';
import { findInvitation } from './find-invitation.ts';
import { makeAccount } from './make-account.ts';
import { AcceptInvitation, InvitationView, MadeAccount, MakeAccount } from './schema.ts';

const tag = 'Invitations';
const open = { open: true, limited: true } as const;

export const invitationRoutes = [
  route({
    method: 'get',
    path: '/api/invitations/:token',
    tag,
    summary: 'Who invites, to what, until when; looking consumes nothing',
    ...open,
    status: 200,
    answer: InvitationView,
    problems: ['not_found'],
    handle: async ({ db }, { params }) => {
      const found = await findInvitation(db.sql, params.token);
      const kind: PartyKind = found.personId ? 'person' : found.advisorId ? 'advisor' : 'member';
      return {
        body: {
          kind,
          inviter: found.inviterName ? { name: found.inviterName } : null,
          firm: { name: found.firmName },
          dossier: found.dossierName ? { name: found.dossierName } : null,
          right: found.right,
          role: found.role,
          central: found.central,
          language: found.language,
          until: lastDay(isoInstant(found.endsAt)),
          email: maskedEmail(found.email),
          phone: maskedPhone(found.phone),
          expiresAt: isoInstant(found.expiresAt)!,
          declined: found.state === 'declined',
          accountExists: found.accountExists,
        },
      };
    },
  }),
  route({
    method: 'post',
    path: '/api/invitations/:token/code',
    tag,
    summary: 'Send the code to the phone',
    ...open,
    status: 204,
    problems: ['not_found', 'too_many_codes', 'text_message_failed'],
    handle: async (services, { params }) => {
      await sendCode(services, await findInvitation(services.db.sql, params.token));
      return undefined;
    },
  }),
  route({
    method: 'post',
    path: '/api/invitations/:token/account',
    tag,
    summary: 'Make the account, signed in',
    ...open,
    status: 201,
    body: MakeAccount,
    answer: MadeAccount,
    problems: ['not_found', 'bad_code', 'too_many_tries', 'invalid'],
    handle: makeAccount,
  }),
  route({
    method: 'post',
    path: '/api/invitations/:token/accept',
    tag,
    summary: 'Join a team with the account that I have',
    limited: true,
    status: 204,
    body: AcceptInvitation,
    problems: [
      'not_found',
      'wrong_account',
      'number_unconfirmed',
      'bad_code',
      'too_many_tries',
      'already_member',
      'invalid',
    ],
    handle: acceptInvitation,
  }),
  route({
    method: 'post',
    path: '/api/invitations/:token/decline',
    tag,
    summary: 'Decline: no reminder follows',
    ...open,
    status: 204,
    problems: ['not_found'],
    handle: declineInvitation,
  }),
];
