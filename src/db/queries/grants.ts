import { eq } from 'drizzle-orm';
import { isNewsOfInvitation, type NewsOfInvitation } from '../../domain/mail.ts';
import type { Changes } from '../changes.ts';
import type { Queries, Sql } from '../client.ts';
import { grants } from '../schema/index.ts';

/**
 * Whether the grant `g` is access still: it was neither withdrawn, nor has its last day passed by the database's
 * clock, as of the statement's start. Whoever gets something by a grant gets it by this.
 */
export const inForce = (sql: Sql) =>
  sql`(g.ended_at is null and (g.ends_at is null or g.ends_at > statement_timestamp()))`;

/** A grant as the transaction finds it, locked. */
export async function readGrant({ orm }: Queries, grantId: string) {
  const [grant] = await orm.select().from(grants).where(eq(grants.id, grantId)).for('no key update');
  if (!grant) throw new Error('no such grant');
  return grant;
}

/** When whom the grant `o` was given to ended it himself, by leaving the dossier; null: it didn't end so. */
export const leftAt = (sql: Sql) =>
  sql`(select r.at from records r where r.grant_id = o.id and r.action = 'access_left')`;

type Party = { id: string; personId: string | null; advisorId: string | null; memberId: string | null };

/** Whom a grant is about, as the record names it. */
export function grantSubject({ id, personId, advisorId, memberId }: Party) {
  const kind = personId ? 'person' : advisorId ? 'advisor' : 'member';
  return { kind, id: (personId ?? advisorId ?? memberId)!, grantId: id };
}

/** Whether a (co-)holder of the dossier gave the grant `g` (R3): one who lives, and has access. */
export const givenByHolder = (sql: Sql) => sql`exists (
  select from grants pg join persons c on c.id = pg.person_id
  where pg.account_id = g.given_by and pg.dossier_id = g.dossier_id and pg.ended_at is null
    and c.central is not null and c.death_date is null)`;

/**
 * Who gave a grant, as the invitee is told: the account `giver`, or, once the member of the firm who gave it has handed
 * the dossier `d` over, its manager `chief`, who answers for it now.
 */
export const giverName = (sql: Sql) => sql`
  case when g.dossier_id is not null and exists (
      select from grants mg where mg.account_id = g.given_by and mg.firm_id = g.firm_id and mg.member_id <> d.manager_id)
      and not ${givenByHolder(sql)}
    then chief.first_name || ' ' || chief.last_name else giver.name end`;

type About = { id: string; firmId: string; dossierId: string | null };

/**
 * Tells the dossier's manager, in a team the firm's admins, about each of these grants: one e-mail each. What becomes of
 * an invitation is told to the holder who gave the access too: he may correct and resend it (R3).
 */
export async function tellManagers(
  tx: Queries,
  changes: Changes,
  kind: NewsOfInvitation | 'party_access_ends_soon' | 'party_access_ended',
  about: About[],
  data: Record<string, unknown> = {},
): Promise<void> {
  if (about.length === 0) return;
  const recipients = await tx.sql<{ grantId: string; accountId: string; email: string; asGiver: boolean }[]>`
    with about as (
      select g.*, d.manager_id from grants g left join dossiers d on d.id = g.dossier_id
      where g.id = any(${about.map((grant) => grant.id)})),
    managers as (
      select g.id as grant_id, mg.account_id from about g
      join members m on m.id = g.manager_id or g.dossier_id is null and m.firm_id = g.firm_id and m.role = 'admin'
      join grants mg on mg.member_id = m.id and mg.ended_at is null)
    select told.grant_id as "grantId", a.id as "accountId", a.email, told.as_giver as "asGiver"
    from (
      select *, false as as_giver from managers
      union all
      select g.id, g.given_by, true from about g
      where ${isNewsOfInvitation(kind)} and ${givenByHolder(tx.sql)}) told
    join accounts a on a.id = told.account_id`;
  for (const { grantId, accountId, email, asGiver } of recipients) {
    const { firmId, dossierId } = about.find((grant) => grant.id === grantId)!;
    const said = { ...data, ...(asGiver ? { asGiver } : {}) };
    changes.mail({ kind, accountId, email, firmId, dossierId, grantId, data: said });
  }
}
