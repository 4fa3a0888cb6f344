import type { NewDossier, Obstacle, OnboardingState } from '../../domain/onboarding.ts';
import type { FirmRole } from '../../domain/words.ts';
import type { Queries, Sql } from '../client.ts';

/** An onboarding, locked: nobody pauses it, and no other attempt goes on with it, until the transaction ends. */
export type LockedOnboarding = {
  id: string;
  firmId: string;
  state: OnboardingState;
  runBy: string | null;
  origin: { address: string; requestId: string } | null;
  invitationsPerHour: number;
  /** When the next invitation has its turn, in milliseconds since 1970, by the database's clock. */
  turn: number;
};

export async function lockOnboarding(sql: Sql, id: string): Promise<LockedOnboarding | undefined> {
  const [row] = await sql<LockedOnboarding[]>`
    select id, firm_id as "firmId", state, run_by as "runBy", origin, invitations_per_hour as "invitationsPerHour",
      extract(epoch from greatest(now(), next_invitation_at))::float8 * 1000 as turn
    from onboardings where id = ${id} for no key update`;
  return row;
}

/** The next dossier to create; undefined: there is none any more. `exists`: the firm has one of that name. */
export async function nextLines(sql: Sql, { id, firmId }: Pick<LockedOnboarding, 'id' | 'firmId'>) {
  const [next] = await sql<
    { number: number; managerId: string | null; content: NewDossier; exists: boolean }[]
  >`
    select number, manager_id as "managerId", content,
      exists (select from dossiers where firm_id = ${firmId} and lower(name) = lower(l.content->>'name')) as exists
    from onboarding_lines l where onboarding_id = ${id} order by number limit 1`;
  return next;
}

export type Colleague = { memberId: string; role: FirmRole; accountId: string; email: string };

/**
 * Of the firm's team: who has an account, and a member, each where he may manage dossiers. They stay as they are
 * until the transaction ends.
 */
export async function holdManagers(
  { sql }: Pick<Queries, 'sql'>,
  firmId: string,
  accountId: string,
  memberId: string | null,
): Promise<{ runner: Colleague | undefined; manager: Colleague | undefined }> {
  const rows = await sql<Colleague[]>`
    select m.id as "memberId", m.role, a.id as "accountId", a.email
    from members m join grants g on g.member_id = m.id and g.ended_at is null join accounts a on a.id = g.account_id
    where m.firm_id = ${firmId} and m.left_at is null and m.role in ('manager', 'admin')
      and (a.id = ${accountId} or m.id = ${memberId})
    order by m.id for share of m`;
  return {
    runner: rows.find((row) => row.accountId === accountId),
    manager: rows.find((row) => row.memberId === memberId),
  };
}

/** The accounts of addresses, which are locked in one order: none is made for them until the transaction ends. */
export async function lockAddresses(sql: Sql, emails: string[]) {
  const rows = await sql<{ email: string; account: { id: string; phone: string } | null }[]>`
    select email, lock_address(email) as account from unnest(${[...new Set(emails)].sort()}::text[]) email`;
  return new Map(rows.map(({ email, account }) => [email, account]));
}

export type Onboarded = {
  onboardingId: string;
  number: number;
  dossierId: string | null;
  managerId: string | null;
  persons: number;
  grantIds: string[];
  obstacles: Obstacle[];
};

/** Writes what became of a dossier, forgets its lines, and says when the next invitation has its turn. */
export const onboarded = (
  sql: Sql,
  { onboardingId, number, dossierId, managerId, persons, grantIds, obstacles }: Onboarded,
  nextInvitationAt: Date,
) => sql`
  with forgotten as (delete from onboarding_lines where onboarding_id = ${onboardingId} and number = ${number}),
  moved as (
    update onboardings set next_invitation_at = ${nextInvitationAt.toISOString()}::timestamptz, moved_at = now()
    where id = ${onboardingId})
  insert into onboarded_dossiers (onboarding_id, number, dossier_id, manager_id, persons, grant_ids, obstacles)
  values (${onboardingId}, ${number}, ${dossierId}, ${managerId}, ${persons}, ${grantIds}::uuid[],
    ${JSON.stringify(obstacles)}::jsonb)`;

/** How far an onboarding is; `dossiers` of the file, `done` those created or found impossible. */
export async function onboardingProgress({ sql }: Pick<Queries, 'sql'>, id: string) {
  const [row] = await sql<{ state: OnboardingState; dossiers: number; done: number }[]>`
    select state, dossiers, (select count(*)::int from onboarded_dossiers where onboarding_id = o.id) as done
    from onboardings o where id = ${id}`;
  return row;
}

/** What an onboarding has brought about. */
export type Tally = { created: number; failed: number; persons: number; rights: number; irrevocable: number };

export async function tallyOf(sql: Sql, id: string): Promise<Tally> {
  const [row] = await sql<Tally[]>`
    select count(dossier_id)::int as created, (count(*) - count(dossier_id))::int as failed,
      coalesce(sum(persons) filter (where dossier_id is not null), 0)::int as persons,
      coalesce(sum(cardinality(grant_ids)), 0)::int as rights,
      (select count(*)::int from onboarded_dossiers d, unnest(d.grant_ids) given join grants g on g.id = given
        join persons p on p.id = g.person_id and p.central is not null where d.onboarding_id = ${id}) as irrevocable
    from onboarded_dossiers where onboarding_id = ${id}`;
  return row!;
}

/** To how many dossiers each manager came, of those who are in the team still. */
export const dossiersReceived = (sql: Sql, id: string) => sql<
  { accountId: string; email: string; dossiers: number }[]
>`
  select a.id as "accountId", a.email, count(*)::int as dossiers
  from onboarded_dossiers d join grants g on g.member_id = d.manager_id and g.ended_at is null
  join accounts a on a.id = g.account_id
  where d.onboarding_id = ${id} and d.dossier_id is not null group by a.id, a.email`;

/** The firm's admins who have an account, and one more account. */
export const adminsAnd = (sql: Sql, firmId: string, accountId: string | null) => sql<
  { accountId: string; email: string }[]
>`
  select a.id as "accountId", a.email from accounts a
  where exists (select from grants g join members m on m.id = g.member_id
    where g.account_id = a.id and g.ended_at is null and m.firm_id = ${firmId}
      and (m.role = 'admin' or a.id = ${accountId}))
  order by a.id`;

/** How many e-mails of an onboarding wait for their turn, also while it is paused. */
export async function invitationsWaiting(sql: Sql, id: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from owed where onboarding_id = ${id} and attempts = 0`;
  return row!.count;
}

/** Holds back the invitations that have their turn later, or that nobody has taken up. */
export const holdBack = (sql: Sql, id: string) => sql`
  update owed set due_at = 'infinity', created_at = 'infinity' where onboarding_id = ${id} and attempts = 0`;

/** Gives a turn, from now on, to each invitation that was held back. */
export async function spreadAgain(sql: Sql, id: string, perHour: number): Promise<void> {
  await sql`
    with turns as (
      select id, now() + (row_number() over (order by id) - 1) * interval '1 hour' / ${perHour}::int as turn
      from owed where onboarding_id = ${id} and attempts = 0),
    spread as (
      update owed set due_at = turn, created_at = turn from turns where owed.id = turns.id)
    update onboardings set next_invitation_at = now() + (select count(*) from turns) * interval '1 hour' / ${perHour}::int
    where id = ${id}`;
}

/** Forgets what was checked thirty days ago and never started, with the names and addresses that it holds. */
export const forgetUnstarted = ({ sql }: Pick<Queries, 'sql'>) => sql`
  with old as (
    select id from onboardings where state = 'checked' and created_at < now() - interval '30 days'
    for update skip locked),
  lines as (delete from onboarding_lines where onboarding_id in (select id from old))
  delete from onboardings where id in (select id from old)`;
