import type { z } from 'zod';
import { changeInSection } from '../dossiers/entered.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import type { ChangeSimulation } from './schema.ts';
import { lockSimulation } from './simulation-rows.ts';

/** Renames a simulation: what was assumed and what came of it stay. @throws Problem `not_found`, `version_stale` */
export const renameSimulation = (
  services: Services,
  {
    params,
    body,
    ifMatch,
    ...request
  }: Request<{ d: string; s: string }, undefined, z.output<typeof ChangeSimulation>>,
) =>
  changeInSection(services, request, params.d, 'simulations', async ({ tx, changes }) => {
    const presented = await lockSimulation(tx, params);
    const { name } = body.get();
    await requireVersion(tx, ifMatch(), presented);
    changes.replaced(presented);
    const version = presented.version + 1;
    await tx.sql`update simulations set name = ${name}, version = ${version} where id = ${params.s}`;
    return { ...presented, name, version };
  });
