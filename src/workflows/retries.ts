import type { ActivityOptions } from '@temporalio/workflow';

/** Sending goes on until it is done: an outage of any length delays an e-mail and loses none. */
export const sendingOptions = {
  startToCloseTimeout: '75 seconds',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
} satisfies ActivityOptions;

/** A text message to a lost phone's number is tried for most of the 24 hours in which it may be answered. */
export const warningOptions = {
  startToCloseTimeout: '75 seconds',
  scheduleToCloseTimeout: '20 hours',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
} satisfies ActivityOptions;

/**
 * A worker that dies is noticed by its silence, and another draws the report. What says that it can't be drawn isn't
 * tried again; an outage of the database is waited for, for an hour.
 */
export const drawingOptions = {
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '20 seconds',
  retry: {
    initialInterval: '2 seconds',
    backoffCoefficient: 2,
    maximumInterval: '1 minute',
    maximumAttempts: 60,
  },
} satisfies ActivityOptions;

/** A batch of an onboarding goes on, wherever it was, until it is done; a worker that dies is noticed by its silence. */
export const onboardingOptions = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
} satisfies ActivityOptions;
