import { and, eq, isNull } from 'drizzle-orm';
import { isLive, openedBefore, type PhoneChangeState } from '../../domain/phone-change.ts';
import type { Changes } from '../changes.ts';
import type { Queries, Sql } from '../client.ts';
import { phoneChanges } from '../schema/index.ts';

export type PhoneChange = typeof phoneChanges.$inferSelect;

/** A change of number as the transaction finds it, locked; undefined if there is none. */
export async function lockPhoneChange({ orm }: Queries, id: string): Promise<PhoneChange | undefined> {
  const [change] = await orm.select().from(phoneChanges).where(eq(phoneChanges.id, id)).for('no key update');
  return change;
}

/** The live change of number of an account, locked. */
export async function lockLiveChange({ orm }: Queries, accountId: string): Promise<PhoneChange | undefined> {
  const [change] = await orm
    .select()
    .from(phoneChanges)
    .where(and(eq(phoneChanges.accountId, accountId), isNull(phoneChanges.endedAt)))
    .for('no key update');
  return change;
}

/** An account that may confirm, and the access of the one who asks that it may by. */
export type Confirmer = {
  accountId: string;
  email: string;
  grantId: string;
  firmId: string;
  dossierId: string | null;
  /** Whether the dossier was opened long enough ago; in a team it doesn't matter. */
  longAgo: boolean;
};

/**
 * Who may confirm the change of an account's number at this moment (R15): the manager of a dossier that it opened at
 * least 30 days ago, and the admins of its team; never itself. Those for whom 30 days aren't over come too.
 */
export const readConfirmers = (sql: Sql, accountId: string) => sql<Confirmer[]>`
  select a.id as "accountId", a.email, g.id as "grantId", g.firm_id as "firmId", g.dossier_id as "dossierId",
    g.member_id is not null or g.opened_at <= now() - ${openedBefore} * interval '1 millisecond' as "longAgo"
  from grants g
  left join dossiers d on d.id = g.dossier_id
  left join persons p on p.id = g.person_id
  join members m on m.id = d.manager_id or g.member_id is not null and m.firm_id = g.firm_id and m.role = 'admin'
  join grants mg on mg.member_id = m.id and mg.ended_at is null
  join accounts a on a.id = mg.account_id
  where g.account_id = ${accountId} and g.ended_at is null and p.death_date is null and a.id <> g.account_id
  order by g.id`;

/**
 * Like `readConfirmers`, and holds off until the transaction ends whoever would change what it follows from: the
 * dossiers' managers, the admins' roles, and the accesses. Two statements, so that the second sees what was
 * committed while the first waited.
 */
export async function holdConfirmers(sql: Sql, accountId: string, confirmerId: string): Promise<Confirmer[]> {
  await sql`
    select from dossiers
    where id in (select dossier_id from grants where account_id = ${accountId} and ended_at is null)
    order by id for share`;
  await sql`
    select from members
    where id in (select member_id from grants where account_id = ${confirmerId} and ended_at is null) for share`;
  await sql`
    select from grants
    where account_id in (${accountId}, ${confirmerId}) and ended_at is null order by id for share`;
  return readConfirmers(sql, accountId);
}

/** How a change of number is over. */
export type PhoneChangeEnd = Exclude<PhoneChangeState, 'asked' | 'waiting' | 'confirmed'>;

/**
 * Ends a change that the transaction holds locked, and records it. Unless another takes its place, its workflow is
 * told, and the account's address.
 */
export async function endPhoneChange(
  { orm }: Queries,
  changes: Changes,
  { id, accountId, state }: PhoneChange,
  { email, as, by }: { email: string; as: Exclude<PhoneChangeEnd, 'done'>; by?: string },
): Promise<void> {
  if (!isLive(state)) throw new Error('the change is over');
  await orm.update(phoneChanges).set({ state: as, endedAt: new Date() }).where(eq(phoneChanges.id, id));
  changes.record(
    'phone_change_ended',
    { kind: 'account', id: accountId },
    { before: { state }, after: { phoneChange: id, state: as, ...(by ? { by } : {}) } },
  );
  changes.owe({ kind: 'phone_change', changeId: id });
  if (as !== 'replaced') {
    changes.mail({ kind: 'phone_change_over', accountId, email, data: { phoneChangeId: id } });
  }
}
