import type { z } from 'zod';
import { readTree } from '../../db/queries/family.ts';
import { enterSection } from '../dossiers/entered.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { presentLink, presentPerson, presentUnion } from './present.ts';
import type { Family } from './schema.ts';

/** The family structure, whole. */
export async function readFamily(
  services: Services,
  { caller, params }: Request<{ d: string }, undefined, undefined>,
): Promise<z.input<typeof Family>> {
  await enterSection(services, { caller }, params.d, 'family');
  const { persons, unions, parents } = await readTree(services.db, params.d);
  return {
    persons: persons.map(presentPerson),
    unions: unions.map(presentUnion),
    parents: parents.map(presentLink),
  };
}
