import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { readTree } from '../../db/queries/family.ts';
import { unions } from '../../db/schema/index.ts';
import { familyLimits } from '../../domain/family-tree.ts';
import { once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeInFamily, refuseSame, requirePersons } from './in-family.ts';
import { refuseFlaws } from './refuse-flaws.ts';
import type { AddUnion } from './schema.ts';

/** Adds a union between two persons of the family. */
export const addUnion = (
  services: Services,
  { params, body, ...request }: Request<{ d: string }, undefined, z.output<typeof AddUnion>>,
) =>
  changeInFamily(services, request, params.d, ({ tx }) =>
    once(tx, request, async () => {
      const { personIds, kind, regime = null, start = null, end = null } = body.get();
      const [personA, personB] = personIds;
      refuseSame(personA, personB, 'personIds');
      refuseContradictions({ kind, regime, start, end });
      await requirePersons(tx, params.d, { 'personIds.0': personA, 'personIds.1': personB });
      const tree = await readTree(tx, params.d);
      if (tree.unions.length >= familyLimits.unions) throw new Problem('too_many');
      const union = { id: uuidv7(), kind, start, end };
      const treeWith = (days: { start?: null; end?: string | null }) => ({
        ...tree,
        unions: [...tree.unions, { ...union, personIds, ...days }],
      });
      const without = {
        ...(start ? { start: treeWith({ start: null }) } : {}),
        // One that ends sooner.
        ...(end ? { end: treeWith({ end: start }) } : {}),
      };
      refuseFlaws(tree, treeWith({}), without, 'personIds');
      await tx.orm.insert(unions).values({ ...union, dossierId: params.d, personA, personB, regime });
      return { id: union.id, version: 1 };
    }),
  );

type Fields = Pick<typeof unions.$inferSelect, 'kind' | 'regime' | 'start' | 'end'>;

/** @throws Problem `invalid` for an end before the start, and for a matrimonial regime without a marriage */
export function refuseContradictions({ kind, regime, start, end }: Fields) {
  const errors = [];
  if (regime && kind !== 'marriage') {
    const message = 'Only a marriage has a matrimonial regime.';
    errors.push({ field: 'regime', code: 'not_married', message });
  }
  if (start && end && end < start) {
    errors.push({ field: 'end', code: 'before_start', message: 'It ends before it starts.' });
  }
  if (errors.length > 0) throw new Problem('invalid', { errors });
}
