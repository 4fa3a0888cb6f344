import type { Queries } from '../../db/client.ts';
import { readTree } from '../../db/queries/family.ts';
import { readItems } from '../../db/queries/inventories.ts';
import type { Inputs } from '../../domain/simulation.ts';

/**
 * Family and inventory as they stand, and when that was, by the database's clock.
 * @param tx on one snapshot
 */
export async function readInputs(tx: Queries, dossierId: string): Promise<{ at: string; inputs: Inputs }> {
  const [[now], tree, items] = await Promise.all([
    tx.sql<{ at: string; year: number }[]>`
      select now()::text as at, extract(year from now() at time zone 'UTC')::int as year`,
    readTree(tx, dossierId),
    readItems(tx.sql, dossierId),
  ]);
  const inputs = {
    startYear: now!.year,
    persons: tree.persons.map(({ id, firstName, lastName, deathDate }) => ({
      id,
      firstName,
      lastName,
      deathDate,
    })),
    unions: tree.unions.map(({ personIds, kind, start, end }) => ({ personIds, kind, start, end })),
    parents: tree.parents.map(({ childId, parentId, kind }) => ({ childId, parentId, kind })),
    items: items.map(({ id, kind, name, currency, cents, valuedOn, owners }) => ({
      id,
      kind,
      name,
      currency,
      cents,
      valuedOn,
      owners,
    })),
  };
  return { at: now!.at, inputs };
}
