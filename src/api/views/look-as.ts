import type { Caller } from '../../db/queries/dossier-facts.ts';
import { onceIn, readParty } from '../../db/queries/parties.ts';
import { Problem } from '../problem.ts';
import { Id } from '../route.ts';
import type { Services } from '../services.ts';

/** The header that names a view. */
export const viewHeader = 'View-As';

/** Whether a route reads in a dossier: a view does nothing else. */
export const isViewable = ({ method, path }: { method: string; path: string }) =>
  method === 'get' && path.startsWith('/api/dossiers/:d');

/**
 * Whom a dossier's manager looks at it as: the request goes on as that party's, who gets what he would get himself.
 * @throws Problem `view_ended` for a view that is unknown, over, another's, of another dossier, or whose manager has
 *   handed the dossier over; `not_found` where the party has no access any more, as for himself
 */
export async function lookAs(
  { db: { sql } }: Services,
  { accountId }: Caller,
  dossierId: string,
  viewId: string,
): Promise<Caller> {
  const id = Id.safeParse(viewId).data ?? null;
  const [view] = await sql<{ kind: 'person' | 'advisor'; id: string }[]>`
    select case when v.person_id is null then 'advisor' else 'person' end as kind, coalesce(v.person_id, v.advisor_id) as id
    from views v
    join dossiers d on d.id = v.dossier_id
    join grants mg on mg.member_id = d.manager_id and mg.ended_at is null and mg.account_id = v.account_id
    where v.id = ${id} and v.dossier_id = ${dossierId} and v.account_id = ${accountId}
      and v.ended_at is null and v.expires_at > now()`;
  if (!view) throw new Problem('view_ended');
  const party = await readParty(sql, dossierId, view);
  const isIn = party?.grant && (party.grant.accountId || !party.deceased);
  if (!isIn) throw new Problem('not_found');
  return onceIn({ ...party, grant: party.grant! });
}
