import { v7 as uuidv7 } from 'uuid';
import { tokenHash } from '../../../src/db/token.ts';
import { colleague } from '../by-sql.ts';
import { newEmail, newPhone, password } from '../people.ts';
import { addGrant } from '../rows.ts';
import type { At } from './callers.ts';
import type { Entry, Who } from './entry.ts';

const anybody = () => 'ok' as const;
const open = { open: true, ownSession: true, needs: anybody } as const;

/** Signing in: for strangers. A code is for who is signed in, or half way there. */
const auth: Entry[] = [
  {
    route: 'post /api/auth/sign-in/email',
    ...open,
    needs: () => 'wrong_credentials',
    request: () => ({ body: { email: newEmail('nobody'), password } }),
    ok: 200,
  },
  {
    route: 'post /api/auth/two-factor/send-otp',
    ...open,
    needs: ({ caller }) => (caller.account ? 'ok' : 'not_signed_in'),
    request: () => ({ body: {} }),
    ok: 200,
  },
  {
    route: 'post /api/auth/two-factor/verify-otp',
    ...open,
    needs: ({ caller }) => (caller.account ? 'bad_code' : 'not_signed_in'),
    request: () => ({ body: { code: '123456' } }),
    ok: 200,
  },
  {
    route: 'post /api/auth/two-factor/verify-totp',
    ...open,
    needs: () => 'not_signed_in',
    request: () => ({ body: { code: '123456' } }),
    ok: 200,
  },
  {
    route: 'post /api/auth/two-factor/verify-backup-code',
    ...open,
    needs: () => 'not_signed_in',
    request: () => ({ body: { code: 'aB3dE-fG7hI' } }),
    ok: 200,
  },
  { route: 'post /api/auth/sign-out', ...open, ok: 200 },
  {
    route: 'post /api/auth/request-password-reset',
    ...open,
    request: () => ({ body: { email: newEmail('nobody') } }),
    ok: 200,
  },
  {
    route: 'post /api/auth/reset-password',
    ...open,
    needs: () => 'bad_code',
    request: () => ({ body: { token: 'unknown', newPassword: password } }),
    ok: 200,
  },
];

/** A link to a new relative's access, or to a team; with a code that was sent for it. */
async function link({ world, firm, where, boss }: At, to: 'relative' | 'team') {
  const { owner } = world;
  const [grantId, token, email, phone] = [uuidv7(), uuidv7(), newEmail('invited'), newPhone()];
  const memberId = uuidv7();
  const grant = { id: grantId, email, phone, given_by: boss.id, state: 'waiting_first_reminder' };
  if (to === 'team') {
    const names = { first_name: 'Mia', last_name: 'Member', language: 'nl', role: 'support' };
    await owner`insert into members ${owner({ id: memberId, firm_id: firm, ...names })}`;
    await addGrant(owner, { firm, dossier: null }, { ...grant, right: null, member_id: memberId });
  } else {
    const advisorId = uuidv7();
    const names = { first_name: 'Nora', last_name: 'Notaire', language: 'fr', type: 'notary' };
    await owner`insert into advisors ${owner({ id: advisorId, dossier_id: where.id, ...names, email, phone })}`;
    await addGrant(owner, { firm, dossier: where.id }, { ...grant, advisor_id: advisorId });
  }
  await owner`insert into mails ${owner({
    id: uuidv7(),
    kind: 'invitation',
    grant_id: grantId,
    cycle: 1,
    step: 0,
    email,
    token_hash: tokenHash(token),
  })}`;
  return { token, phone };
}

/** An invitation's link is for who holds it; a team is joined by the account of its address. */
const invitations: Entry[] = [
  {
    route: 'get /api/invitations/:token',
    ...open,
    request: async (at) => ({ params: await link(at, 'relative') }),
    ok: 200,
  },
  {
    route: 'post /api/invitations/:token/code',
    ...open,
    request: async (at) => ({ params: await link(at, 'relative') }),
    ok: 204,
  },
  {
    route: 'post /api/invitations/:token/account',
    ...open,
    request: async (at) => {
      const { token, phone } = await link(at, 'relative');
      await at.world.client().post(`/api/invitations/${token}/code`);
      return { params: { token }, body: { password, code: at.world.inbox.codeFor(phone) } };
    },
    ok: 201,
  },
  {
    route: 'post /api/invitations/:token/accept',
    needs: () => 'wrong_account',
    request: async (at) => ({ params: await link(at, 'team'), body: {} }),
    ok: 204,
  },
  {
    route: 'post /api/invitations/:token/decline',
    ...open,
    request: async (at) => ({ params: await link(at, 'relative') }),
    ok: 204,
  },
];

const ofTheTeam = ({ firmRole }: Who) => (firmRole ? 'ok' : 'not_found');
const adminOfTheTeam = ({ firmRole }: Who) =>
  firmRole === 'admin' ? 'ok' : firmRole ? 'not_permitted' : 'not_found';

/** The team: its members see it, its admin manages it (R2, R17). */
const firms: Entry[] = [
  { route: 'get /api/firms/:f/members', needs: ofTheTeam, ok: 200 },
  {
    route: 'post /api/firms/:f/members',
    needs: adminOfTheTeam,
    request: () => ({
      body: {
        firstName: 'Mia',
        lastName: 'Member',
        email: newEmail('mia'),
        phone: newPhone(),
        language: 'nl',
        role: 'support',
      },
    }),
    ok: 201,
  },
  {
    route: 'patch /api/firms/:f/members/:m',
    needs: adminOfTheTeam,
    request: async ({ world, firm }) => ({
      params: { m: (await colleague(world, firm, 'manager')).memberId },
      version: 1,
      body: { lastName: 'Renamed' },
    }),
    ok: 200,
  },
  {
    route: 'patch /api/firms/:f/members/:m',
    what: 'he leaves',
    needs: adminOfTheTeam,
    request: async ({ world, firm }) => ({
      params: { m: (await colleague(world, firm, 'admin')).memberId },
      version: 1,
      body: { left: true },
    }),
    ok: 200,
  },
  {
    route: 'post /api/firms/:f/members/:m/invitation/resend',
    needs: adminOfTheTeam,
    request: async ({ world, firm }) => {
      const { owner } = world;
      const m = uuidv7();
      const names = { first_name: 'Mia', last_name: 'Member', language: 'nl', role: 'support' };
      await owner`insert into members ${owner({ id: m, firm_id: firm, ...names })}`;
      await addGrant(owner, { firm, dossier: null }, { right: null, member_id: m });
      return { params: { m } };
    },
    ok: 202,
  },
];

/** What lies outside dossiers: for anybody, for who is signed in, and for the team. */
export const outside: Entry[] = [
  { route: 'get /api/health/live', ...open, ok: 200 },
  { route: 'get /api/health/ready', ...open, ok: 200 },
  ...auth,
  ...firms,
  ...invitations,
];

/** The documentation, which the contract itself doesn't list. */
export const documentation: Entry[] = [
  '/api/openapi.json',
  '/api/docs',
  '/api/docs/start.js',
  '/api/docs/swagger-ui.css',
  '/api/docs/swagger-ui-bundle.js',
].map((path) => ({ route: `get ${path}`, ...open, ok: 200 }));
