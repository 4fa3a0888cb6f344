import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queries, Sql } from '../client.ts';
import { parentLinks, persons, unions } from '../schema/index.ts';

/** The family structure of a dossier, whole, each part by age of entry. */
export async function readTree({ orm }: Pick<Queries, 'orm'>, dossierId: string) {
  const [people, couples, parents] = await Promise.all([
    orm
      .select()
      .from(persons)
      .where(and(eq(persons.dossierId, dossierId), isNull(persons.removedAt)))
      .orderBy(asc(persons.id)),
    orm.select().from(unions).where(eq(unions.dossierId, dossierId)).orderBy(asc(unions.id)),
    orm.select().from(parentLinks).where(eq(parentLinks.dossierId, dossierId)).orderBy(asc(parentLinks.id)),
  ]);
  return {
    persons: people,
    unions: couples.map(({ personA, personB, ...union }) => ({
      ...union,
      personIds: [personA, personB] as [string, string],
    })),
    parents,
  };
}

/** The persons of a dossier's family by their names. */
export const readNames = async (
  sql: Sql,
  dossierId: string,
): Promise<{ id: string; firstName: string; lastName: string }[]> => [
  ...(await sql<{ id: string; firstName: string; lastName: string }[]>`
    select id, first_name as "firstName", last_name as "lastName" from persons
    where dossier_id = ${dossierId} and removed_at is null`),
];
