import { Runtime } from '@temporalio/worker';

/** Keeps the SDK's log lines, and its hold on signals, out of the tests. */
export function quietTemporal(): void {
  Runtime.install({
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} },
    telemetryOptions: { logging: { filter: 'ERROR' } },
    shutdownSignals: [],
  });
}
