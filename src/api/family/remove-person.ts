import { eq, or, sql } from 'drizzle-orm';
import { endOverdue } from '../../db/queries/end-access.ts';
import { isInInventory } from '../../db/queries/inventories.ts';
import { parentLinks, persons, unions } from '../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { mayMarkCentral } from './add-person.ts';
import { changeInFamily, lockPerson } from './in-family.ts';
import { presentLink, presentPerson, presentUnion } from './present.ts';

/**
 * Removes a person who has no access, owns nothing, and gave and received nothing, with his unions and parent links
 * (R5, R18).
 */
export const removePerson = (
  services: Services,
  { params, ifMatch, ...request }: Request<{ d: string; p: string }, undefined, undefined>,
) =>
  changeInFamily(services, request, params.d, async ({ tx, roles, changes }) => {
    const person = await lockPerson(tx, params.d, params.p);
    if (person.central) mayMarkCentral(roles);
    await requireVersion(tx, ifMatch(), presentPerson(person));
    changes.replaced(presentPerson(person));
    await endOverdue(tx, params.d);
    const [grant] = await tx.sql`select id from grants where person_id = ${person.id} and ended_at is null`;
    if (grant) throw new Problem(person.central ? 'access_irrevocable' : 'person_has_access');
    if (await isInInventory(tx.sql, person.id)) throw new Problem('person_in_inventory');
    if (person.central) {
      changes.record(
        'central_changed',
        { kind: 'person', id: person.id },
        { before: { central: person.central }, after: { central: null } },
      );
    }
    const removedUnions = await tx.orm
      .delete(unions)
      .where(or(eq(unions.personA, person.id), eq(unions.personB, person.id)))
      .returning();
    for (const { personA, personB, ...union } of removedUnions)
      changes.replaced(presentUnion({ ...union, personIds: [personA, personB] }));
    const removedLinks = await tx.orm
      .delete(parentLinks)
      .where(or(eq(parentLinks.childId, person.id), eq(parentLinks.parentId, person.id)))
      .returning();
    for (const link of removedLinks) changes.replaced(presentLink(link));
    await tx.orm
      .update(persons)
      .set({ removedAt: sql`now()`, central: null, version: person.version + 1 })
      .where(eq(persons.id, person.id));
    return undefined;
  });
