import { hostname } from 'node:os';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import proto from '@temporalio/proto';
import { orExit, readConfig } from './config.ts';
import { temporalClient } from './temporal.ts';

/** Polls last for a minute; one that is older is nobody's any more. In milliseconds. */
const recent = 2 * 60_000;

/**
 * For a container's health check: exit code 0 if a worker of this host asked Temporal for workflows in the last two
 * minutes, by Temporal's account; else 1.
 */
if (import.meta.main) {
  const { taskQueue } = orExit(readConfig);
  const { namespace = 'default' } = loadClientConnectConfig();
  const { connection } = temporalClient();
  const { pollers } = await connection.workflowService.describeTaskQueue({
    namespace,
    taskQueue: { name: taskQueue },
    taskQueueType: proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  });
  const isOurs = pollers?.some(
    ({ identity, lastAccessTime }) =>
      identity?.endsWith(`@${hostname()}`) && Date.now() - Number(lastAccessTime?.seconds) * 1000 < recent,
  );
  await connection.close();
  process.exitCode = isOurs ? 0 : 1;
}
