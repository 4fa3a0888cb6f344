import { changeInSection } from '../dossiers/entered.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { lockSimulation } from './simulation-rows.ts';

/** Removes a simulation; the row stays, since reports speak of it. @throws Problem `not_found`, `version_stale` */
export const removeSimulation = (
  services: Services,
  { params, ifMatch, ...request }: Request<{ d: string; s: string }, undefined, undefined>,
) =>
  changeInSection(services, request, params.d, 'simulations', async ({ tx, changes }) => {
    const presented = await lockSimulation(tx, params);
    await requireVersion(tx, ifMatch(), presented);
    changes.replaced(presented);
    await tx.sql`
      update simulations set removed_at = now(), version = version + 1 where id = ${params.s}`;
    return undefined;
  });
