-- Withdrawn access is looked up by party; the partial unique indexes hold what hasn't ended alone.
CREATE INDEX "grants_person_id_index" ON "grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "grants_advisor_id_index" ON "grants" USING btree ("advisor_id");--> statement-breakpoint

-- Under a caller's search path, a temporary table `persons` or `grants` would be judged instead of the real one.
alter function guard_grant() set search_path = public, pg_temp;
--> statement-breakpoint
alter function guard_person() set search_path = public, pg_temp;
--> statement-breakpoint
alter function guard_advisor() set search_path = public, pg_temp;
--> statement-breakpoint
alter function lock_address(text) set search_path = public, pg_temp;
--> statement-breakpoint

-- Two rows that exchange their ids would exchange what points to them: a grant would get another party or account.
create function refuse_new_id() returns trigger language plpgsql as $$
begin
  raise exception 'an id never changes' using errcode = 'DA005';
end $$;
--> statement-breakpoint
create trigger same_id before update on persons for each row when (new.id <> old.id) execute function refuse_new_id();
--> statement-breakpoint
create trigger same_id before update on advisors for each row when (new.id <> old.id) execute function refuse_new_id();
--> statement-breakpoint
create trigger same_id before update on accounts for each row when (new.id <> old.id) execute function refuse_new_id();
--> statement-breakpoint
create trigger same_id before update on dossiers for each row when (new.id <> old.id) execute function refuse_new_id();
--> statement-breakpoint
create trigger same_id before update on members for each row when (new.id <> old.id) execute function refuse_new_id();
--> statement-breakpoint

-- A grant binds to the account of its own address alone (R5, R11).
create function guard_binding() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from accounts where id = new.account_id and email = new.email) then
    raise exception 'a grant binds to the account of its address' using errcode = 'DA005';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger guard_new_binding before insert on grants for each row
  when (new.account_id is not null) execute function guard_binding();
--> statement-breakpoint
create trigger guard_binding before update on grants for each row
  when (new.account_id is not null and old.account_id is null) execute function guard_binding();
--> statement-breakpoint

-- A grant's insertion locks the party's row and doesn't change it, so that a transaction with an older snapshot
-- neither sees that grant nor fails: what takes a party out is done in read committed transactions alone.
create function refuse_old_snapshot() returns trigger language plpgsql as $$
begin
  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception 'only in a read committed transaction' using errcode = '25000';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger fresh_facts before update on persons for each row
  when (old.central is not null and new.central is null or old.removed_at is null and new.removed_at is not null)
  execute function refuse_old_snapshot();
--> statement-breakpoint
create trigger fresh_facts before update on advisors for each row
  when (old.removed_at is null and new.removed_at is not null) execute function refuse_old_snapshot();
--> statement-breakpoint

-- What is known of an address, locked as by `lock_address`; counted after the lock is held, so that of many at once
-- each counts those before it.
create function address_facts(address text, dossier uuid, subject uuid) returns jsonb language plpgsql volatile
  set search_path = public, pg_temp as $$
declare
  account jsonb := lock_address(address);
begin
  return jsonb_build_object(
    'account', account,
    'mailsToday', (select count(*) from mails m where m.dossier_id = dossier and m.email = address
      and m.created_at > now() - interval '24 hours'),
    'resendsToday', (select count(*) from records r where r.dossier_id = dossier and r.action = 'invitation_resent'
      and r.subject_id = subject and r.at > now() - interval '24 hours'));
end $$;
