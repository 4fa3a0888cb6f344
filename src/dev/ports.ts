import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** The preferred port if nothing listens on it, else any free one. */
export async function freePort(preferred = 0): Promise<number> {
  return (await isFree(preferred)) || listen(0, '127.0.0.1');
}

/** The port itself, or 0 if something listens on it, on all addresses or on the local one. */
export async function isFree(port: number): Promise<number> {
  try {
    await listen(port);
    return await listen(port, '127.0.0.1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return 0;
    throw error;
  }
}

async function listen(port: number, host?: string): Promise<number> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return taken;
}
