import { save } from '../../api/access-rights/carry-out.ts';
import { changeLine } from '../../api/access-rights/line-change.ts';
import type { Database } from '../../db/client.ts';
import type { Right } from '../../domain/words.ts';
import type { DemoAccess, DemoFamily } from './family.ts';

const here = { address: '127.0.0.1', requestId: 'demo' };

/** Saves a right in a demo dossier as its giver would, by the same rules. */
export async function give(
  db: Database,
  family: DemoFamily,
  { to, email, phone, by }: DemoAccess,
  right: Right,
): Promise<void> {
  const found = await findParty(db, family, to);
  const [giver] = await db.sql<{ accountId: string; email: string }[]>`
    select a.id as "accountId", a.email from accounts a
    where a.email = coalesce(${by ?? null}, (select g.email from grants g where g.member_id = ${found.managerId}))`;
  const registered = { email: email ?? found.email!, phone: phone ?? found.phone! };
  await changeLine(
    { db, starter: { nudge() {} } },
    { caller: giver!, origin: here },
    found.dossierId,
    { kind: found.kind, id: found.id },
    registered.email,
    (change) => save(change, right === 'none' ? { right } : { right, ...registered }),
  );
}

/** The grant that a person or advisor of a demo dossier has or had, the newest one; undefined for none. */
export async function grantOf(db: Database, family: DemoFamily, to: string) {
  const { id } = await findParty(db, family, to);
  const [grant] = await db.sql<
    { id: string; accountId: string | null; state: string; endedAt: string | null }[]
  >`
    select id, account_id as "accountId", state, ended_at as "endedAt" from grants
    where ${id} in (person_id, advisor_id) order by id desc limit 1`;
  return grant;
}

type Party = {
  kind: 'person' | 'advisor';
  id: string;
  dossierId: string;
  managerId: string;
  email: string | null;
  phone: string | null;
};

/** A person or advisor of a demo family by his name, which is his alone there. */
async function findParty({ sql }: Database, family: DemoFamily, key: string): Promise<Party> {
  const { firstName, lastName } = (family.persons[key] ?? family.advisors[key])!;
  const table = family.persons[key] ? sql`persons` : sql`advisors`;
  const contact = family.persons[key] ? sql`null as email, null as phone` : sql`p.email, p.phone`;
  const kind = family.persons[key] ? 'person' : 'advisor';
  const [found] = await sql<Party[]>`
    select ${kind} as kind, p.id, p.dossier_id as "dossierId", d.manager_id as "managerId", ${contact}
    from ${table} p join dossiers d on d.id = p.dossier_id
    where d.name = ${family.name} and p.first_name = ${firstName} and p.last_name = ${lastName}`;
  return found!;
}
