import { setTimeout as sleep } from 'node:timers/promises';
import type { Surroundings } from './surroundings.ts';
import { dossier } from '../support/people.ts';
import { type Figure, median, until } from './figures.ts';
import { addPending, oweInvitations } from './surroundings.ts';
import { startMeasuredWorker } from './worker.ts';

/** How long a worker that has nothing to do is left alone, and then looked at, in milliseconds. */
const rest = 15_000;
const look = 10_000;

/** Resident memory of the worker with many sleeping invitations, each sent by it, against few. */
export async function measureMemory(
  { owner, env, manager }: Surroundings,
  { few, many }: { few: number; many: number },
  say: (line: string) => void,
): Promise<Figure> {
  const worker = await startMeasuredWorker({ ...env, TEMPORAL_TASK_QUEUE: 'memory' });
  const d = await dossier(manager);
  let asleep = 0;
  const sleeping = async () => {
    const [row] = await owner<{ count: number }[]>`
      select count(*)::int as count from grants where dossier_id = ${d.id} and state = 'waiting_first_reminder'`;
    return row!.count;
  };
  const with_ = async (wanted: number) => {
    // In portions, as they come in a firm's days, though faster.
    while (asleep < wanted) {
      const portion = Math.min(500, wanted - asleep);
      const ids = (await addPending(owner, d.id, portion)).map(({ id }) => id);
      await oweInvitations(owner, d.id, ids);
      asleep += portion;
      await until(`${asleep} sleeping invitations`, 120_000, async () => (await sleeping()) === asleep);
      say(`${asleep} asleep: ${worker.resident().toFixed(0)} MB`);
    }
    await sleep(rest);
    const seen: number[] = [];
    for (const end = performance.now() + look; performance.now() < end; await sleep(500)) {
      seen.push(worker.resident());
    }
    return median(seen);
  };
  try {
    const base = await with_(few);
    const value = await with_(many);
    const name = `worker's resident memory with ${many} asleep, against ${few}`;
    return { name, value, base, ratio: value / base, unit: 'MB', limit: { atMost: 1.05 } };
  } finally {
    await worker.stop();
  }
}
