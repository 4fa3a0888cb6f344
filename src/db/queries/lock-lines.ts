import type { Queries } from '../client.ts';
import { type Caller, type DossierFacts, dossierColumns, type Recipient } from './dossier-facts.ts';
import { advisorLine, type LockedLine, personLine } from './line-facts.ts';

/** A line asked about. `email`: the address that would have access; null: the line's own. */
export type AskedLine = { kind: 'person' | 'advisor'; id: string; email: string | null };

/** A line locked together with others. `usedBy`: whose access, of the same kind, has its address. */
export type LineOfMany = Omit<LockedLine, 'dossier' | 'emailInUse' | 'guardians'> & {
  address: string;
  usedBy: string | null;
};

/** The firm's admins, and the central persons whose access is open, each with the person he is. */
export type Guardian = Recipient & { personId: string | null };

export type LockedLines = { dossier: DossierFacts; lines: LineOfMany[]; guardians: Guardian[] };

/**
 * Locks and reads, in one statement, all that decisions about many lines of a dossier need, each line once. Locks are
 * taken in the order in which a save of one line takes them, and among themselves in one order: the addresses, then
 * the lines' rows by id, then the dossier; so that nobody waits in a circle.
 * @returns undefined if there is no such dossier; of the lines, those that are there
 */
export async function lockLines(
  { sql }: Queries,
  caller: Caller,
  dossierId: string,
  asked: AskedLine[],
): Promise<LockedLines | undefined> {
  type Address = Pick<LineOfMany, 'account' | 'mailsToday' | 'resendsToday'>;
  type Row = DossierFacts & {
    lines: (Pick<LineOfMany, 'line' | 'address' | 'usedBy'> & { facts: Address })[];
    guardians: Guardian[];
  };
  const [row] = await sql<Row[]>`
    with asked as materialized (
      select j.kind, j.id, coalesce(j.email, p.email, a.email, '') as address
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) j(kind text, id uuid, email text)
      left join grants p on j.kind = 'person' and p.person_id = j.id and p.ended_at is null and p.dossier_id = ${dossierId}
      left join advisors a on j.kind = 'advisor' and a.id = j.id and a.dossier_id = ${dossierId}),
    addresses as materialized (
      select coalesce(jsonb_object_agg(o.id, address_facts(o.address, ${dossierId}, o.id)), '{}') as facts
      from (select id, address from asked order by hashtextextended(address, 0), address) o),
    of_persons as materialized (
      select (select to_jsonb(l) from (select ${personLine(sql)}) l) as line, x.address, addresses.facts->p.id::text as facts,
        (select o.person_id from grants o where o.dossier_id = ${dossierId} and o.ended_at is null
          and o.email = x.address and o.person_id is not null) as "usedBy"
      from addresses cross join asked x join persons p on p.id = x.id
      where x.kind = 'person' and p.dossier_id = ${dossierId} and p.removed_at is null
      order by p.id for no key update of p),
    of_advisors as materialized (
      select (select to_jsonb(l) from (select ${advisorLine(sql)}) l) as line, x.address, addresses.facts->a.id::text as facts,
        (select o.advisor_id from grants o where o.dossier_id = ${dossierId} and o.ended_at is null
          and o.email = x.address and o.advisor_id is not null) as "usedBy"
      from addresses cross join asked x join advisors a on a.id = x.id
      where x.kind = 'advisor' and a.dossier_id = ${dossierId} and a.removed_at is null
      order by a.id for no key update of a)
    select ${dossierColumns(sql, caller)},
      (select coalesce(jsonb_agg(l), '[]') from (
        select * from of_persons union all select * from of_advisors) l) as lines,
      (select coalesce(jsonb_agg(jsonb_build_object('accountId', ac.id, 'email', ac.email, 'language', ac.language,
          'personId', c.id)), '[]')
        from grants g join accounts ac on ac.id = g.account_id
        left join members m on m.id = g.member_id
        left join persons c on c.id = g.person_id
        where g.ended_at is null
          and (m.firm_id = d.firm_id and m.role = 'admin'
            or c.dossier_id = d.id and c.central is not null)) as guardians
    from dossiers d where d.id = ${dossierId}
    for share of d`;
  if (!row) return undefined;
  const { lines, guardians, ...dossier } = row;
  return {
    dossier,
    lines: lines.map(({ facts, ...line }) => ({ ...line, ...facts })),
    guardians,
  };
}
