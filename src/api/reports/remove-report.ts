import { lockReport } from '../../db/queries/reports.ts';
import { changeInSection } from '../dossiers/entered.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { presentReport, requireSeen } from './seen.ts';

/** Deletes a report with its PDF. One that is being drawn isn't finished. */
export const removeReport = (
  services: Services,
  { params, ifMatch, ...request }: Request<{ d: string; r: string }, undefined, undefined>,
) =>
  changeInSection(services, request, params.d, 'reports', async (context) => {
    const { tx, changes } = context;
    const presented = presentReport(requireSeen(context, await lockReport(tx.sql, params.r)));
    await requireVersion(tx, ifMatch(), presented);
    changes.replaced(presented);
    await tx.sql`delete from reports where id = ${presented.id}`;
    return undefined;
  });
