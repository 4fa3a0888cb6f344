import { TestWorkflowEnvironment } from '@temporalio/testing';
import { temporalServerPath } from './temporal-servers.ts';

export type TimeSkippingServer = {
  /** For a plain client or worker: awaiting `result()` through it moves no time. */
  address: string;
  /** Moves the server's clock by so many milliseconds; timers that fall due on the way fire. */
  sleep(ms: number): Promise<void>;
  /** The server's clock, which starts at the machine's time. */
  now(): Promise<Date>;
  stop(): Promise<void>;
};

/** Starts Temporal's test server: its one clock is moved by `sleep`, and by nothing else than real time. */
export async function startTimeSkippingServer(): Promise<TimeSkippingServer> {
  const path = await temporalServerPath('test-server');
  const start = () =>
    TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } });
  // The SDK waits 5 s for the server, which a busy machine can need several times.
  const env = await start().catch(start).catch(start).catch(start);
  return {
    address: env.address,
    sleep: (ms) => env.sleep(ms),
    now: async () => new Date(await env.currentTimeMs()),
    stop: () => env.teardown(),
  };
}
