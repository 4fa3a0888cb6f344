import { type Queries, StaleFacts } from '../client.ts';
import { type Caller, type DossierFacts, dossierColumns, type Recipient } from './dossier-facts.ts';
import { endOverdue } from './end-access.ts';
import { advisorLine, type LockedLine, personLine } from './line-facts.ts';

/** A line asked about. `email`: the address that would have access; null: the line's own. */
export type AskedLine = { kind: 'person' | 'advisor'; id: string; email: string | null };

/** A line locked together with others. `usedBy`: whose access, of the same kind, has its address. */
export type LineOfMany = Omit<LockedLine, 'dossier' | 'emailInUse' | 'guardians' | 'callerName'> & {
  address: string;
  usedBy: string | null;
};

/** The firm's admins, and the central persons whose access is open, each with the person he is. */
export type Guardian = Recipient & { personId: string | null };

export type LockedLines = Pick<LockedLine, 'dossier' | 'callerName'> & {
  lines: LineOfMany[];
  guardians: Guardian[];
};

/**
 * Locks and reads all that decisions about many lines of a dossier need, each line once: one statement locks, the next
 * reads what stands still then. Among a hundred grants one is always being written to by somebody: a version that was
 * read before its lock would be stale at the write, again and again.
 * @returns undefined if there is no such dossier; of the lines, those that are there
 * @throws StaleFacts when a line's own address was changed while it was waited for
 */
export async function lockLines(
  tx: Queries,
  caller: Caller,
  dossierId: string,
  asked: AskedLine[],
): Promise<LockedLines | undefined> {
  const { sql } = tx;
  const locked = await lockAll(sql, dossierId, asked);
  if (!locked) return undefined;
  const { addresses, overdue } = locked;
  // Access that its workflow hasn't ended yet still has its place in the indexes of the database.
  if (overdue) await endOverdue(tx, dossierId);
  const byId = JSON.stringify(addresses);
  type Row = DossierFacts &
    Pick<LockedLines, 'guardians' | 'callerName'> & { lines: Pick<LineOfMany, 'line' | 'usedBy'>[] };
  const [row] = await sql<Row[]>`
    with asked as materialized (
      select key::uuid as id, value->>'address' as address from jsonb_each(${byId}::jsonb)),
    lines as (
      select (select to_jsonb(l) from (select ${personLine(sql)}) l) as line,
        (select o.person_id from grants o where o.dossier_id = ${dossierId} and o.ended_at is null
          and o.email = x.address and o.person_id is not null) as "usedBy"
      from asked x join persons p on p.id = x.id and p.dossier_id = ${dossierId} and p.removed_at is null
      union all
      select (select to_jsonb(l) from (select ${advisorLine(sql)}) l),
        (select o.advisor_id from grants o where o.dossier_id = ${dossierId} and o.ended_at is null
          and o.email = x.address and o.advisor_id is not null)
      from asked x join advisors a on a.id = x.id and a.dossier_id = ${dossierId} and a.removed_at is null)
    select ${dossierColumns(sql, caller)},
      (select name from accounts where id = ${caller.accountId}) as "callerName",
      (select coalesce(jsonb_agg(l), '[]') from lines l) as lines,
      (select coalesce(jsonb_agg(jsonb_build_object('accountId', ac.id, 'email', ac.email, 'language', ac.language,
          'personId', c.id)), '[]')
        from grants g join accounts ac on ac.id = g.account_id
        left join members m on m.id = g.member_id
        left join persons c on c.id = g.person_id
        where g.ended_at is null
          and (m.firm_id = d.firm_id and m.role = 'admin'
            or c.dossier_id = d.id and c.central is not null)) as guardians
    from dossiers d where d.id = ${dossierId}`;
  const { lines: found, guardians, callerName, ...dossier } = row!;
  const askedAs = new Map(asked.map((line) => [line.id, line]));
  const lines = found
    .filter(({ line }) => askedAs.get(line.partyId)?.kind === line.kind)
    .map((one): LineOfMany => ({ ...one, ...addresses[one.line.partyId]! }));
  for (const { line, address } of lines) {
    const own = line.kind === 'advisor' ? line.email : (line.grant?.email ?? '');
    if (askedAs.get(line.partyId)!.email === null && own !== address) throw new StaleFacts();
  }
  return { dossier, lines, guardians, callerName };
}

type Addresses = Record<string, Pick<LineOfMany, 'address' | 'account' | 'mailsToday' | 'resendsToday'>>;

/**
 * Takes the locks, in the order in which a save of one line takes them, and each kind among itself in one order: the
 * addresses, the parties, their grants, the dossier; so that nobody waits in a circle.
 * @returns by line, its address and what is known of it, and whether somebody's last day has passed; undefined if there is no such dossier
 */
async function lockAll(sql: Queries['sql'], dossierId: string, asked: AskedLine[]) {
  const [locked] = await sql<{ addresses: Addresses; overdue: boolean }[]>`
    with asked as materialized (
      select j.kind, j.id, coalesce(j.email, p.email, a.email, '') as address
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) j(kind text, id uuid, email text)
      left join grants p on j.kind = 'person' and p.person_id = j.id and p.ended_at is null and p.dossier_id = ${dossierId}
      left join advisors a on j.kind = 'advisor' and a.id = j.id and a.dossier_id = ${dossierId}),
    addresses as materialized (
      select coalesce(jsonb_object_agg(o.id, address_facts(o.address, ${dossierId}, o.id)
        || jsonb_build_object('address', o.address)), '{}') as facts
      from (select id, address from asked order by hashtextextended(address, 0), address) o),
    of_persons as materialized (
      select p.id from addresses cross join persons p
      where p.id in (select id from asked) and p.dossier_id = ${dossierId} order by p.id for no key update of p),
    of_advisors as materialized (
      select a.id from addresses cross join advisors a
      where a.id in (select id from asked) and a.dossier_id = ${dossierId} order by a.id for no key update of a),
    parties as materialized (
      select array(select id from of_persons) || array(select id from of_advisors) as ids),
    of_grants as materialized (
      select g.id from parties cross join grants g
      where g.dossier_id = ${dossierId} and g.ended_at is null
        and (g.person_id = any(parties.ids) or g.advisor_id = any(parties.ids))
      order by g.id for no key update of g)
    select addresses.facts as addresses, (select count(*) from of_grants) as grants,
      exists (select from grants o where o.dossier_id = d.id and o.ended_at is null and o.ends_at <= statement_timestamp()) as overdue
    from addresses cross join dossiers d where d.id = ${dossierId}
    for share of d`;
  return locked;
}
