import { NIL } from 'uuid';
import type { InvitationState } from '../../domain/invitation.ts';
import type { PartyKind } from '../../domain/words.ts';
import type { Sql } from '../client.ts';
import type { Caller } from './dossier-facts.ts';
import { inForce, leftAt } from './grants.ts';

/** Somebody who may have a part in a dossier: a person of its family, one of its advisors, a member of its firm. */
export type Party = {
  deceased: boolean;
  /** Whether his last access ended since he left the dossier. */
  hasLeft: boolean;
  /** What binds him, if anything does: to the dossier, or a member to the firm. Pending while `accountId` is null. */
  grant: {
    id: string;
    email: string;
    phone: string;
    accountId: string | null;
    state: InvitationState;
  } | null;
  /** The account that is bound, or, while none is, that of the address, if there is one. */
  accountId: string | null;
};

/** Reads one; undefined if the dossier has no such party. */
export async function readParty(
  sql: Sql,
  dossierId: string,
  { kind, id }: { kind: PartyKind; id: string },
): Promise<Party | undefined> {
  const from = {
    person: sql`persons x left join grants g on g.person_id = x.id and ${inForce(sql)}
      where x.id = ${id} and x.dossier_id = ${dossierId} and x.removed_at is null`,
    advisor: sql`advisors x left join grants g on g.advisor_id = x.id and ${inForce(sql)}
      where x.id = ${id} and x.dossier_id = ${dossierId} and x.removed_at is null`,
    member: sql`members x join dossiers d on d.firm_id = x.firm_id
      left join grants g on g.member_id = x.id and ${inForce(sql)}
      where x.id = ${id} and d.id = ${dossierId} and x.left_at is null`,
  };
  const deceased = kind === 'person' ? sql`x.death_date is not null` : sql`false`;
  const hasLeft = {
    person: sql`(select ${leftAt(sql)} is not null from grants o where o.person_id = x.id order by o.id desc limit 1)`,
    advisor: sql`(select ${leftAt(sql)} is not null from grants o where o.advisor_id = x.id order by o.id desc limit 1)`,
    member: sql`null`,
  };
  const [party] = await sql<Party[]>`
    select ${deceased} as deceased, coalesce(${hasLeft[kind]}, false) as "hasLeft",
      case when g.id is not null then jsonb_build_object('id', g.id, 'email', g.email, 'phone', g.phone,
        'accountId', g.account_id, 'state', g.state) end as grant,
      coalesce(g.account_id, (select a.id from accounts a where a.email = g.email)) as "accountId"
    from ${from[kind]}`;
  return party;
}

/** The party as who calls: with the roles that his account has in the dossier now; without an account, none. */
export const asCaller = ({ grant, accountId }: Party): Caller => ({
  accountId: accountId ?? NIL,
  email: grant?.email ?? '',
});

/** The same as he will be once his access is open, where it is still pending. */
export function onceIn(party: Party & { grant: NonNullable<Party['grant']> }): Caller {
  const { grant, accountId } = party;
  if (grant.accountId) return asCaller(party);
  // Whoever makes the account comes in by every access that was given with the same address and number (R11).
  return { ...asCaller(party), opening: { grantId: grant.id, phone: accountId ? null : grant.phone } };
}
