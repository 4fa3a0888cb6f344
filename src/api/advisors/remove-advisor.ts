import { eq, sql } from 'drizzle-orm';
import { endOverdue } from '../../db/queries/end-access.ts';
import { advisors } from '../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { changeInAdvisors } from './in-advisors.ts';
import { lockAdvisor } from './lock-advisor.ts';

/** Removes an advisor whose access, if he had any, is withdrawn (R6). */
export const removeAdvisor = (
  services: Services,
  { params, ifMatch, ...request }: Request<{ d: string; a: string }, undefined, undefined>,
) =>
  changeInAdvisors(services, request, params.d, async ({ tx, changes }) => {
    const advisor = await lockAdvisor(tx, params.d, params.a);
    const { dossierId, removedAt, ...presented } = advisor;
    await requireVersion(tx, ifMatch(), presented);
    await endOverdue(tx, params.d);
    const [grant] = await tx.sql`select id from grants where advisor_id = ${advisor.id} and ended_at is null`;
    if (grant) throw new Problem('advisor_has_access');
    changes.replaced(presented);
    await tx.orm
      .update(advisors)
      .set({ removedAt: sql`now()`, version: advisor.version + 1 })
      .where(eq(advisors.id, advisor.id));
    changes.record('advisor_removed', { kind: 'advisor', id: advisor.id });
    return undefined;
  });
