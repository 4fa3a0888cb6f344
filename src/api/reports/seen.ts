import type { z } from 'zod';
import type { ReportRow } from '../../db/queries/reports.ts';
import { mayListRights } from '../../domain/access.ts';
import type { Entered } from '../dossiers/entered.ts';
import { isoInstant } from '../fields.ts';
import { Problem } from '../problem.ts';
import type { Report } from './schema.ts';

/** A report as the API shows it. */
export function presentReport({ dossierId, ...report }: ReportRow): z.output<typeof Report> {
  return { ...report, createdAt: isoInstant(report.createdAt)!, finishedAt: isoInstant(report.finishedAt) };
}

/**
 * The report, where it is one of this dossier that the caller may know of: one that says who has access is for those
 * alone who may list the access rights (R17).
 * @throws Problem `not_found`
 */
export function requireSeen({ dossier, capabilities }: Entered, report: ReportRow | undefined): ReportRow {
  const isSeen =
    report && report.dossierId === dossier.id && (!report.withAccess || mayListRights(capabilities));
  if (!isSeen) throw new Problem('not_found');
  return report;
}
