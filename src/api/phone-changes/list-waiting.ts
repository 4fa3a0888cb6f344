import { maskedPhone } from '../../domain/contact.ts';
import { openedBefore, type PhoneChangeState } from '../../domain/phone-change.ts';
import { isoInstant } from '../fields.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';

type Row = {
  id: string;
  state: Extract<PhoneChangeState, 'waiting' | 'confirmed'>;
  newPhone: string;
  askedAt: string;
  expiresAt: string;
  effectiveAt: string | null;
  accesses: { name: string; dossier: { id: string; name: string } | null }[];
};

/**
 * The changes of number that the caller may confirm or refuse at this moment (R15), oldest first. Who asks is named
 * as in the caller's own dossiers and team: of other firms, and of the account, nothing is seen (R17).
 */
export async function listWaiting({ db }: Services, { caller }: Request<unknown, undefined, undefined>) {
  const rows = await db.sql<Row[]>`
    select c.id, c.state, c.new_phone as "newPhone", c.asked_at as "askedAt", c.expires_at as "expiresAt",
      c.effective_at as "effectiveAt",
      jsonb_agg(jsonb_build_object(
        'name', coalesce(p.first_name || ' ' || p.last_name, ad.first_name || ' ' || ad.last_name,
          om.first_name || ' ' || om.last_name),
        'dossier', case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end) order by g.id)
        as accesses
    from grants mg
    join members m on m.id = mg.member_id
    join grants g on g.firm_id = m.firm_id and g.ended_at is null and g.account_id <> mg.account_id
    join phone_changes c on c.account_id = g.account_id and c.state in ('waiting', 'confirmed')
    left join dossiers d on d.id = g.dossier_id
    left join persons p on p.id = g.person_id
    left join advisors ad on ad.id = g.advisor_id
    left join members om on om.id = g.member_id
    where mg.account_id = ${caller.accountId} and mg.ended_at is null and p.death_date is null
      and (c.state = 'confirmed' or c.expires_at > now())
      and (d.manager_id = m.id and g.opened_at <= now() - ${openedBefore} * interval '1 millisecond'
        or g.member_id is not null and m.role = 'admin')
    group by c.id order by c.id`;
  return {
    body: {
      items: rows.map(({ newPhone, askedAt, expiresAt, effectiveAt, ...row }) => ({
        ...row,
        newPhone: maskedPhone(newPhone),
        askedAt: isoInstant(askedAt)!,
        expiresAt: isoInstant(expiresAt)!,
        effectiveAt: isoInstant(effectiveAt),
      })),
    },
  };
}
