import type { Assumptions, Inputs, Result } from '../../domain/simulation.ts';
import type { Language, ReportState, TeamAccessMode } from '../../domain/words.ts';
import type { Queries, Sql } from '../client.ts';

/** A report without its PDF. Instants are ISO 8601 texts. */
export type ReportRow = {
  id: string;
  dossierId: string;
  state: ReportState;
  /** In percent. */
  progress: number;
  language: Language;
  simulationId: string | null;
  withAccess: boolean;
  createdAt: string;
  finishedAt: string | null;
  version: number;
};

const columns = (sql: Sql) => sql`
  id, dossier_id as "dossierId", state, progress, language, simulation_id as "simulationId",
  with_access as "withAccess", created_at as "createdAt", finished_at as "finishedAt", version`;

/** A dossier's reports, the newest first; those that say who has access only where `withAccess`. */
export const readReports = (sql: Sql, dossierId: string, withAccess: boolean) => sql<ReportRow[]>`
  select ${columns(sql)} from reports
  where dossier_id = ${dossierId} and (${withAccess} or not with_access) order by id desc`;

/** One report; undefined if there is none. */
export async function readReport(sql: Sql, reportId: string): Promise<ReportRow | undefined> {
  const [report] = await sql<ReportRow[]>`select ${columns(sql)} from reports where id = ${reportId}`;
  return report;
}

/** The same, locked. */
export async function lockReport(sql: Sql, reportId: string): Promise<ReportRow | undefined> {
  const [report] = await sql<ReportRow[]>`
    select ${columns(sql)} from reports where id = ${reportId} for update`;
  return report;
}

/** The PDF of a report that is ready. */
export async function readPdf(sql: Sql, reportId: string): Promise<Buffer | undefined> {
  const [report] = await sql<{ pdf: Buffer | null }[]>`select pdf from reports where id = ${reportId}`;
  return report?.pdf ?? undefined;
}

/**
 * Says how far a report is, in percent. A ready one stays as it is.
 * @returns whether it is still to be made
 */
export async function reportProgress({ sql }: Queries, reportId: string, percent: number): Promise<boolean> {
  const { count } = await sql`
    update reports set state = 'rendering', progress = ${percent}, finished_at = null
    where id = ${reportId} and state <> 'ready'`;
  return count > 0;
}

/** A report is ready, with its PDF, at once. One that was removed, or is ready already, stays as it is. */
export const reportReady = ({ sql }: Queries, reportId: string, pdf: Buffer) => sql`
  update reports set state = 'ready', pdf = ${pdf}, progress = 100, finished_at = now()
  where id = ${reportId} and state = 'rendering'`;

/** A report couldn't be made. One that is ready stays so. */
export const reportFailed = ({ sql }: Queries, reportId: string) => sql`
  update reports set state = 'failed', finished_at = now() where id = ${reportId} and state <> 'ready'`;

/** What stands on a report's cover, with the instant that a snapshot shows. */
export type DossierTitle = {
  dossierName: string;
  firmName: string;
  managerName: string;
  teamMode: TeamAccessMode;
  /** ISO 8601. */
  at: string;
};

export async function readTitle({ sql }: Queries, dossierId: string): Promise<DossierTitle> {
  const [title] = await sql<DossierTitle[]>`
    select d.name as "dossierName", f.name as "firmName", m.first_name || ' ' || m.last_name as "managerName",
      d.team_mode as "teamMode", now() as at
    from dossiers d join firms f on f.id = d.firm_id join members m on m.id = d.manager_id
    where d.id = ${dossierId}`;
  return title!;
}

/** Who of the team has access to a dossier by name, beside its manager: admins by themselves, others listed (R8). */
export const readTeam = ({ sql }: Queries, dossierId: string) => sql<
  { name: string; role: 'admin' | 'team_member' }[]
>`
  select m.first_name || ' ' || m.last_name as name,
    case when m.role = 'admin' and l.self_given then 'admin' else 'team_member' end as role
  from dossier_members l join members m on m.id = l.member_id join dossiers d on d.id = l.dossier_id
  where d.id = ${dossierId} and m.left_at is null and m.id <> d.manager_id
    and (d.team_mode = 'listed' or m.role = 'admin' and l.self_given)
  order by m.id`;

/** The names of all that was ever in a dossier's inventory: donations speak of what is gone. */
export const readItemNames = async ({ sql }: Queries, dossierId: string): Promise<Map<string, string>> =>
  new Map(
    (
      await sql<{ id: string; name: string }[]>`
        select id, name from wealth_items where dossier_id = ${dossierId}`
    ).map(({ id, name }) => [id, name]),
  );

/** What a report shows of a simulation, a removed one too: its assumptions, whom and what they name, and its figures. */
export type StoredSimulation = Pick<Inputs, 'startYear' | 'persons' | 'items'> &
  Pick<Result, 'years' | 'notes'> & { name: string; assumptions: Assumptions; createdAt: string };

export async function readSimulation(
  { sql }: Queries,
  simulationId: string,
): Promise<StoredSimulation | undefined> {
  const [simulation] = await sql<StoredSimulation[]>`
    select name, assumptions, inputs->'startYear' as "startYear", inputs->'persons' as persons,
      inputs->'items' as items, result->'years' as years, result->'notes' as notes, created_at as "createdAt"
    from simulations where id = ${simulationId}`;
  return simulation;
}
