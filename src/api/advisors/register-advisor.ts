import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { advisors } from '../../db/schema/index.ts';
import { once } from '../idempotency.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeInAdvisors, requireTypeText } from './in-advisors.ts';
import type { RegisterAdvisor } from './schema.ts';

/** Registers an advisor in a dossier (R6): nothing is sent, no access is given. */
export const registerAdvisor = (
  services: Services,
  { params, body, ...request }: Request<{ d: string }, undefined, z.output<typeof RegisterAdvisor>>,
) =>
  changeInAdvisors(services, request, params.d, ({ tx, changes }) =>
    once(tx, request, async () => {
      const advisor = body.get();
      requireTypeText(advisor);
      const id = uuidv7();
      const [registered] = await tx.orm
        .insert(advisors)
        .values({ id, dossierId: params.d, ...advisor })
        .returning();
      changes.record('advisor_registered', { kind: 'advisor', id }, { after: { type: advisor.type } });
      return registered!;
    }),
  );
