import { CancellationScope, proxyActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import { type ReportInput, reportTaskQueue } from './messages.ts';
import { drawingOptions, sendingOptions } from './retries.ts';

const { failReport } = proxyActivities<Activities>(sendingOptions);

/** One report: drawn once; where that fails for good, it is marked as failed. */
export async function report({ reportId }: ReportInput): Promise<'ready' | 'removed' | 'failed'> {
  const taskQueue = reportTaskQueue(workflowInfo().taskQueue);
  const { renderReport } = proxyActivities<Activities>({ ...drawingOptions, taskQueue });
  setCurrentDetails('**rendering**');
  let fate: 'ready' | 'removed' | 'failed';
  try {
    fate = await renderReport.executeWithOptions({ summary: 'Report: read, drawn, stored' }, [{ reportId }]);
  } catch {
    await CancellationScope.nonCancellable(() =>
      failReport.executeWithOptions({ summary: 'Report: marked as failed' }, [{ reportId }]),
    );
    fate = 'failed';
  }
  setCurrentDetails(`**${fate}**`);
  return fate;
}
