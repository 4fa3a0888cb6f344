import type { z } from 'zod';
import { enterToRead, requireLevel } from '../dossiers/entered.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { roomFor } from './import-family.ts';
import { readPlan } from './read-plan.ts';
import type { GedcomPreview } from './schema.ts';

/** What an import of a file would add to the family, for who may import it. Nothing is written. */
export async function previewImport(
  services: Services,
  { params, file, caller }: Request<{ d: string }, undefined, undefined>,
): Promise<z.input<typeof GedcomPreview>> {
  requireLevel(await enterToRead(services, { caller }, params.d), 'family', 'write');
  const plan = await readPlan(file.get());
  const existing = await roomFor(services.db, params.d, plan);
  const { persons, unions, parents } = plan;
  return {
    existing,
    counts: { persons: persons.length, unions: unions.length, parents: parents.length },
    ...plan,
  };
}
