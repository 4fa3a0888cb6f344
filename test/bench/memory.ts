import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { type Figure, median, until } from './figures.ts';
import { addPending, oweInvitations, type Surroundings } from './surroundings.ts';
import { startMeasuredWorker } from './worker.ts';

/** How long the worker is left alone before its garbage is collected, and then again until it is looked at, in milliseconds. */
const rest = 5_000;
const look = 5_000;

/** Resident memory of the worker with many sleeping invitations, each sent by it, against few; both without garbage. */
export async function measureMemory(
  { owner, env, dossierId }: Surroundings,
  { few, many }: { few: number; many: number },
  say: (line: string) => void,
): Promise<Figure> {
  const mails = await takesAll();
  const worker = await startMeasuredWorker({ ...env, SMTP_URL: mails.url, TEMPORAL_TASK_QUEUE: 'memory' });
  let asleep = 0;
  const sleeping = async () => {
    const [row] = await owner<{ count: number }[]>`
      select count(*)::int as count from grants where dossier_id = ${dossierId} and state = 'waiting_first_reminder'`;
    return row!.count;
  };
  const residentWith = async (wanted: number) => {
    // In portions, as they come in a firm's days, though faster.
    while (asleep < wanted) {
      const portion = Math.min(500, wanted - asleep);
      const ids = (await addPending(owner, dossierId, portion)).map(({ id }) => id);
      await oweInvitations(owner, dossierId, ids);
      asleep += portion;
      await until(`${asleep} sleeping invitations`, 120_000, async () => (await sleeping()) === asleep);
      say(`${asleep} asleep: ${worker.resident().toFixed(0)} MB`);
    }
    await sleep(rest);
    for (let time = 0; time < 3; time++) await worker.collectGarbage();
    await sleep(rest);
    const seen: number[] = [];
    for (const end = performance.now() + look; performance.now() < end; await sleep(250)) {
      seen.push(worker.resident());
    }
    return median(seen);
  };
  try {
    const base = await residentWith(few);
    const value = await residentWith(many);
    const name = `worker's resident memory with ${many} asleep, against ${few}`;
    return { name, value, base, ratio: value / base, unit: 'MB', limit: { atMost: 1.05 } };
  } finally {
    await worker.stop();
    await mails.close();
  }
}

/** An SMTP server that takes everything and keeps nothing. */
async function takesAll() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      stream.on('end', () => done());
      stream.resume();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, close };
}
