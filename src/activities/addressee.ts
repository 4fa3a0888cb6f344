import type { Queries, Sql } from '../db/client.ts';
import { givenByHolder } from '../db/queries/grants.ts';
import { type Audience, audienceOf, type EmailKind } from '../domain/mail.ts';

/** An e-mail that is being claimed. */
type Meant = {
  id: string;
  kind: EmailKind;
  firmId: string | null;
  dossierId: string | null;
  grantId: string | null;
  accountId: string | null;
  email: string;
  data: Record<string, unknown>;
};

export type Addressee = { accountId: string | null; email: string };

/**
 * Whom an e-mail goes to, as things stand at its claim: hand-overs, leavings, closings and deaths that were committed
 * before count, and those that come wait until the claim is committed.
 * @returns null where there is nobody to tell any more
 */
export async function addresseeOf({ sql }: Queries, mail: Meant): Promise<Addressee | null> {
  const audience = audienceOf(mail.kind, mail.dossierId !== null, mail.data.asGiver === true);
  await hold(sql, audience, mail);
  const [found] = await queries[audience](sql, mail);
  return found ?? null;
}

/** A statement of its own: what is read after it is read once the change before is committed. */
async function hold(sql: Sql, audience: Audience, { firmId, dossierId }: Meant) {
  // Of two e-mails to admins that are claimed at once, the second sees whom the first goes to.
  if (audience === 'admins' || audience === 'guardians' || audience === 'member')
    await sql`select from firms where id = ${firmId} for no key update`;
  else if (audience !== 'party') await sql`select from dossiers where id = ${dossierId} for share`;
}

type Read = (sql: Sql, mail: Meant) => PromiseLike<Addressee[]>;

/** Nothing is written to the dead (R18). */
const party: Read = (sql, { grantId, accountId, email }) => sql<Addressee[]>`
  select ${accountId}::uuid as "accountId", ${email}::text as email
  where not exists (
    select from grants g join persons p on p.id = g.person_id where g.id = ${grantId} and p.death_date is not null)`;

/** Nobody is told of what he did himself. */
const actorOf = ({ data }: Meant) => (typeof data.actorId === 'string' ? data.actorId : null);

const whenDossier =
  (isClosed: boolean): Read =>
  async (sql, mail) => {
    const [dossier] = await sql`
      select from dossiers where id = ${mail.dossierId} and (closed_at is not null) = ${isClosed}`;
    return dossier ? party(sql, mail) : [];
  };

/**
 * An admin, or a central person, whom it was meant for, as long as he is one; in the place of who is none any more, an
 * admin whom none of the same e-mails goes to.
 */
const guardian =
  (centralToo: boolean): Read =>
  (sql, mail) =>
    sql<Addressee[]>`
    with admins as (
      select a.id, a.email from members m
      join grants mg on mg.member_id = m.id and mg.ended_at is null
      join accounts a on a.id = mg.account_id
      where m.firm_id = ${mail.firmId} and m.role = 'admin'),
    central as (
      select a.id, a.email from persons p
      join grants pg on pg.person_id = p.id and pg.ended_at is null
      join accounts a on a.id = pg.account_id
      where ${centralToo} and p.dossier_id = ${mail.dossierId} and p.central is not null and p.death_date is null
        and a.id = ${mail.accountId}),
    told as (
      select o.account_id from mails m
      join mails o on o.kind = m.kind and o.grant_id = m.grant_id and o.created_at = m.created_at and o.id <> m.id
      where m.id = ${mail.id} and o.cancelled_at is null)
    select g.id as "accountId", g.email from (select * from admins union select * from central) g
    where g.id is distinct from ${actorOf(mail)}::uuid
      and (g.id = ${mail.accountId} or g.id not in (select account_id from told where account_id is not null))
    order by g.id = ${mail.accountId} desc, g.id limit 1`;

const queries: Record<Audience, Read> = {
  party,
  manager: (sql, mail) => sql<Addressee[]>`
    select a.id as "accountId", a.email from dossiers d
    join grants mg on mg.member_id = d.manager_id and mg.ended_at is null
    join accounts a on a.id = mg.account_id
    where d.id = ${mail.dossierId} and a.id is distinct from ${actorOf(mail)}::uuid`,
  giver: (sql, mail) => sql<Addressee[]>`
    select a.id as "accountId", a.email from grants g join accounts a on a.id = g.given_by
    where g.id = ${mail.grantId} and ${givenByHolder(sql)} and not exists (
      select from dossiers d join grants mg on mg.member_id = d.manager_id
      where d.id = g.dossier_id and mg.account_id = a.id and mg.ended_at is null)`,
  guardians: guardian(true),
  admins: guardian(false),
  member: (sql, { firmId, accountId }) => sql<Addressee[]>`
    select a.id as "accountId", a.email from accounts a
    join grants mg on mg.account_id = a.id and mg.member_id is not null and mg.ended_at is null
    where a.id = ${accountId} and mg.firm_id = ${firmId}`,
  while_closed: whenDossier(true),
  while_open: whenDossier(false),
};
