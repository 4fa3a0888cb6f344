import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Queries } from '../../db/client.ts';
import { persons } from '../../db/schema/index.ts';
import { changeInSection } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';

type Work<T> = Parameters<typeof changeInSection<T>>[4];

/**
 * Changes something in the family structure. The changes of one family run one after the other: two that are each
 * fine can be impossible together.
 * @throws Problem `not_permitted` for who may not write it
 */
export const changeInFamily = <T>(
  services: Services,
  request: Pick<Request<never, never, never>, 'caller' | 'origin'>,
  dossierId: string,
  work: Work<T>,
): Promise<T> =>
  changeInSection(services, request, dossierId, 'family', async (context) => {
    // A statement of its own: what is read after it is read once the change before is committed.
    await context.tx.sql`select pg_advisory_xact_lock(hashtextextended(${`family ${dossierId}`}, 0))`;
    return work(context);
  });

export type PersonRow = typeof persons.$inferSelect;

/** Locks persons of a dossier, in one order. @returns those that are there */
export const lockPersons = ({ orm }: Queries, dossierId: string, ids: string[]): Promise<PersonRow[]> =>
  orm
    .select()
    .from(persons)
    .where(and(eq(persons.dossierId, dossierId), inArray(persons.id, ids), isNull(persons.removedAt)))
    .orderBy(persons.id)
    .for('no key update');

/** @throws Problem `not_found` */
export async function lockPerson(tx: Queries, dossierId: string, id: string): Promise<PersonRow> {
  const [person] = await lockPersons(tx, dossierId, [id]);
  if (!person) throw new Problem('not_found');
  return person;
}

/** Both persons have to be of the family. @throws Problem `invalid`, naming the field of who isn't */
export async function requirePersons(
  tx: Queries,
  dossierId: string,
  byField: Record<string, string>,
): Promise<void> {
  const known = await lockPersons(tx, dossierId, Object.values(byField));
  const errors = Object.entries(byField)
    .filter(([, id]) => !known.some((person) => person.id === id))
    .map(([field]) => ({ field, code: 'not_in_family', message: 'Not a person of this family.' }));
  if (errors.length > 0) throw new Problem('invalid', { errors });
}

/** @throws Problem `invalid` where two persons are one */
export function refuseSame(one: string, other: string, field: string): void {
  if (one === other) {
    const message = 'These are two different persons.';
    throw new Problem('invalid', { errors: [{ field, code: 'same_person', message }] });
  }
}
