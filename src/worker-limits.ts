/** What keeps a worker's memory flat while invitations sleep: they wait in Temporal, not here. */
export const workerLimits = {
  workflowThreadPoolSize: 1,
  maxCachedWorkflows: 50,
  maxConcurrentWorkflowTaskExecutions: 10,
  maxConcurrentActivityTaskExecutions: 10,
} as const;
