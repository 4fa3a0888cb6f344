import { Connection } from '@temporalio/client';
import { type Child, startChild, whenReady } from './child.ts';
import { freePort } from './ports.ts';
import { temporalServerPath } from './temporal-servers.ts';

export type TemporalDevServer = Omit<Child, 'name'> & { address: string; uiUrl: string | undefined };

/**
 * Starts a Temporal dev server for this machine alone, and waits until it answers.
 * @param dataFile where it keeps its workflows; null keeps them in memory
 * @param port of gRPC; any free one by default
 * @param uiPort of the web UI; none by default
 */
export async function startTemporalDevServer(options: {
  dataFile: string | null;
  port?: number;
  uiPort?: number;
  logFile?: string;
  signal?: AbortSignal;
  say?: (line: string) => void;
}): Promise<TemporalDevServer> {
  const { dataFile, uiPort, logFile, signal, say } = options;
  const command = await temporalServerPath('dev-server', say, signal);
  const port = options.port ?? (await freePort());
  const child = startChild({
    name: 'Temporal',
    command,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error'],
      ...(uiPort ? ['--ui-port', String(uiPort)] : ['--headless']),
      ...(dataFile ? ['--db-filename', dataFile] : []),
    ],
    logFile,
  });
  const address = `127.0.0.1:${port}`;
  await whenReady(child, signal, () => answers(address));
  return {
    address,
    uiUrl: uiPort ? `http://localhost:${uiPort}` : undefined,
    ended: child.ended,
    stop: child.stop,
  };
}

async function answers(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 1_000 });
  try {
    await connection.workflowService.describeNamespace({ namespace: 'default' });
  } finally {
    await connection.close();
  }
}
