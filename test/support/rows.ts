import { randomUUID } from 'node:crypto';
import type { Sql } from '../../src/db/client.ts';

/** An instant as text: the driver under the ORM takes no dates. */
const now = new Date().toISOString();

/** What plain SQL needs of a family: ids alone. `A` is the address of account `a`, which the holder's grant goes to. */
export type Rows = {
  firm: string;
  member: string;
  dossier: string;
  otherDossier: string;
  holder: string;
  cousin: string;
  dead: string;
  removed: string;
  stranger: string;
  advisor: string;
  removedAdvisor: string;
  otherAdvisor: string;
  a: string;
  b: string;
  grant: string;
  cousinGrant: string;
  advisorGrant: string;
  addressA: string;
};

/**
 * A family by plain SQL: a holder, a cousin and an advisor who have access, others who can't get any, two accounts.
 * `bound`: the holder's access is open.
 */
export async function writeRows(sql: Sql, { bound = false } = {}): Promise<Rows> {
  const names = ['firm', 'member', 'dossier', 'otherDossier', 'holder', 'cousin', 'dead', 'removed'] as const;
  const more = ['stranger', 'advisor', 'removedAdvisor', 'otherAdvisor', 'a', 'b'] as const;
  const given = ['grant', 'cousinGrant', 'advisorGrant'] as const;
  const ids = Object.fromEntries([...names, ...more, ...given].map((name) => [name, randomUUID()])) as Rows;
  const rows = { ...ids, addressA: `${ids.a}@people.test` };
  const { firm, member, dossier, otherDossier } = rows;
  await sql`insert into firms ${sql({ id: firm, name: 'Fortuna', language: 'en' })}`;
  const named = { first_name: 'Max', last_name: 'Member', language: 'en' };
  await sql`insert into members ${sql({ id: member, firm_id: firm, ...named, role: 'manager' })}`;
  for (const id of [dossier, otherDossier]) {
    await sql`insert into dossiers ${sql({ id, firm_id: firm, name: 'Dupont', manager_id: member })}`;
  }
  await addPerson(sql, { id: rows.holder, dossier_id: dossier, central: 'holder' });
  await addPerson(sql, { id: rows.cousin, dossier_id: dossier });
  await addPerson(sql, { id: rows.dead, dossier_id: dossier, death_date: '2020-01-01' });
  await addPerson(sql, { id: rows.removed, dossier_id: dossier, removed_at: now });
  await addPerson(sql, { id: rows.stranger, dossier_id: otherDossier });
  const contact = { email: 'notary@people.test', phone: '+32470000001' };
  for (const [id, dossier_id, removed_at] of [
    [rows.advisor, dossier, null],
    [rows.removedAdvisor, dossier, now],
    [rows.otherAdvisor, otherDossier, null],
  ] as const) {
    const advisor = { id, dossier_id, ...named, ...contact, type: 'notary', removed_at };
    await sql`insert into advisors ${sql(advisor)}`;
  }
  for (const id of [rows.a, rows.b]) {
    const account = { id, name: 'Jeanne Dupont', email: `${id}@people.test`, phone: '+32470000002' };
    await sql`insert into accounts ${sql({ ...account, language: 'fr' })}`;
  }
  const opened = bound ? { account_id: rows.a, opened_at: now } : {};
  await addGrant(sql, rows, { id: rows.grant, person_id: rows.holder, email: rows.addressA, ...opened });
  await addGrant(sql, rows, { id: rows.cousinGrant, person_id: rows.cousin });
  await addGrant(sql, rows, { id: rows.advisorGrant, advisor_id: rows.advisor });
  return rows;
}

export const addPerson = (sql: Sql, columns: object) =>
  sql`insert into persons ${sql({ id: randomUUID(), first_name: 'Jeanne', last_name: 'Dupont', ...columns })}`;

/** A grant in the family's dossier; of nobody yet: `columns` name the party. */
export const addGrant = (
  sql: Sql,
  { firm, dossier }: { firm: string; dossier: string | null },
  columns: object,
) =>
  sql`insert into grants ${sql({
    id: randomUUID(),
    firm_id: firm,
    dossier_id: dossier,
    right: 'read_write',
    email: `${randomUUID()}@people.test`,
    phone: '+32470000003',
    given_at: now,
    state: 'queued',
    ...columns,
  })}`;
