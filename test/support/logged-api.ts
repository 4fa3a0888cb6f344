import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import { createApp } from '../../src/api/app.ts';
import type { Services } from '../../src/api/services.ts';

/** A second API over some services, that keeps what it logs. */
export type LoggedApi = { baseUrl: string; lines: string[]; log: Logger; close(): Promise<unknown> };

export async function startLoggedApi(services: Services): Promise<LoggedApi> {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const server = createServer(createApp(services, log).callback());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lines,
    log,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
