import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import { dossierMembers, dossiers, members } from '../../db/schema/index.ts';
import { allows } from '../../domain/capabilities.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeInDossier, enterToRead } from './entered.ts';
import type { TeamAccess } from './schema.ts';

type Setting = z.output<typeof TeamAccess>;

async function listed({ orm }: Queries, dossierId: string) {
  const rows = await orm.select().from(dossierMembers).where(eq(dossierMembers.dossierId, dossierId));
  return rows.sort((a, b) => a.memberId.localeCompare(b.memberId));
}

/** Who of the team has access: for the manager, and for the firm's admin (R8). */
export async function readTeamAccess(
  services: Services,
  { caller, params }: Request<{ d: string }, undefined, undefined>,
) {
  const { dossier, capabilities } = await enterToRead(services, { caller }, params.d);
  if (!allows(capabilities, 'settings', 'team_access') && dossier.member?.role !== 'admin') {
    throw new Problem('not_permitted');
  }
  return {
    mode: dossier.teamMode,
    memberIds: (await listed(services.db, dossier.id)).map((row) => row.memberId),
  };
}

/** Opens a dossier to the whole team or to listed members (R8); a closed one to nobody more (R16). */
export const setTeamAccess = (
  services: Services,
  { params, body, ...request }: Request<{ d: string }, undefined, Setting>,
) =>
  changeInDossier(
    services,
    request,
    params.d,
    async ({ dossier, capabilities, tx, changes }) => {
      if (!allows(capabilities, 'settings', 'team_access')) throw new Problem('not_permitted');
      const { mode, memberIds } = body.get();
      const ids = [...new Set(memberIds)].sort();
      await refuseStrangers(tx, dossier.firmId, ids);
      const before = await listed(tx, dossier.id);
      const gone = before.filter((row) => !ids.includes(row.memberId)).map((row) => row.memberId);
      const fresh = ids.filter((id) => !before.some((row) => row.memberId === id));
      const opensToMore = dossier.teamMode === 'listed' && (mode === 'all' || fresh.length > 0);
      if (dossier.closedAt && opensToMore) throw new Problem('dossier_closed');
      if (gone.length > 0) {
        await tx.orm
          .delete(dossierMembers)
          .where(and(eq(dossierMembers.dossierId, dossier.id), inArray(dossierMembers.memberId, gone)));
      }
      if (fresh.length > 0) {
        await tx.orm
          .insert(dossierMembers)
          .values(fresh.map((memberId) => ({ dossierId: dossier.id, memberId })));
      }
      if (mode !== dossier.teamMode || gone.length + fresh.length > 0) {
        await tx.orm.update(dossiers).set({ teamMode: mode }).where(eq(dossiers.id, dossier.id));
        changes.record(
          'team_access_changed',
          { kind: 'dossier', id: dossier.id },
          {
            before: { mode: dossier.teamMode, memberIds: before.map((row) => row.memberId) },
            after: { mode, memberIds: ids },
          },
        );
      }
      return { mode, memberIds: ids };
    },
    'change',
    'closed',
  );

async function refuseStrangers({ orm }: Queries, firmId: string, ids: string[]) {
  if (ids.length === 0) return;
  const known = await orm
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.firmId, firmId), inArray(members.id, ids), isNull(members.leftAt)))
    .for('share');
  const strangers = ids.filter((id) => !known.some((member) => member.id === id));
  if (strangers.length === 0) return;
  throw new Problem('invalid', {
    errors: strangers.map((id) => ({
      field: 'memberIds',
      code: 'not_a_member',
      message: `${id} is not in the team.`,
    })),
  });
}

/** An admin gives himself access: recorded, and e-mailed to the manager (R8). Twice changes nothing more. */
export const giveSelfAccess = (
  services: Services,
  { params, ...request }: Request<{ d: string }, undefined, undefined>,
) =>
  changeInDossier(
    services,
    request,
    params.d,
    async ({ dossier, roles, tx, changes }) => {
      const me = dossier.member;
      if (me?.role !== 'admin') throw new Problem('not_permitted');
      if (roles.some((role) => role.name === 'manager' || role.name === 'admin')) return undefined;
      await tx.orm
        .insert(dossierMembers)
        .values({ dossierId: dossier.id, memberId: me.id, selfGiven: true })
        .onConflictDoUpdate({
          target: [dossierMembers.dossierId, dossierMembers.memberId],
          set: { selfGiven: sql`true` },
        });
      changes.record('self_access_given', { kind: 'member', id: me.id });
      const { accountId, email } = dossier.manager;
      const data = { actorId: request.caller.accountId };
      changes.mail({ kind: 'admin_self_access', accountId, email, dossierId: dossier.id, data });
      return undefined;
    },
    'change',
  );
