import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { type Database, transaction } from '../../db/client.ts';
import { firms } from '../../db/schema/index.ts';
import { deliverOwed } from '../../starter.ts';
import { type DemoConfig, join } from './accounts.ts';
import { dupontMartin } from './dupont-martin.ts';
import { type DemoAccess, fill } from './family.ts';
import { give } from './give.ts';
import { lefevre } from './lefevre.ts';
import { peeters } from './peeters.ts';
import { plan } from './plan.ts';
import { team } from './team.ts';

export const demoFamilies = [dupontMartin, lefevre, peeters];

type Delays = [number, number];
type Context = {
  db: Database;
  config: DemoConfig & { reminderDelays: Delays; taskQueue: string };
  temporal: Client;
  log: Logger;
};

/** What 7 or 30 days are, in milliseconds, to an invitation that is past them when the demo is ready. */
const soon = 1_000;

/**
 * Makes the demo firm, its team and families, and gives the first access: once, in an empty database. It comes before
 * the worker and the API, whose starters would begin every invitation with the usual delays.
 */
export async function createDemo(context: Context): Promise<void> {
  const { db, config } = context;
  const [known] = await db.orm.select({ id: firms.id }).from(firms).limit(1);
  if (known) return;
  const firmId = uuidv7();
  await db.orm.insert(firms).values({ id: firmId, name: 'Fortuna Demo', language: 'fr' });
  await join(db, config, firmId, team.admin);
  const marc = await join(db, config, firmId, team.manager);
  const nele = await join(db, config, firmId, team.second);
  await join(db, config, firmId, team.support);
  for (const family of demoFamilies) {
    const manager = family === peeters ? nele : marc;
    await transaction(db, async (tx) => {
      const filled = await fill(tx, firmId, manager.id, family);
      await plan(tx, firmId, manager.accountId, family, filled);
    });
  }
  const [first, second] = config.reminderDelays;
  await begin(context, [soon, soon], ['unanswered', 'undeliverable']);
  await begin(context, [soon, second], ['waiting_second_reminder']);
  await begin(context, [first, second], ['waiting_first_reminder', 'accepted', 'declined', 'withdrawn']);
}

/** Gives the access whose invitations are to become one of these, and starts them with these delays. */
async function begin(
  { config, ...context }: Context,
  reminderDelays: Delays,
  these: DemoAccess['becomes'][],
) {
  for (const family of demoFamilies) {
    for (const access of family.access) {
      if (these.includes(access.becomes)) await give(context.db, family, access, access.right);
    }
  }
  const { taskQueue } = config;
  while ((await deliverOwed({ ...context, taskQueue, reminderDelays })) > 0);
}
