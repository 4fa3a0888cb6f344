import type { ActivityOptions } from '@temporalio/workflow';

/** Sending goes on until it is done: an outage of any length delays an e-mail and loses none. */
export const sendingOptions = {
  startToCloseTimeout: '75 seconds',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
} satisfies ActivityOptions;
