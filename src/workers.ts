import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { reportWorkerLimits, workerLimits } from './worker-limits.ts';
import { reportTaskQueue } from './workflows/messages.ts';
import { bundlePath } from './workflows-bundle.ts';

export type Workers = {
  /** Works until `shutdown`. @throws when one of the workers fails, once both have ended */
  run(): Promise<void>;
  /** Takes up nothing more, and ends after what is under way. */
  shutdown(): void;
};

type Options = Pick<WorkerOptions, 'namespace' | 'activities' | 'shutdownGraceTime'> & {
  connection: NativeConnection;
  taskQueue: string;
};

/** The two workers of a process: one for the workflows and the e-mails, and one that draws reports. */
export async function createWorkers({ taskQueue, ...options }: Options): Promise<Workers> {
  const workers = await Promise.all([
    Worker.create({ ...options, taskQueue, workflowBundle: { codePath: bundlePath }, ...workerLimits }),
    Worker.create({ ...options, taskQueue: reportTaskQueue(taskQueue), ...reportWorkerLimits }),
  ]);
  const shutdown = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  return {
    shutdown,
    async run() {
      const ends = await Promise.allSettled(workers.map((worker) => worker.run().finally(shutdown)));
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
    },
  };
}
