import type { z } from 'zod';
import { type DossierFacts, dossierColumns } from '../../db/queries/dossier-facts.ts';
import { inForce } from '../../db/queries/grants.ts';
import { mayLeave } from '../../domain/leaving.ts';
import { awaitsNumber, rolesOf } from '../../domain/roles.ts';
import { isoInstant, pageOf } from '../fields.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import type { Dossiers } from './schema.ts';

/** The dossiers that the caller has a role in, or is awaited in, by age. */
export async function listDossiers(
  { db }: Services,
  { caller, query }: Request<unknown, { cursor?: string | undefined; limit: number }, undefined>,
): Promise<z.input<typeof Dossiers>> {
  const { sql } = db;
  const { cursor = null, limit } = query;
  const rows = await sql<DossierFacts[]>`
    with mine as (
      select g.dossier_id, m.id as member_id, m.firm_id, m.role
      from grants g left join members m on m.id = g.member_id
      where ${inForce(sql)} and (g.account_id = ${caller.accountId} or g.account_id is null and g.email = ${caller.email}
        and g.member_id is null))
    select ${dossierColumns(sql, caller)}
    from dossiers d
    where (${cursor}::uuid is null or d.id > ${cursor})
      and exists (
        select from mine where mine.dossier_id = d.id
          or mine.firm_id = d.firm_id and (mine.role = 'admin' or d.team_mode = 'all' or d.manager_id = mine.member_id
            or exists (select from dossier_members l where l.dossier_id = d.id and l.member_id = mine.member_id)))
    order by d.id limit ${limit + 1}`;
  const { items, nextCursor } = pageOf(rows, limit);
  return {
    nextCursor,
    items: items.map((dossier) => ({
      id: dossier.id,
      name: dossier.name,
      closedAt: isoInstant(dossier.closedAt),
      manager: { id: dossier.manager.memberId, name: dossier.manager.name },
      me: {
        roles: rolesOf(dossier),
        numberUnconfirmed: awaitsNumber(dossier),
        mayLeave: mayLeave(dossier),
      },
    })),
  };
}
