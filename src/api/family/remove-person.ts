import { eq, or, sql } from 'drizzle-orm';
import { parentLinks, persons, unions } from '../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { mayMarkCentral } from './add-person.ts';
import { changeInFamily, lockPerson } from './in-family.ts';

/** Removes a person who has no access, with his unions and parent links (R5, R18). */
export const removePerson = (
  services: Services,
  { params, ifMatch, ...request }: Request<{ d: string; p: string }, undefined, undefined>,
) =>
  changeInFamily(services, request, params.d, async ({ tx, roles, changes }) => {
    const person = await lockPerson(tx, params.d, params.p);
    if (person.central) mayMarkCentral(roles);
    if (ifMatch() !== person.version) throw new Problem('version_stale');
    const [grant] = await tx.sql`select id from grants where person_id = ${person.id} and ended_at is null`;
    if (grant) throw new Problem(person.central ? 'access_irrevocable' : 'person_has_access');
    if (person.central) {
      changes.record(
        'central_changed',
        { kind: 'person', id: person.id },
        { before: { central: person.central }, after: { central: null } },
      );
    }
    await tx.orm.delete(unions).where(or(eq(unions.personA, person.id), eq(unions.personB, person.id)));
    await tx.orm
      .delete(parentLinks)
      .where(or(eq(parentLinks.childId, person.id), eq(parentLinks.parentId, person.id)));
    await tx.orm
      .update(persons)
      .set({ removedAt: sql`now()`, central: null, version: person.version + 1 })
      .where(eq(persons.id, person.id));
    return undefined;
  });
