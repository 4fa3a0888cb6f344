import { expect } from 'vitest';
import { allowedTo } from './callers.ts';
import type { Entry, Who } from './entry.ts';

const names = { firstName: 'Jeanne', lastName: 'Dupont' };
const createsDossiers = ({ caller: { account } }: Who) =>
  account === 'admin' || account === 'manager' || account === 'stranger' ? 'ok' : 'not_permitted';

/** The manager, and the firm's admin with access or without (R1). */
const handsOver = ({ may, firmRole }: Who) =>
  may('settings', 'manage') || firmRole === 'admin' ? 'ok' : 'not_permitted';
/** The admin, with access or without, sees the team's settings (R8). */
const seesTeamAccess = ({ may, firmRole }: Who) =>
  may('settings', 'team_access') || firmRole === 'admin' ? 'ok' : 'not_permitted';
/** Who is here as a family member or an advisor, and not as a central person (R5). */
const leaves = ({ caller, is }: Who) => {
  if (is('holder') || is('co_holder')) return 'access_irrevocable';
  return is('family_member') || is('advisor') || caller.pending ? 'ok' : 'not_external';
};
const opens = ({ caller }: Who) => (caller.pending ? 'ok' : 'already_open');

/** A dossier itself: its name, its manager, its team, and the opening of an access (R1, R8, R10). */
export const dossierEntries: Entry[] = [
  { route: 'get /api/dossiers', needs: () => 'ok', ok: 200 },
  {
    route: 'post /api/dossiers',
    needs: createsDossiers,
    request: () => ({ body: { name: 'Famille', holder: names } }),
    ok: 201,
  },
  {
    route: 'get /api/dossiers/:d',
    needs: () => 'ok',
    ok: 200,
    check: ({ body }, { caller }) => {
      expect(body.me.capabilities).toEqual(allowedTo(caller));
      const rows = body.me.roles.map(({ name, right }: Record<string, string>) =>
        [name, right].filter(Boolean).join(' '),
      );
      expect(rows.sort()).toEqual([...caller.roles].sort());
    },
  },
  {
    route: 'patch /api/dossiers/:d',
    what: 'name',
    needs: ['settings', 'manage'],
    request: async (at) => ({
      params: { d: (await at.anew()).where.id },
      version: 1,
      body: { name: 'Renamed' },
    }),
    ok: 200,
  },
  {
    route: 'patch /api/dossiers/:d',
    what: 'manager',
    needs: handsOver,
    request: async (at) => {
      const next = at.caller.account === 'manager' ? at.boss : at.accounts.manager;
      return { params: { d: (await at.anew()).where.id }, version: 1, body: { managerId: next.memberId } };
    },
    ok: 200,
  },
  {
    route: 'post /api/dossiers/:d/close',
    needs: ['settings', 'manage'],
    request: async (at) => ({ params: { d: (await at.anew()).where.id }, version: 1 }),
    ok: 200,
  },
  {
    route: 'post /api/dossiers/:d/reopen',
    needs: ['settings', 'manage'],
    request: async (at) => {
      const { where } = await at.anew();
      await at.world.owner`update dossiers set closed_at = now() where id = ${where.id}`;
      return { params: { d: where.id }, version: 1 };
    },
    ok: 200,
  },
  {
    route: 'post /api/dossiers/:d/leave',
    needs: leaves,
    beforeAccess: true,
    request: async (at) => ({ params: { d: (await at.anew()).where.id } }),
    ok: 204,
  },
  { route: 'get /api/dossiers/:d/team-access', needs: seesTeamAccess, ok: 200 },
  {
    route: 'put /api/dossiers/:d/team-access',
    needs: ['settings', 'team_access'],
    request: async (at) => ({
      params: { d: (await at.anew()).where.id },
      body: { mode: 'all', memberIds: [at.boss.memberId] },
    }),
    ok: 200,
  },
  {
    route: 'post /api/dossiers/:d/team-access/self',
    needs: ({ firmRole }) => (firmRole === 'admin' ? 'ok' : 'not_permitted'),
    request: async (at) => ({ params: { d: (await at.anew()).where.id } }),
    ok: 204,
  },
  {
    route: 'post /api/dossiers/:d/open/code',
    needs: opens,
    beforeAccess: true,
    ok: 204,
  },
  {
    route: 'post /api/dossiers/:d/open',
    needs: opens,
    beforeAccess: true,
    request: async (at) => {
      const fresh = await at.anew();
      if (!fresh.typed) return { params: { d: fresh.where.id }, body: { code: '123456' } };
      await at.client.post(`${fresh.where.path}/open/code`);
      return { params: { d: fresh.where.id }, body: { code: at.world.inbox.codeFor(fresh.typed.phone) } };
    },
    ok: 204,
  },
];
