import type { InvitationState } from '../../domain/invitation.ts';
import type { FirmRole, Language } from '../../domain/words.ts';
import type { Sql } from '../client.ts';

/** A team member with the grant that binds him to the firm; the grant's columns are null once he has left. */
export type MemberRow = {
  id: string;
  firstName: string;
  lastName: string;
  language: Language;
  role: FirmRole;
  version: number;
  leftAt: string | null;
  grantId: string | null;
  email: string | null;
  phone: string | null;
  accountId: string | null;
  state: InvitationState | null;
  cycle: number | null;
  grantVersion: number | null;
  written: boolean;
};

const columns = (sql: Sql) => sql`
  m.id, m.first_name as "firstName", m.last_name as "lastName", m.language, m.role, m.version, m.left_at as "leftAt",
  g.id as "grantId", g.email, g.phone, g.account_id as "accountId", g.state, g.cycle, g.version as "grantVersion",
  exists (select from mails x where x.grant_id = g.id and x.cycle = g.cycle and num_nonnulls(x.sent_at, x.claimed_until) > 0) as written`;

/** A firm's members, those who have left too, by age of entry. */
export const readMembers = (sql: Sql, firmId: string) => sql<MemberRow[]>`
  select ${columns(sql)} from members m left join grants g on g.member_id = m.id and g.ended_at is null
  where m.firm_id = ${firmId} order by m.id`;

/**
 * Locks a firm, so that of its members only one is changed at a time ('the last admin stays' counts them).
 * @returns the caller's own membership, or undefined for who isn't in the team
 */
export async function lockFirm(sql: Sql, firmId: string, accountId: string) {
  await sql`select id from firms where id = ${firmId} for no key update`;
  return readMembership(sql, firmId, accountId);
}

/** The caller's membership of a firm's team; undefined if there is none. */
export async function readMembership(sql: Sql, firmId: string, accountId: string) {
  const [member] = await sql<{ id: string; role: FirmRole }[]>`
    select m.id, m.role from members m join grants g on g.member_id = m.id and g.ended_at is null
    where m.firm_id = ${firmId} and g.account_id = ${accountId}`;
  return member;
}

/**
 * Locks a member, then reads him: no dossier is handed to him, or created by him, until the transaction ends. Two
 * statements, so that the second sees what was committed while the first waited.
 */
export async function lockMember(sql: Sql, firmId: string, memberId: string) {
  await sql`select id from members where firm_id = ${firmId} and id = ${memberId} for no key update`;
  return readMember(sql, firmId, memberId);
}

/** One member of a firm, with what forbids that he leaves. */
export async function readMember(sql: Sql, firmId: string, memberId: string) {
  const [member] = await sql<
    (MemberRow & { managesDossiers: boolean; otherAdmins: number; resendsToday: number })[]
  >`
    select ${columns(sql)},
      exists (select from dossiers d where d.manager_id = m.id) as "managesDossiers",
      (select count(*)::int from members o join grants og on og.member_id = o.id and og.ended_at is null
        where o.firm_id = m.firm_id and o.role = 'admin' and o.id <> m.id and og.account_id is not null) as "otherAdmins",
      (select count(*)::int from records r where r.grant_id = g.id and r.action = 'invitation_resent'
        and r.at > now() - interval '24 hours') as "resendsToday"
    from members m left join grants g on g.member_id = m.id and g.ended_at is null
    where m.firm_id = ${firmId} and m.id = ${memberId}`;
  return member;
}
