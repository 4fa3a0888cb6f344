import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { readTree } from '../../db/queries/family.ts';
import { parentLinks } from '../../db/schema/index.ts';
import { familyLimits } from '../../domain/family-tree.ts';
import { once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeInFamily, refuseSame, requirePersons } from './in-family.ts';
import { refuseFlaws } from './refuse-flaws.ts';
import type { AddParent } from './schema.ts';

/** Links a child to a parent. */
export const addParent = (
  services: Services,
  { params, body, ...request }: Request<{ d: string }, undefined, z.output<typeof AddParent>>,
) =>
  changeInFamily(services, request, params.d, ({ tx }) =>
    once(tx, request, async () => {
      const { childId, parentId, kind } = body.get();
      refuseSame(childId, parentId, 'parentId');
      await requirePersons(tx, params.d, { childId, parentId });
      const tree = await readTree(tx, params.d);
      if (tree.parents.some((link) => link.childId === childId && link.parentId === parentId))
        throw new Problem('link_exists');
      if (tree.parents.length >= familyLimits.parents) throw new Problem('too_many');
      const link = { id: uuidv7(), childId, parentId, kind };
      refuseFlaws(tree, { ...tree, parents: [...tree.parents, link] }, {}, 'parentId');
      await tx.orm.insert(parentLinks).values({ ...link, dossierId: params.d });
      return { id: link.id, version: 1 };
    }),
  );
