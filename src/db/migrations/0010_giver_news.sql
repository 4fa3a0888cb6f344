-- News of the invitations that a holder gave doesn't count among the e-mails to his address: however many there are, the
-- manager can still change his right.
create or replace function address_facts(address text, dossier uuid, subject uuid) returns jsonb language plpgsql volatile
  set search_path = public, pg_temp as $$
declare
  account jsonb := lock_address(address);
begin
  return jsonb_build_object(
    'account', account,
    'mailsToday', (select count(*) from mails m where m.dossier_id = dossier and m.email = address
      and not m.data ? 'asGiver' and m.created_at > now() - interval '24 hours'),
    'resendsToday', (select count(*) from records r where r.dossier_id = dossier and r.action = 'invitation_resent'
      and r.subject_id = subject and r.at > now() - interval '24 hours'));
end $$;
