DROP INDEX "waiting";--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "grants" ADD COLUMN "warns_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "watched" ON "grants" USING btree ("watched_at") WHERE "grants"."ended_at" is null and ("grants"."ends_at" is not null or "grants"."state" in ('queued', 'inviting', 'waiting_first_reminder', 'waiting_second_reminder'));--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "team_without_end" CHECK ("grants"."member_id" is null or "grants"."ends_at" is null);--> statement-breakpoint

-- R5: access of a central person has no end, neither when it is given nor when it is moved nor by the mark.
create or replace function guard_grant() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  person persons;
  advisor advisors;
  gets_end boolean := new.ends_at is not null;
begin
  if tg_op = 'UPDATE' then
    if old.ended_at is not null then
      raise exception 'an ended grant never changes' using errcode = 'DA005';
    end if;
    if (new.id, new.firm_id, new.dossier_id, new.person_id, new.advisor_id, new.member_id, new.given_at)
      is distinct from (old.id, old.firm_id, old.dossier_id, old.person_id, old.advisor_id, old.member_id, old.given_at)
      or old.account_id is not null and (new.account_id, new.email) is distinct from (old.account_id, old.email)
    then
      raise exception 'a grant is never re-pointed' using errcode = 'DA005';
    end if;
    gets_end := new.ends_at is not null and new.ends_at is distinct from old.ends_at;
  end if;
  if new.person_id is not null and (tg_op = 'INSERT' or new.ended_at is not null or gets_end) then
    select * into person from persons where id = new.person_id for no key update;
    if tg_op = 'INSERT' and (person.dossier_id <> new.dossier_id or num_nonnulls(person.removed_at, person.death_date) > 0) then
      raise exception 'access is given to living persons of the dossier' using errcode = 'DA018';
    end if;
    if tg_op = 'UPDATE' and new.ended_at is not null and person.central is not null then
      raise exception 'access of a central person is irrevocable' using errcode = 'DA005';
    end if;
    if gets_end and person.central is not null then
      raise exception 'access of a central person has no end' using errcode = 'DA005';
    end if;
  end if;
  if new.advisor_id is not null and tg_op = 'INSERT' then
    select * into advisor from advisors where id = new.advisor_id for no key update;
    if advisor.dossier_id <> new.dossier_id or advisor.removed_at is not null then
      raise exception 'access is given to registered advisors of the dossier' using errcode = 'DA006';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint

create or replace function guard_person() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.dossier_id <> old.dossier_id then
    raise exception 'a person stays in the dossier' using errcode = 'DA018';
  end if;
  if (old.central is not null and new.central is null or old.removed_at is null and new.removed_at is not null)
    and exists (select from grants where person_id = old.id and ended_at is null)
  then
    if old.central is not null then
      raise exception 'access of a central person is irrevocable' using errcode = 'DA005';
    end if;
    raise exception 'the person has access' using errcode = 'DA018';
  end if;
  if old.central is null and new.central is not null
    and exists (select from grants where person_id = old.id and ended_at is null and ends_at is not null)
  then
    raise exception 'access of a central person has no end' using errcode = 'DA005';
  end if;
  return new;
end $$;
--> statement-breakpoint

-- Marking looks for access with an end, so that it too is done where a grant given meanwhile is seen.
drop trigger fresh_facts on persons;
--> statement-breakpoint
create trigger fresh_facts before update on persons for each row
  when (old.central is null <> (new.central is null) or old.removed_at is null and new.removed_at is not null)
  execute function refuse_old_snapshot();
