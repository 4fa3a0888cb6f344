import { readReport, readReports } from '../../db/queries/reports.ts';
import { mayListRights } from '../../domain/access.ts';
import { enterSection } from '../dossiers/entered.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { presentReport, requireSeen } from './seen.ts';

/** The dossier's reports that the caller may know of, the newest first; whole, since there are never many. */
export async function listReports(
  services: Services,
  { caller, params }: Request<{ d: string }, undefined, undefined>,
) {
  const { capabilities } = await enterSection(services, { caller }, params.d, 'reports');
  const reports = await readReports(services.db.sql, params.d, mayListRights(capabilities));
  return { items: reports.map(presentReport) };
}

/** One report: its state, and how far it is. */
export async function openReport(
  services: Services,
  { caller, params }: Request<{ d: string; r: string }, undefined, undefined>,
) {
  const entered = await enterSection(services, { caller }, params.d, 'reports');
  return presentReport(requireSeen(entered, await readReport(services.db.sql, params.r)));
}
