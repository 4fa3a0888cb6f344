import type { Central, Language } from '../../domain/words.ts';
import type { Sql } from '../client.ts';

export type NewDossier = { id: string; firmId: string; name: string; managerId: string };
export type NewPerson = {
  id: string;
  firstName: string;
  lastName: string;
  central: Central | null;
  birthDate?: string | null;
  language?: Language | null;
};

/** Writes a dossier and its first persons, in one statement. */
export const insertDossier = (
  sql: Sql,
  { id, firmId, name, managerId }: NewDossier,
  family: NewPerson[],
) => sql`
  with dossier as (
    insert into dossiers (id, firm_id, name, manager_id) values (${id}, ${firmId}, ${name}, ${managerId}))
  insert into persons (id, dossier_id, first_name, last_name, central, birth_date, language)
  select (p->>'id')::uuid, ${id}::uuid, p->>'firstName', p->>'lastName', p->>'central', (p->>'birthDate')::date,
    p->>'language'
  from jsonb_array_elements(${JSON.stringify(family)}::jsonb) p`;

/** Gives a dossier another manager; the former one stays listed in its team. */
export const changeManager = (sql: Sql, dossierId: string, from: string, to: string) => sql`
  with listed as (
    insert into dossier_members (dossier_id, member_id) values (${dossierId}, ${from}) on conflict do nothing)
  update dossiers set manager_id = ${to} where id = ${dossierId}`;
