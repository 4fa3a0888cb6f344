import { NIL } from 'uuid';
import type { RoleFacts } from '../../domain/roles.ts';
import type { Language } from '../../domain/words.ts';
import type { Sql } from '../client.ts';
import { inForce } from './grants.ts';

/**
 * Who is signed in; or, in a view, whom the dossier manager looks at the dossier as. `opening`: a pending grant of his
 * that is taken for open, and every other one of his address with this number.
 */
export type Caller = {
  accountId: string;
  email: string;
  opening?: { grantId: string; phone: string | null };
};

/** An account that e-mail can be sent to. */
export type Recipient = { accountId: string; email: string; language: Language };

/** A dossier as one account stands to it: what its roles follow from. */
export type DossierFacts = RoleFacts & {
  id: string;
  firmId: string;
  name: string;
  version: number;
  /** ISO 8601; null: it isn't closed (R16). */
  closedAt: string | null;
  manager: Recipient & { memberId: string; name: string };
};

/** The columns of `DossierFacts`, from `dossiers d`, for one account. */
export const dossierColumns = (
  sql: Sql,
  { accountId, email, opening = { grantId: NIL, phone: null } }: Caller,
) => sql`
  d.id, d.firm_id as "firmId", d.name, d.version, d.closed_at as "closedAt", d.manager_id as "managerId", d.team_mode as "teamMode",
  (select jsonb_build_object('memberId', m.id, 'name', m.first_name || ' ' || m.last_name,
      'accountId', g.account_id, 'email', g.email, 'language', m.language)
    from members m join grants g on g.member_id = m.id and g.ended_at is null
    where m.id = d.manager_id) as manager,
  (select jsonb_build_object('id', m.id, 'role', m.role, 'listed', l.member_id is not null,
      'selfGiven', coalesce(l.self_given, false))
    from grants g
    join members m on m.id = g.member_id
    left join dossier_members l on l.dossier_id = d.id and l.member_id = m.id
    where g.account_id = ${accountId} and g.ended_at is null and m.firm_id = d.firm_id) as member,
  (select coalesce(jsonb_agg(jsonb_build_object('kind', case when g.person_id is null then 'advisor' else 'person' end,
      'central', p.central, 'right', g."right", 'open', g.account_id is not null or g.id = ${opening.grantId} or g.phone is not distinct from ${opening.phone}) order by g.id), '[]')
    from grants g left join persons p on p.id = g.person_id
    where g.dossier_id = d.id and ${inForce(sql)}
      and (g.account_id = ${accountId} or g.account_id is null and g.email = ${email}
        and p.death_date is null and (exists (select from accounts a where a.email = g.email) or g.id = ${opening.grantId}
          or g.phone is not distinct from ${opening.phone}))) as hats`;

/** Reads a dossier as an account stands to it; undefined if there is no such dossier. */
export async function readDossier(
  sql: Sql,
  caller: Caller,
  dossierId: string,
): Promise<DossierFacts | undefined> {
  const [row] = await sql<DossierFacts[]>`
    select ${dossierColumns(sql, caller)} from dossiers d where d.id = ${dossierId}`;
  return row;
}

/**
 * Like `readDossier`, and holds off a change of manager, team access or name until the transaction ends. Who is
 * about to change them reads after the lock is held, so that of two at once the second sees what the first did; his
 * own place in the team stands still too.
 */
export async function lockDossier(
  sql: Sql,
  caller: Caller,
  dossierId: string,
  strength: 'share' | 'change' = 'share',
): Promise<DossierFacts | undefined> {
  if (strength === 'change') {
    await sql`select from dossiers where id = ${dossierId} for no key update`;
    await sql`
      select from members where firm_id = (select firm_id from dossiers where id = ${dossierId})
        and id in (select member_id from grants where account_id = ${caller.accountId} and ended_at is null)
      for share`;
    return readDossier(sql, caller, dossierId);
  }
  const [row] = await sql<DossierFacts[]>`
    select ${dossierColumns(sql, caller)} from dossiers d where d.id = ${dossierId} for share of d`;
  return row;
}

/**
 * Reads a dossier again at the end of a change in it, and holds off until the transaction ends whoever would change
 * what the account's roles follow from: its place in the team, and its open grants; the dossier is locked already.
 * Two statements, so that the second sees what was committed while the first waited.
 */
export async function holdRoles(
  sql: Sql,
  caller: Caller,
  { id, member }: DossierFacts,
): Promise<DossierFacts | undefined> {
  await sql`
    with me as (select from members where id = ${member?.id ?? null} for share),
      hats as (select from grants
        where dossier_id = ${id} and account_id = ${caller.accountId} and ended_at is null order by id for share)
    select (select count(*) from me), (select count(*) from hats)`;
  return readDossier(sql, caller, id);
}
