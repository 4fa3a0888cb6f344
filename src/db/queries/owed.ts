import type { Queries } from '../client.ts';
import type { OwedTask } from '../schema/index.ts';

/** While one process delivers, no other takes the same; if it dies, another does after this. */
const holdSeconds = 30;

/** Takes up to 50 of what is owed and due, oldest first, passing over what another process holds. */
export const claimOwed = ({ sql }: Queries) => sql<{ id: string; task: OwedTask; attempts: number }[]>`
  update owed set attempts = attempts + 1, due_at = now() + ${holdSeconds} * interval '1 second'
  where id in (
    select id from owed where due_at <= now() order by id limit 50 for update skip locked)
  returning id, task, attempts`;

export const forget = ({ sql }: Queries, id: string) => sql`delete from owed where id = ${id}`;

/** Tries again after 1 s, 2 s, 4 s … at most a minute. */
export const postpone = ({ sql }: Queries, id: string) => sql`
  update owed set due_at = now() + least(60, power(2, least(attempts, 6) - 1)) * interval '1 second' where id = ${id}`;

/**
 * A waiting grant without an open workflow is owed one, and so is one with an end. Once a day for each, to find what
 * was lost in Temporal: starting what runs already changes nothing. What is owed already, perhaps at a turn to come, is
 * left as it is.
 */
export const oweMissing = ({ sql }: Queries) => sql`
  with watched as (
    update grants set watched_at = now()
    where id in (
      select id from grants
      where ended_at is null and watched_at < now() - interval '24 hours'
        and (ends_at is not null or state in ('queued', 'inviting', 'waiting_first_reminder', 'waiting_second_reminder'))
        and not exists (select from owed o where o.task->>'grantId' = grants.id::text)
      order by watched_at limit 500 for update skip locked)
    returning id, cycle, dossier_id, person_id, advisor_id, state, ends_at)
  insert into owed (id, task)
  select uuidv7(), jsonb_build_object('kind', 'invite', 'grantId', id, 'cycle', cycle, 'dossierId', dossier_id,
    'partyKind', case when person_id is not null then 'person' when advisor_id is not null then 'advisor' else 'member' end)
  from watched where state in ('queued', 'inviting', 'waiting_first_reminder', 'waiting_second_reminder')
  union all
  select uuidv7(), jsonb_build_object('kind', 'expiry', 'grantId', id, 'dossierId', dossier_id, 'changed', false)
  from watched where ends_at is not null`;

/**
 * A report that nobody has finished an hour after it was asked for is owed its workflow again, once a sweep, to find
 * what was lost in Temporal: starting what runs already changes nothing.
 */
export const oweMissingReports = ({ sql }: Queries) => sql`
  insert into owed (id, task)
  select uuidv7(), jsonb_build_object('kind', 'report', 'reportId', r.id, 'dossierId', r.dossier_id)
  from reports r
  where r.state in ('queued', 'rendering') and r.created_at < now() - interval '1 hour'
    and not exists (select from owed o where o.task @> jsonb_build_object('kind', 'report', 'reportId', r.id))
  order by r.id limit 100`;

/**
 * An onboarding that runs, and hasn't got further for ten minutes, is told to go on: as above.
 */
export const oweMissingOnboardings = ({ sql }: Queries) => sql`
  with still as (
    update onboardings set moved_at = now()
    where state = 'running' and moved_at < now() - interval '10 minutes' returning id)
  insert into owed (id, task) select uuidv7(), jsonb_build_object('kind', 'onboarding', 'onboardingId', id) from still`;

/** A live change of number is owed its workflow once a day, to find what was lost in Temporal. */
export const oweMissingPhoneChanges = ({ sql }: Queries) => sql`
  with live as (
    update phone_changes set watched_at = now()
    where id in (
      select id from phone_changes where ended_at is null and watched_at < now() - interval '24 hours'
      order by watched_at limit 500 for update skip locked)
    returning id)
  insert into owed (id, task)
  select uuidv7(), jsonb_build_object('kind', 'phone_change', 'changeId', id) from live`;

/** What is owed and since when, without what has its turn later: for operators. */
export async function owedSummary({ sql }: Queries): Promise<{ count: number; oldestSeconds: number }> {
  const [row] = await sql<{ count: number; oldestSeconds: number }[]>`
    select count(*)::int as count,
      coalesce(extract(epoch from now() - min(created_at)), 0)::int as "oldestSeconds"
    from owed where created_at <= now()`;
  return row!;
}
