import { readPdf, readReport } from '../../db/queries/reports.ts';
import { timeZone } from '../../domain/until.ts';
import { enterSection } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { FileAnswer, Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireSeen } from './seen.ts';

/** The PDF of a report. @throws Problem `report_not_ready`, `report_failed` */
export async function downloadReport(
  services: Services,
  { caller, params }: Request<{ d: string; r: string }, undefined, undefined>,
): Promise<FileAnswer> {
  const { sql } = services.db;
  const entered = await enterSection(services, { caller }, params.d, 'reports');
  const report = requireSeen(entered, await readReport(sql, params.r));
  if (report.state === 'failed') throw new Problem('report_failed');
  if (report.state !== 'ready') throw new Problem('report_not_ready');
  const content = await readPdf(sql, report.id);
  if (!content) throw new Problem('not_found');
  return { content, name: `${fileName(entered.dossier.name)} ${dayOf(report.finishedAt!)}.pdf` };
}

/** A name without what no file can have in its name. */
const fileName = (name: string) => name.replaceAll(/[\\/:*?"<>|]+/g, '-').replace(/^\.+/, '');

/** The day of an instant in Brussels, ISO 8601. */
const dayOf = (instant: string) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(instant));
