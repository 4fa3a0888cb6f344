import { once } from 'node:events';

type Message = { id?: number; method?: string; params?: Record<string, unknown> };

/**
 * Has a Node process collect its garbage, in its main thread and in each of its workers, by its inspector: what is
 * resident afterwards is in use, or held by the allocators.
 * @param inspector the address that it listens on
 */
export async function collectGarbage(inspector: string): Promise<void> {
  const socket = new WebSocket(inspector);
  await once(socket, 'open');
  let id = 0;
  const answered = new Map<number, () => void>();
  const workers = new Set<string>();
  socket.addEventListener('message', ({ data }) => {
    const { id, method, params } = JSON.parse(data) as Message;
    if (method === 'NodeWorker.attachedToWorker') workers.add(params!.sessionId as string);
    if (method === 'NodeWorker.receivedMessageFromWorker') {
      answered.get((JSON.parse(params!.message as string) as Message).id!)?.();
    } else if (id) answered.get(id)?.();
  });
  const ask = (method: string, params: object = {}) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    answered.set(++id, resolve);
    socket.send(JSON.stringify({ id, method, params }));
    return promise;
  };
  const askWorker = (sessionId: string, method: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const message = { id: ++id, method };
    answered.set(message.id, resolve);
    void ask('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify(message) });
    return promise;
  };
  await ask('NodeWorker.enable', { waitForDebuggerOnStart: false });
  await ask('HeapProfiler.collectGarbage');
  for (const worker of workers) await askWorker(worker, 'HeapProfiler.collectGarbage');
  await ask('NodeWorker.disable');
  socket.close();
}
