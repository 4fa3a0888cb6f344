import { setTimeout as pause } from 'node:timers/promises';
import { declineGrant } from '../../api/invitations/decline.ts';
import { Changes } from '../../db/changes.ts';
import { type Database, transaction } from '../../db/client.ts';
import { readGrant } from '../../db/queries/grants.ts';
import { acceptGrant, type DemoConfig } from './accounts.ts';
import { demoFamilies } from './demo.ts';
import type { DemoAccess, DemoFamily } from './family.ts';
import { give, grantOf } from './give.ts';

/**
 * Lets the demo's families answer, once the worker has written to them: they accept, decline, or are no longer
 * invited; then comes what is given to and by those who have accounts. What has been done isn't done again.
 */
export async function liveDemo(db: Database, config: DemoConfig, signal?: AbortSignal): Promise<void> {
  for (const family of demoFamilies) {
    for (const access of family.access) await answer(db, config, family, access, signal);
  }
  for (const family of demoFamilies) {
    for (const access of family.later) {
      if (!(await grantOf(db, family, access.to))) await give(db, family, access, access.right);
    }
  }
}

async function answer(
  db: Database,
  config: DemoConfig,
  family: DemoFamily,
  access: DemoAccess,
  signal?: AbortSignal,
) {
  const grant = await written(db, family, access.to, signal);
  switch (access.becomes) {
    case 'accepted':
      if (!grant.accountId) await acceptGrant(db, config, grant.id);
      break;
    case 'declined':
      if (grant.state !== 'declined') await decline(db, grant.id);
      break;
    case 'withdrawn':
      if (!grant.endedAt) await give(db, family, access, 'none');
      break;
  }
}

/** A grant once its first e-mail was accepted or refused. */
async function written(db: Database, family: DemoFamily, to: string, signal?: AbortSignal) {
  for (;;) {
    const grant = (await grantOf(db, family, to))!;
    if (grant.state !== 'queued' && grant.state !== 'inviting') return grant;
    await pause(100, undefined, signal ? { signal } : {});
  }
}

const decline = (db: Database, grantId: string) =>
  transaction(db, async (tx) => {
    const grant = await readGrant(tx, grantId);
    const { firmId, dossierId } = grant;
    const changes = new Changes({ firmId, dossierId, actorId: null, origin: null });
    await declineGrant(tx, changes, grant);
    await changes.write(tx);
  });
