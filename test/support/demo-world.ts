import { expect, vi } from 'vitest';
import { createDemo, demoFamilies } from '../../src/dev/demo/demo.ts';
import { grantOf } from '../../src/dev/demo/give.ts';
import { liveDemo } from '../../src/dev/demo/live.ts';
import { createLog } from '../../src/log.ts';
import { createTimeWorld, type TimeWorld } from './time-world.ts';
import { delays } from './world.ts';

const patience = { timeout: 60_000, interval: 50 };

/** The world with the demo in it, each of its invitations being where it is to be. Takes about ten seconds. */
export async function createDemoWorld(): Promise<TimeWorld> {
  const world = await createTimeWorld();
  await world.starter.stop();
  const { db, temporal } = world;
  const config = { ...world.services.config, reminderDelays: delays, taskQueue: 'time' };
  await createDemo({ db, config, temporal, log: createLog('silent') });
  const starter = world.newStarter();
  await liveDemo(db, config);
  await vi.waitFor(async () => expect(await world.owed()).toEqual([]), patience);
  await world.sleep(10_000);
  await vi.waitFor(async () => expect(await unfinished(world)).toEqual([]), patience);
  return {
    ...world,
    starter,
    async close() {
      await starter.stop();
      await world.close();
    },
  };
}

/** The accesses of the demo whose invitations aren't yet what they are to become. */
export async function unfinished({ db }: TimeWorld): Promise<string[]> {
  const found = await Promise.all(
    demoFamilies.flatMap((family) =>
      [...family.access, ...family.later].map(async ({ to, becomes }) => {
        const grant = await grantOf(db, family, to);
        const state = grant?.endedAt ? 'withdrawn' : grant?.state;
        return state === becomes ? [] : [`${family.name}: ${to} is ${state}, not ${becomes}`];
      }),
    ),
  );
  return found.flat();
}
