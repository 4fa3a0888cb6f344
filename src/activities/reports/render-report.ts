import { ApplicationFailure, type Context } from '@temporalio/activity';
import { isDatabaseAway, sqlState } from '../../db/client.ts';
import { readReport, reportFailed, reportProgress, reportReady } from '../../db/queries/reports.ts';
import type { ActivityContext } from '../activities.ts';
import { coded } from '../delivery.ts';
import { placeOf } from './place-of.ts';
import { readReportData } from './read-report.ts';
import { RenderFailed } from './renderer.ts';

/** What became of a report. `removed`: somebody deleted it meanwhile. */
export type ReportFate = 'ready' | 'removed';

/** What an attempt needs of Temporal: which one it is, a sign of life, and an end when it is no longer wanted. */
export type Attempt = Pick<Context, 'heartbeat' | 'cancellationSignal'> & { info: { attempt: number } };

/** A report that couldn't be drawn at the third attempt never will be; an outage of the database is waited for. */
const mostAttempts = 3;
/** In milliseconds: how often the worker says that it lives, and how long drawing may take. */
const heartbeatEvery = 5_000;
const drawingLimit = 4 * 60_000;

/**
 * Makes a report: reads the dossier at one moment, has it drawn by another process, and writes the PDF and that it
 * is ready in one statement, so that there is never half of one. A repeated attempt makes it once.
 */
export const renderReport = (
  { db, render }: ActivityContext,
  { reportId }: { reportId: string },
  attempt: Attempt,
): Promise<ReportFate> =>
  coded(async () => {
    const report = await readReport(db.sql, reportId);
    if (!report) return 'removed';
    if (report.state === 'ready') return 'ready';
    if (!(await reportProgress(db, reportId, 1))) return 'removed';
    const gone = new AbortController();
    const signal = AbortSignal.any([
      attempt.cancellationSignal,
      gone.signal,
      AbortSignal.timeout(drawingLimit),
    ]);
    const alive = setInterval(() => attempt.heartbeat(), heartbeatEvery);
    const writing = tellProgress(async (percent) => {
      if (!(await reportProgress(db, reportId, percent))) gone.abort();
    });
    try {
      const data = await readReportData(db, report);
      const pdf = await render(data, { onProgress: writing.tell, signal });
      await writing.done();
      const { count } = await reportReady(db, reportId, pdf);
      return count > 0 || (await readReport(db.sql, reportId))?.state === 'ready' ? 'ready' : 'removed';
    } catch (error) {
      await writing.done();
      if (gone.signal.aborted) return (await readReport(db.sql, reportId)) ? 'ready' : 'removed';
      if (isDatabaseAway(error) || sqlState(error)) throw error;
      throw notDrawn(error, attempt);
    } finally {
      clearInterval(alive);
    }
  });

/** A report for which nothing more is tried is marked as failed. */
export const failReport = ({ db }: ActivityContext, { reportId }: { reportId: string }): Promise<void> =>
  coded(async () => {
    await reportFailed(db, reportId);
  });

/** A worker that is shut down ends an attempt, and says nothing about the report. */
const notDrawn = (error: unknown, { info, cancellationSignal }: Attempt) =>
  ApplicationFailure.create({
    message: error instanceof RenderFailed ? error.message : `not_read ${placeOf(error)}`,
    type: 'not_drawn',
    nonRetryable: info.attempt >= mostAttempts && !cancellationSignal.aborted,
  });

/** Writes how far it is, one write at a time; what comes meanwhile waits, and only the last of it is written. */
function tellProgress(write: (percent: number) => Promise<void>) {
  let next: number | undefined;
  let writing: Promise<void> | undefined;
  const writeAll = async () => {
    for (let percent = next; percent !== undefined; percent = next) {
      next = undefined;
      // The next write says more; and if none gets through, neither does the report.
      await write(percent).catch(() => {});
    }
    writing = undefined;
  };
  return {
    tell(percent: number) {
      next = percent;
      writing ??= writeAll();
    },
    async done() {
      next = undefined;
      await writing;
    },
  };
}
