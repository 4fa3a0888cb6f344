/**
 * What keeps a worker's memory flat while invitations sleep: they wait in Temporal, not here. The rest is in the
 * command of `npm run worker`: small heaps, and two arenas for glibc's malloc, which else has up to eight a processor
 * for the SDK's threads and fills them all in time (75 MB for 20).
 */
export const workerLimits = {
  workflowThreadPoolSize: 1,
  maxCachedWorkflows: 50,
  maxConcurrentWorkflowTaskExecutions: 10,
  maxConcurrentActivityTaskExecutions: 10,
} as const;

/** One report is drawn at a time: the process that draws it may need some hundred MB. */
export const reportWorkerLimits = { maxConcurrentActivityTaskExecutions: 1 } as const;
