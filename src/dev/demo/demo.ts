import { v7 as uuidv7 } from 'uuid';
import { createAuth } from '../../api/auth/auth.ts';
import { enlist } from '../../api/firms/add-member.ts';
import { bindPending } from '../../api/invitations/bind.ts';
import { Changes } from '../../db/changes.ts';
import { connect, type Database, type Queries, transaction } from '../../db/client.ts';
import { firms } from '../../db/schema/index.ts';
import type { FirmRole } from '../../domain/words.ts';
import { dupontMartin } from './dupont-martin.ts';
import { fill } from './family.ts';
import { lefevre } from './lefevre.ts';
import { plan } from './plan.ts';

/** What a person needs to sign in to the demo firm. */
export type DemoSignIn = { email: string; password: string };

const password = 'demo password 2026';
const manager = { firstName: 'Marc', lastName: 'Gestion', email: 'manager@demo.test', phone: '+32470000001' };
const admin = { firstName: 'Alice', lastName: 'Admin', email: 'admin@demo.test', phone: '+32470000002' };

/** Makes the demo firm with its admin, its manager and two families, once, and gives the manager's sign-in. */
export async function createDemo(options: {
  databaseUrl: string;
  publicUrl: string;
  authSecret: string;
}): Promise<DemoSignIn> {
  const db = connect(options.databaseUrl, { max: 2 });
  try {
    const [known] = await db.orm.select({ id: firms.id }).from(firms).limit(1);
    if (!known) await make(db, options);
  } finally {
    await db.close();
  }
  return { email: manager.email, password };
}

async function make(db: Database, config: { publicUrl: string; authSecret: string }) {
  const firmId = uuidv7();
  await db.orm.insert(firms).values({ id: firmId, name: 'Fortuna Demo', language: 'fr' });
  await join(db, config, firmId, admin, 'admin');
  const { id: managerId, accountId } = await join(db, config, firmId, manager, 'manager');
  await transaction(db, async (tx) => {
    for (const family of [dupontMartin, lefevre]) {
      const filled = await fill(tx, firmId, managerId, family);
      await plan(tx, firmId, accountId, family, filled);
    }
  });
}

/** A member with an account, as if he had accepted his invitation. */
async function join(
  db: Database,
  config: { publicUrl: string; authSecret: string },
  firmId: string,
  who: typeof manager,
  role: FirmRole,
): Promise<{ id: string; accountId: string }> {
  const cause = { firmId, dossierId: null, actorId: null, origin: null };
  const invited = new Changes(cause);
  const member = { ...who, language: 'fr' as const, role };
  const { id } = await transaction(db, async (tx) => {
    const enlisted = await enlist(tx, invited, firmId, member, null);
    await invited.write(tx);
    return enlisted;
  });
  const auth = createAuth({ db, config, sendText: async () => {}, nudge: () => {} });
  const [grant] = await db.sql<{ id: string }[]>`select id from grants where member_id = ${id}`;
  const made = await auth.api.makeAccount({
    body: {
      db,
      account: {
        name: `${who.firstName} ${who.lastName}`,
        email: who.email,
        phone: who.phone,
        language: 'fr',
        password,
      },
      before: async () => {},
      after: async (tx: Queries, accountId: string) => {
        const changes = new Changes({ ...cause, actorId: accountId });
        await bindPending(tx, changes, { id: accountId, email: who.email, phone: who.phone }, grant!.id);
        await changes.write(tx);
      },
    },
  });
  return { id, accountId: made.id };
}
