import { and, eq, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import { persons } from '../../db/schema/index.ts';
import type { Role } from '../../domain/capabilities.ts';
import { familyLimits } from '../../domain/family-tree.ts';
import type { Central } from '../../domain/words.ts';
import { once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeInFamily } from './in-family.ts';
import type { AddPerson } from './schema.ts';

/** Adds a person to the family tree; as a central one, the manager alone (R18). Nobody is linked to him yet. */
export const addPerson = (
  services: Services,
  { params, body, ...request }: Request<{ d: string }, undefined, z.output<typeof AddPerson>>,
) =>
  changeInFamily(services, request, params.d, async ({ tx, roles, changes }) => {
    if (body.field('central') != null) mayMarkCentral(roles);
    return once(tx, request, async () => {
      const person = body.get();
      refuseContradictions(person);
      if (person.central) await refuseTaken(tx, params.d, person.central);
      await refuseFull(tx, params.d);
      const id = uuidv7();
      await tx.orm.insert(persons).values({ id, dossierId: params.d, ...person });
      if (person.central)
        changes.record('central_changed', { kind: 'person', id }, { after: { central: person.central } });
      return { id, version: 1 };
    });
  });

/** @throws Problem `central_is_managers` */
export function mayMarkCentral(roles: readonly Role[]): void {
  if (!roles.some((role) => role.name === 'manager')) throw new Problem('central_is_managers');
}

/** One holder, at most one co-holder. @throws Problem `central_taken` */
export async function refuseTaken(
  { sql }: Queries,
  dossierId: string,
  central: Central,
  butNot: string | null = null,
) {
  const [taken] = await sql`
    select id from persons where dossier_id = ${dossierId} and central = ${central} and removed_at is null
      and (${butNot}::uuid is null or id <> ${butNot})`;
  if (taken) throw new Problem('central_taken');
}

/** @throws Problem `too_many` */
async function refuseFull({ orm }: Queries, dossierId: string) {
  const count = await orm.$count(persons, and(eq(persons.dossierId, dossierId), isNull(persons.removedAt)));
  if (count >= familyLimits.persons) throw new Problem('too_many');
}

type Fields = Partial<Pick<typeof persons.$inferInsert, 'birthDate' | 'deathDate' | 'country' | 'region'>>;

/** @throws Problem `invalid` for a death before the birth, and for a region of a domicile that isn't in Belgium */
export function refuseContradictions({ birthDate, deathDate, country, region }: Fields) {
  const errors = [];
  if (birthDate && deathDate && deathDate < birthDate) {
    errors.push({ field: 'deathDate', code: 'before_birth', message: 'Nobody dies before he is born.' });
  }
  if (region && country !== 'BE') {
    errors.push({ field: 'region', code: 'not_in_belgium', message: 'Only a domicile in Belgium has one.' });
  }
  if (errors.length > 0) throw new Problem('invalid', { errors });
}
