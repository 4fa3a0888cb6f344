/** What keeps a worker's memory flat while invitations sleep: they wait in Temporal, not here. */
export const workerLimits = {
  workflowThreadPoolSize: 1,
  maxCachedWorkflows: 50,
  maxConcurrentWorkflowTaskExecutions: 10,
  maxConcurrentActivityTaskExecutions: 10,
} as const;

/** One report is drawn at a time: the process that draws it may need some hundred MB. */
export const reportWorkerLimits = { maxConcurrentActivityTaskExecutions: 1 } as const;
