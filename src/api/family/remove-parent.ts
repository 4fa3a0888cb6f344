import { and, eq } from 'drizzle-orm';
import { parentLinks } from '../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { changeInFamily } from './in-family.ts';
import { presentLink } from './present.ts';

/** Removes a link between child and parent. */
export const removeParent = (
  services: Services,
  { params, ifMatch, ...request }: Request<{ d: string; l: string }, undefined, undefined>,
) =>
  changeInFamily(services, request, params.d, async ({ tx, changes }) => {
    const [link] = await tx.orm
      .select()
      .from(parentLinks)
      .where(and(eq(parentLinks.id, params.l), eq(parentLinks.dossierId, params.d)))
      .for('update');
    if (!link) throw new Problem('not_found');
    await requireVersion(tx, ifMatch(), presentLink(link));
    changes.replaced(presentLink(link));
    await tx.orm.delete(parentLinks).where(eq(parentLinks.id, link.id));
    return undefined;
  });
