import { and, eq, gt, sql } from 'drizzle-orm';
import { endSessions } from '../../db/queries/end-sessions.ts';
import { sessions } from '../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeOwnAccount } from './own-account.ts';

type Empty = Request<unknown, undefined, undefined>;

/** Where I am signed in, last used first; without what would open a session. */
export async function listSessions({ db }: Services, { caller }: Empty) {
  const rows = await db.orm
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.updatedAt,
      expiresAt: sessions.expiresAt,
      address: sessions.ipAddress,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, caller.accountId), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(sql`${sessions.updatedAt} desc, ${sessions.id}`);
  const items = rows.map(({ createdAt, lastUsedAt, expiresAt, ...session }) => ({
    ...session,
    current: session.id === caller.sessionId,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
  return { body: { items } };
}

/** Ends one of my sessions. @throws Problem `not_found` for another's, or one that has ended */
export const endSession = (
  services: Services,
  { caller, params, origin }: Request<{ session: string }, undefined, undefined>,
): Promise<undefined> =>
  changeOwnAccount(services, { ...caller, origin }, async ({ tx, account, record }) => {
    const ended = await tx.orm
      .delete(sessions)
      .where(and(eq(sessions.id, params.session), eq(sessions.userId, account.id)))
      .returning({ id: sessions.id });
    if (ended.length === 0) throw new Problem('not_found');
    record('sessions_ended', { after: { sessions: 1 } });
    return undefined;
  });

/** Ends every session of mine but this one; a sign-in that is half way, and a link to a new password, end too. */
export const endOtherSessions = (services: Services, { caller, origin }: Empty): Promise<undefined> =>
  changeOwnAccount(services, { ...caller, origin }, async ({ tx, account, record }) => {
    const ended = await endSessions(tx, account.id, caller.sessionId);
    if (ended > 0) record('sessions_ended', { after: { sessions: ended } });
    return undefined;
  });
