ALTER TABLE "records" ALTER COLUMN "firm_id" DROP NOT NULL;--> statement-breakpoint

-- R18: the access of a dead person opens no more.
create or replace function guard_binding() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select from accounts where id = new.account_id and email = new.email) then
    raise exception 'a grant binds to the account of its address' using errcode = 'DA005';
  end if;
  if exists (select from persons where id = new.person_id and death_date is not null) then
    raise exception 'the access of a dead person opens no more' using errcode = 'DA018';
  end if;
  return new;
end $$;
