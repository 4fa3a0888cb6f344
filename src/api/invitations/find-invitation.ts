import type { Sql } from '../../db/client.ts';
import { giverName, inForce } from '../../db/queries/grants.ts';
import { tokenHash } from '../../db/token.ts';
import type { InvitationState } from '../../domain/invitation.ts';
import type { Central, FirmRole, GrantedRight, Language } from '../../domain/words.ts';
import { Problem } from '../problem.ts';

/** A pending grant that a working link leads to. */
export type Found = {
  id: string;
  firmId: string;
  dossierId: string | null;
  personId: string | null;
  advisorId: string | null;
  memberId: string | null;
  email: string;
  phone: string;
  right: GrantedRight | null;
  role: FirmRole | null;
  state: InvitationState;
  cycle: number;
  version: number;
  sentAt: string | null;
  expiresAt: string;
  endsAt: string | null;
  inviteeName: string;
  central: Central | null;
  language: Language;
  inviterName: string | null;
  firmName: string;
  dossierName: string | null;
  accountExists: boolean;
};

/**
 * What an invitation's token leads to. A link works for its cycle: while e-mail of it is due, and until `expiresAt`;
 * it ends with the access, and when an account exists, except to a team, which one joins signed in (R13, R15).
 * @throws Problem `not_found` for an unknown, used, expired or dead token alike
 */
export async function findInvitation(sql: Sql, token: string): Promise<Found> {
  const [found] = await sql<Found[]>`
    select g.id, g.firm_id as "firmId", g.dossier_id as "dossierId", g.person_id as "personId",
      g.advisor_id as "advisorId", g.member_id as "memberId", g.email, g.phone, g."right", me.role, g.state, g.cycle,
      g.version, g.sent_at as "sentAt", least(coalesce(g.expires_at, now() + interval '30 days'), g.ends_at) as "expiresAt",
      g.ends_at as "endsAt",
      coalesce(p.first_name || ' ' || p.last_name, ad.first_name || ' ' || ad.last_name,
        me.first_name || ' ' || me.last_name) as "inviteeName", p.central,
      coalesce(p.language, ad.language, me.language, chief.language, f.language) as language,
      ${giverName(sql)} as "inviterName", f.name as "firmName", d.name as "dossierName", a.id is not null as "accountExists"
    from mails m
    join grants g on g.id = m.grant_id and g.cycle = m.cycle
    join firms f on f.id = g.firm_id
    left join dossiers d on d.id = g.dossier_id
    left join members chief on chief.id = d.manager_id
    left join persons p on p.id = g.person_id
    left join advisors ad on ad.id = g.advisor_id
    left join members me on me.id = g.member_id
    left join accounts giver on giver.id = g.given_by
    left join accounts a on a.email = g.email
    where m.token_hash = ${tokenHash(token)} and ${inForce(sql)} and g.account_id is null
      and (a.id is null or g.member_id is not null)
      and (g.expires_at > now() or g.state in ('queued', 'inviting', 'waiting_first_reminder', 'waiting_second_reminder'))`;
  if (!found) throw new Problem('not_found');
  return found;
}
