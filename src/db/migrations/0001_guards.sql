-- What the application's role may do, and what the database itself refuses (R5, R6, R16, R18).
do $$ begin
  create role dossier_access_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
--> statement-breakpoint
do $$ begin
  execute format('grant dossier_access_app to %I with set true', current_user);
end $$;
--> statement-breakpoint
grant usage on schema public to dossier_access_app;
--> statement-breakpoint
grant select, insert on all tables in schema public to dossier_access_app;
--> statement-breakpoint
grant update on firms, members, dossiers, dossier_members, persons, unions, parent_links, advisors, grants,
  accounts, sessions, credentials, verifications, two_factors, codes, mails, owed, idempotency_keys, limits
  to dossier_access_app;
--> statement-breakpoint
grant delete on dossier_members, unions, parent_links, sessions, credentials, verifications, two_factors, codes,
  owed, idempotency_keys, limits
  to dossier_access_app;
--> statement-breakpoint

-- One address at a time: a save and the making of an account never pass each other unseen.
-- Volatile, so that the account is read after the lock is held, not as of the calling statement's start.
create function lock_address(address text) returns jsonb language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(address, 0));
  return (
    select jsonb_build_object('id', id, 'phone', phone, 'language', language) from accounts where email = address
  );
end $$;
--> statement-breakpoint

create function refuse_always() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'DA016';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete or truncate on records
  for each statement execute function refuse_always();
--> statement-breakpoint
create trigger never_deleted before delete or truncate on grants
  for each statement execute function refuse_always();
--> statement-breakpoint

create function guard_grant() returns trigger language plpgsql as $$
declare
  person persons;
  advisor advisors;
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
  end if;
  if new.person_id is not null and (tg_op = 'INSERT' or new.ended_at is not null) then
    select * into person from persons where id = new.person_id for no key update;
    if tg_op = 'INSERT' and (person.dossier_id <> new.dossier_id or num_nonnulls(person.removed_at, person.death_date) > 0) then
      raise exception 'access is given to living persons of the dossier' using errcode = 'DA018';
    end if;
    if tg_op = 'UPDATE' and person.central is not null then
      raise exception 'access of a central person is irrevocable' using errcode = 'DA005';
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
create trigger guard before insert or update on grants for each row execute function guard_grant();
--> statement-breakpoint

create function guard_person() returns trigger language plpgsql as $$
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
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on persons for each row execute function guard_person();
--> statement-breakpoint

create function guard_advisor() returns trigger language plpgsql as $$
begin
  if new.dossier_id <> old.dossier_id
    or old.removed_at is null and new.removed_at is not null
    and exists (select from grants where advisor_id = old.id and ended_at is null)
  then
    raise exception 'the advisor has access' using errcode = 'DA006';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard before update on advisors for each row execute function guard_advisor();
