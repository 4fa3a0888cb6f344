import { and, asc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { parentLinks, persons, unions } from '../../db/schema/index.ts';
import { allows } from '../../domain/capabilities.ts';
import { enterToRead } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import type { Family } from './schema.ts';

/** The family structure, whole. */
export async function readFamily(
  services: Services,
  { caller, params }: Request<{ d: string }, undefined, undefined>,
): Promise<z.input<typeof Family>> {
  const { capabilities } = await enterToRead(services, { caller }, params.d);
  if (!allows(capabilities, 'family', 'read')) throw new Problem('not_permitted');
  const { orm } = services.db;
  const [people, couples, parents] = await Promise.all([
    orm
      .select()
      .from(persons)
      .where(and(eq(persons.dossierId, params.d), isNull(persons.removedAt)))
      .orderBy(asc(persons.id)),
    orm.select().from(unions).where(eq(unions.dossierId, params.d)).orderBy(asc(unions.id)),
    orm.select().from(parentLinks).where(eq(parentLinks.dossierId, params.d)).orderBy(asc(parentLinks.id)),
  ]);
  return {
    persons: people,
    unions: couples.map(({ personA, personB, ...union }) => ({ ...union, personIds: [personA, personB] })),
    parents,
  };
}
