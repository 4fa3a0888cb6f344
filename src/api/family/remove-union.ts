import { eq } from 'drizzle-orm';
import { unions } from '../../db/schema/index.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { lockUnion } from './change-union.ts';
import { changeInFamily } from './in-family.ts';
import { presentUnion } from './present.ts';

export const removeUnion = (
  services: Services,
  { params, ifMatch, ...request }: Request<{ d: string; u: string }, undefined, undefined>,
) =>
  changeInFamily(services, request, params.d, async ({ tx, changes }) => {
    const union = await lockUnion(tx, params);
    await requireVersion(tx, ifMatch(), presentUnion(union));
    changes.replaced(presentUnion(union));
    await tx.orm.delete(unions).where(eq(unions.id, union.id));
    return undefined;
  });
