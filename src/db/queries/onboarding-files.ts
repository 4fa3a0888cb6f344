import type { NewDossier, Obstacle, OnboardingState, PauseReason } from '../../domain/onboarding.ts';
import type { Sql } from '../client.ts';
import type { onboardings } from '../schema/index.ts';

/** An onboarding in a list. Instants are texts of the database. */
export type OnboardingSummary = {
  id: string;
  version: number;
  state: OnboardingState;
  pausedBecause: PauseReason | null;
  by: { id: string; name: string };
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  lines: number;
  dossiers: number;
  persons: number;
  rights: number;
  irrevocable: number;
  invitationsPerHour: number;
  rejections: number;
};

type Rejected = (typeof onboardings.$inferSelect)['rejected'];

const columns = (sql: Sql) => sql`
  o.id, o.version, o.state, o.paused_because as "pausedBecause", o.created_at as "createdAt",
  o.started_at as "startedAt", o.finished_at as "finishedAt", o.lines, o.dossiers, o.persons, o.rights, o.irrevocable,
  o.invitations_per_hour as "invitationsPerHour", o.rejections,
  (select jsonb_build_object('id', a.id, 'name', a.name) from accounts a
    where a.id = coalesce(o.run_by, o.created_by)) as by`;

/** A firm's onboardings, newest first, from before one of them. */
export const listOnboardings = (sql: Sql, firmId: string, before: string | null, limit: number) => sql<
  OnboardingSummary[]
>`
  select ${columns(sql)} from onboardings o
  where o.firm_id = ${firmId} and (${before}::uuid is null or o.id < ${before})
  order by o.id desc limit ${limit}`;

export async function readOnboarding(sql: Sql, id: string) {
  const [row] = await sql<(OnboardingSummary & { firmId: string; rejected: Rejected })[]>`
    select ${columns(sql)}, o.firm_id as "firmId", o.rejected from onboardings o where o.id = ${id}`;
  return row;
}

export type Progress = {
  dossiersCreated: number;
  dossiersFailed: number;
  invitationsSent: number;
  invitationsWaiting: number;
  lastInvitationAt: string | null;
  failures: Obstacle[];
};

/** How far an onboarding is, with the first 1,000 things that were impossible. */
export async function progressOf(sql: Sql, id: string): Promise<Progress> {
  const [row] = await sql<Progress[]>`
    select count(dossier_id)::int as "dossiersCreated", (count(*) - count(dossier_id))::int as "dossiersFailed",
      (select count(*)::int from onboarded_dossiers d, unnest(d.grant_ids) given join grants g on g.id = given
        where d.onboarding_id = ${id} and g.sent_at is not null) as "invitationsSent",
      (select jsonb_build_object('n', count(*), 'last', nullif(max(due_at), 'infinity')) from owed
        where onboarding_id = ${id} and task->>'kind' = 'invite' and attempts = 0) as waiting,
      (select coalesce(jsonb_agg(f.obstacle), '[]') from (
        select obstacle from onboarded_dossiers d, jsonb_array_elements(d.obstacles) obstacle
        where d.onboarding_id = ${id} order by d.number limit 1000) f) as failures
    from onboarded_dossiers where onboarding_id = ${id}`;
  const { waiting, ...progress } = row as Progress & { waiting: { n: number; last: string | null } };
  return { ...progress, invitationsWaiting: waiting.n, lastInvitationAt: waiting.last };
}

/** Which of these names dossiers of a firm have, by their place in the list. */
export async function namesTaken(sql: Sql, firmId: string, names: string[]): Promise<number[]> {
  const rows = await sql<{ place: number }[]>`
    select (place - 1)::int as place from unnest(${names}::text[]) with ordinality as typed (name, place)
    where exists (select from dossiers d where d.firm_id = ${firmId} and lower(d.name) = lower(typed.name))`;
  return rows.map(({ place }) => place);
}

/** Of these addresses, those of members who may manage dossiers, with the member's id. */
export async function managersAt(sql: Sql, firmId: string, emails: string[]): Promise<Map<string, string>> {
  const rows = await sql<{ email: string; memberId: string }[]>`
    select a.email, m.id as "memberId"
    from members m join grants g on g.member_id = m.id and g.ended_at is null join accounts a on a.id = g.account_id
    where m.firm_id = ${firmId} and m.left_at is null and m.role in ('manager', 'admin')
      and a.email = any(${[...new Set(emails)]}::text[])`;
  return new Map(rows.map(({ email, memberId }) => [email, memberId]));
}

type New = Pick<
  typeof onboardings.$inferInsert,
  | ('id' | 'firmId' | 'state' | 'createdBy' | 'lines' | 'dossiers' | 'persons' | 'rights' | 'irrevocable')
  | ('rejections' | 'rejected' | 'invitationsPerHour')
>;

/** Keeps what was found in a file, and the dossiers that it is to create, in one statement. */
export const insertOnboarding = (
  sql: Sql,
  { rejected, ...o }: New,
  lines: { managerId: string | null; content: NewDossier }[],
) => sql`
  with checked as (
    insert into onboardings (id, firm_id, state, created_by, lines, dossiers, persons, rights, irrevocable, rejections,
      invitations_per_hour, rejected)
    values (${o.id}, ${o.firmId}, ${o.state}, ${o.createdBy}, ${o.lines}, ${o.dossiers}, ${o.persons}, ${o.rights},
      ${o.irrevocable}, ${o.rejections}, ${o.invitationsPerHour}, ${JSON.stringify(rejected)}::jsonb))
  insert into onboarding_lines (onboarding_id, number, manager_id, content)
  select ${o.id}::uuid, place, (line->>'managerId')::uuid, line->'content'
  from jsonb_array_elements(${JSON.stringify(lines)}::jsonb) with ordinality as kept (line, place)`;

/** Forgets an onboarding that nobody started, with its lines. */
export async function deleteOnboarding(sql: Sql, id: string): Promise<void> {
  await sql`delete from onboarding_lines where onboarding_id = ${id}`;
  await sql`delete from onboardings where id = ${id}`;
}
