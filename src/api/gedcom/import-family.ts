import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import { familyLimits } from '../../domain/family-tree.ts';
import { enterToRead, requireLevel } from '../dossiers/entered.ts';
import { changeInFamily } from '../family/in-family.ts';
import { once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';
import type { GedcomImported } from './schema.ts';

/**
 * Adds the family of a GEDCOM file, all of it or nothing. Nobody who is there is matched, changed or removed; nobody
 * who is added is a central person or has access.
 */
export async function importFamily(
  services: Services,
  { params, file, ...request }: Request<{ d: string }, undefined, undefined>,
): Promise<z.input<typeof GedcomImported>> {
  // The file is read before the transaction, and not for those who may not import it.
  requireLevel(await enterToRead(services, request, params.d), 'family', 'write');
  const plan = await readPlan(file.get());
  return changeInFamily(services, request, params.d, ({ tx }) =>
    once(tx, request, async () => {
      await roomFor(tx, params.d, plan);
      const ids = new Map(plan.persons.map(({ xref }) => [xref, uuidv7()]));
      await insert(tx, params.d, plan, ids);
      return {
        persons: plan.persons.length,
        unions: plan.unions.length,
        parents: plan.parents.length,
        ids: [...ids].map(([xref, id]) => ({ xref, id })),
      };
    }),
  );
}

/** How many persons the family has. @throws Problem `too_many` when a plan would make it larger than it may be */
export async function roomFor({ sql }: Pick<Queries, 'sql'>, dossierId: string, plan: Plan): Promise<number> {
  const [counts] = await sql<Record<keyof typeof familyLimits, number>[]>`
    select (select count(*)::int from persons where dossier_id = ${dossierId} and removed_at is null) as persons,
      (select count(*)::int from unions where dossier_id = ${dossierId}) as unions,
      (select count(*)::int from parent_links where dossier_id = ${dossierId}) as parents`;
  for (const kind of ['persons', 'unions', 'parents'] as const) {
    if (counts![kind] + plan[kind].length > familyLimits[kind]) throw new Problem('too_many');
  }
  return counts!.persons;
}

/** Writes the rows of a plan, in one statement. */
async function insert({ sql }: Queries, dossierId: string, plan: Plan, ids: Map<string, string>) {
  const people = plan.persons.map((person) => ({
    id: ids.get(person.xref),
    first_name: person.firstName,
    last_name: person.lastName,
    birth_date: person.birthDate,
    death_date: person.deathDate,
    sex: person.sex,
    nationality: person.nationality,
    country: person.country,
    region: person.region,
    language: person.language,
  }));
  const couples = plan.unions.map(({ personXrefs: [a, b], kind, regime, start, end }) => ({
    id: uuidv7(),
    person_a: ids.get(a),
    person_b: ids.get(b),
    kind,
    regime,
    start,
    end,
  }));
  const links = plan.parents.map(({ childXref, parentXref, kind }) => ({
    id: uuidv7(),
    child_id: ids.get(childXref),
    parent_id: ids.get(parentXref),
    kind,
  }));
  await sql`
    with
    people as (
      insert into persons (id, dossier_id, first_name, last_name, birth_date, death_date, sex, nationality, country,
        region, language)
      select id, ${dossierId}::uuid, first_name, last_name, birth_date, death_date, sex, nationality, country, region,
        language
      from jsonb_populate_recordset(null::persons, ${JSON.stringify(people)}::jsonb)),
    couples as (
      insert into unions (id, dossier_id, person_a, person_b, kind, regime, start, "end")
      select id, ${dossierId}::uuid, person_a, person_b, kind, regime, start, "end"
      from jsonb_populate_recordset(null::unions, ${JSON.stringify(couples)}::jsonb))
    insert into parent_links (id, dossier_id, child_id, parent_id, kind)
    select id, ${dossierId}::uuid, child_id, parent_id, kind
    from jsonb_populate_recordset(null::parent_links, ${JSON.stringify(links)}::jsonb)`;
}
