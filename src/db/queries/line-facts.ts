import type { InvitationState } from '../../domain/invitation.ts';
import type { AdvisorType, Central, GrantedRight, Language } from '../../domain/words.ts';
import type { Queries, Sql } from '../client.ts';
import { type Caller, type DossierFacts, dossierColumns, type Recipient } from './dossier-facts.ts';
import { endOverdue } from './end-access.ts';
import { inForce, leftAt } from './grants.ts';

/** A grant in force, with its invitation. Instants are ISO 8601 texts. */
export type GrantRow = {
  id: string;
  right: GrantedRight;
  email: string;
  phone: string;
  message: string | null;
  accountId: string | null;
  givenBy: string | null;
  /** When it was given, and the name of the account that gave it. */
  givenAt: string;
  giverName: string | null;
  openedAt: string | null;
  endsAt: string | null;
  warnsAt: string | null;
  version: number;
  cycle: number;
  state: InvitationState;
  sentAt: string | null;
  remindersSent: number;
  nextReminderAt: string | null;
  expiresAt: string | null;
  /** Whether the address was written to, in whichever cycle, or may have been. */
  written: boolean;
  lastDelivery: Delivery | null;
};

/** The fate of the newest e-mail to the party: `at` says since when. */
export type Delivery = { status: 'sent' | 'delayed' | 'refused' | 'queued'; at: string };

/** One line of the access rights: a person of the family tree or an advisor, and the grant if there is one. */
export type LineRow = {
  kind: 'person' | 'advisor';
  partyId: string;
  firstName: string;
  lastName: string;
  language: Language | null;
  central: Central | null;
  type: AdvisorType | null;
  deceased: boolean;
  /** An advisor's registered contact data; null for persons. */
  email: string | null;
  phone: string | null;
  withdrawnBefore: boolean;
  /** When the party ended its last access by leaving the dossier; null: that isn't how it ended, if it has. */
  leftAt: string | null;
  grant: GrantRow | null;
};

const grantJson = (sql: Sql) => sql`
  jsonb_build_object('id', g.id, 'right', g."right", 'email', g.email, 'phone', g.phone, 'message', g.message, 'accountId', g.account_id,
    'givenBy', g.given_by, 'givenAt', g.given_at, 'giverName', (select name from accounts where id = g.given_by), 'openedAt', g.opened_at, 'endsAt', g.ends_at, 'warnsAt', g.warns_at, 'version', g.version, 'cycle', g.cycle, 'state', g.state,
    'sentAt', g.sent_at, 'remindersSent', g.reminders_sent, 'nextReminderAt', g.next_reminder_at,
    'expiresAt', g.expires_at,
    'written', exists (select from mails m where m.grant_id = g.id and m.cycle is not null and m.email = g.email
      and num_nonnulls(m.sent_at, m.claimed_until) > 0),
    'lastDelivery', (
      select jsonb_build_object(
        'status', case when m.sent_at is not null then 'sent' when m.refused_at is not null then 'refused'
          when m.last_error is not null then 'delayed' else 'queued' end,
        'at', coalesce(m.sent_at, m.refused_at, m.created_at))
      from mails m where m.grant_id = g.id and m.cycle is not null and m.cancelled_at is null
      order by m.id desc limit 1))`;

/** Whether the grant `o` ended otherwise than by its last day, or by a leaving. */
const wasWithdrawn = (sql: Sql) =>
  sql`(o.ended_at < coalesce(o.ends_at, 'infinity') and ${leftAt(sql)} is null)`;

export const personLine = (sql: Sql) => sql`
  'person' as kind, p.id as "partyId", p.first_name as "firstName", p.last_name as "lastName", p.language, p.central,
  null::text as type, p.death_date is not null as deceased, null::text as email, null::text as phone,
  exists (select from grants o where o.person_id = p.id and ${wasWithdrawn(sql)}) as "withdrawnBefore",
  (select ${leftAt(sql)} from grants o where o.person_id = p.id order by o.id desc limit 1) as "leftAt",
  (select ${grantJson(sql)} from grants g where g.person_id = p.id and ${inForce(sql)}) as grant`;

export const advisorLine = (sql: Sql) => sql`
  'advisor' as kind, a.id as "partyId", a.first_name as "firstName", a.last_name as "lastName", a.language,
  null::text as central, a.type, false as deceased, a.email, a.phone,
  exists (select from grants o where o.advisor_id = a.id and ${wasWithdrawn(sql)}) as "withdrawnBefore",
  (select ${leftAt(sql)} from grants o where o.advisor_id = a.id order by o.id desc limit 1) as "leftAt",
  (select ${grantJson(sql)} from grants g where g.advisor_id = a.id and ${inForce(sql)}) as grant`;

/** Every line of a dossier's access rights, in one statement: the family by age of entry, then the advisors. */
export const readLines = ({ sql }: Queries, dossierId: string) => sql<LineRow[]>`
  select ${personLine(sql)} from persons p where p.dossier_id = ${dossierId} and p.removed_at is null
  union all
  select ${advisorLine(sql)} from advisors a where a.dossier_id = ${dossierId} and a.removed_at is null
  order by kind desc, "partyId"`;

/** What a decision about one line stands on, its rows locked until the transaction ends. */
export type LockedLine = {
  dossier: DossierFacts;
  line: LineRow;
  /** The account of the address asked about, locked: none can be made for it meanwhile. */
  account: { id: string; phone: string; language: Language } | null;
  emailInUse: boolean;
  /** E-mails to that address from this dossier, and invitations resent for this line, in the last 24 hours. */
  mailsToday: number;
  resendsToday: number;
  /** Whom R5 tells: the firm's admins, and the other central persons whose access is open. */
  guardians: Recipient[];
  /** The name of who asks. */
  callerName: string;
};

/**
 * Locks and reads, in one statement, all that a decision about a line needs.
 * Whose last day has passed in the dossier has no access any more, and is ended first. `email`: the address that
 * would have access; null: the line's own. `onlyRead`: no row is locked, nobody's access ended.
 * @returns undefined if there is no such dossier or line.
 */
export async function lockLine(
  tx: Queries,
  caller: Caller,
  dossierId: string,
  party: { kind: 'person' | 'advisor'; id: string },
  email: string | null,
  { onlyRead = false } = {},
): Promise<LockedLine | undefined> {
  const { sql } = tx;
  const isPerson = party.kind === 'person';
  const line = isPerson ? personLine(sql) : advisorLine(sql);
  const table = isPerson ? sql`persons p` : sql`advisors a`;
  const alias = isPerson ? sql`p` : sql`a`;
  const address = isPerson
    ? sql`coalesce(${email}::text, (select g.email from grants g where g.person_id = p.id and g.ended_at is null), '')`
    : sql`coalesce(${email}::text, a.email)`;
  type Address = Pick<LockedLine, 'account' | 'mailsToday' | 'resendsToday'>;
  type Row = DossierFacts &
    Pick<LockedLine, 'line' | 'emailInUse' | 'guardians' | 'callerName'> & {
      address: Address;
      overdue: boolean;
    };
  const [row] = await sql<Row[]>`
    select ${dossierColumns(sql, caller)},
      (select to_jsonb(l) from (select ${line}) l) as line,
      (select name from accounts where id = ${caller.accountId}) as "callerName",
      exists (select from grants o
        where o.dossier_id = d.id and o.ended_at is null and o.ends_at <= statement_timestamp()) as overdue,
      address_facts(${address}, d.id, ${alias}.id) as address,
      exists (select from grants o where o.dossier_id = d.id and o.ended_at is null and o.email = ${address}
        and ${isPerson ? sql`o.person_id <> p.id` : sql`o.advisor_id <> a.id`}) as "emailInUse",
      (select coalesce(jsonb_agg(distinct jsonb_build_object('accountId', ac.id, 'email', ac.email, 'language', ac.language)), '[]')
        from grants g join accounts ac on ac.id = g.account_id
        left join members m on m.id = g.member_id
        left join persons c on c.id = g.person_id
        where g.ended_at is null
          and (m.firm_id = d.firm_id and m.role = 'admin'
            or c.dossier_id = d.id and c.central is not null and c.id <> ${alias}.id)) as guardians
    from dossiers d join ${table} on ${alias}.dossier_id = d.id and ${alias}.removed_at is null
    where d.id = ${dossierId} and ${alias}.id = ${party.id}
    ${onlyRead ? sql`` : sql`for share of d for no key update of ${alias}`}`;
  if (!row) return undefined;
  const { line: found, address: facts, emailInUse, guardians, callerName, overdue, ...dossier } = row;
  // Access that its workflow hasn't ended yet still has its place in the indexes of the database.
  if (overdue && !onlyRead) {
    await endOverdue(tx, dossierId);
    return lockLine(tx, caller, dossierId, party, email);
  }
  return { dossier, line: found, ...facts, emailInUse, guardians, callerName };
}
