import { randomUUID } from 'node:crypto';
import { connect } from '../../src/db/client.ts';
import { createLog } from '../../src/log.ts';
import { deliverOwed, type StarterContext } from '../../src/starter.ts';
import { type Figure, rateOf, takingTurns } from './figures.ts';
import { addPending, oweInvitations, type Surroundings } from './surroundings.ts';

/** As many as the starter takes at once. */
const atOnce = 50;
const taskQueue = 'nobody-works-here';

/**
 * Owed invitations delivered by the starter, against bare starts of an empty workflow by the same client, on a task
 * queue without a worker.
 */
export async function measureStarts(
  { owner, databaseUrl, temporal, dossierId }: Surroundings,
  { rounds, starts }: { rounds: number; starts: number },
): Promise<Figure> {
  const db = connect(databaseUrl, { max: 12 });
  const log = createLog('silent');
  const context: StarterContext = { db, temporal, taskQueue, reminderDelays: [1, 1], log };
  const owed = async () => {
    const ids = (await addPending(owner, dossierId, starts)).map(({ id }) => id);
    await oweInvitations(owner, dossierId, ids);
    const begun = performance.now();
    let delivered = 0;
    for (let taken = 1; taken > 0; delivered += taken) taken = await deliverOwed(context);
    if (delivered !== starts) throw new Error(`${delivered} of ${starts} were delivered`);
    return (starts / (performance.now() - begun)) * 1000;
  };
  const bare = () =>
    rateOf(starts, atOnce, () => temporal.workflow.start('empty', { taskQueue, workflowId: randomUUID() }));
  try {
    const compared = await takingTurns(rounds, owed, bare);
    const name = 'owed workflows started, against bare starts of an empty one, 50 at once';
    return { name, ...compared, unit: 'a second', limit: { atLeast: 0.9 } };
  } finally {
    await db.close();
  }
}
