import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type Database, type Queries, transaction } from '../db/client.ts';
import { untilOf } from '../db/queries/end-access.ts';
import { grants, mails } from '../db/schema/index.ts';
import { tokenHash, tokenOf } from '../db/token.ts';
import { type InvitationState, isWaiting, type Outcome } from '../domain/invitation.ts';
import { type EmailKind, foretells, invites } from '../domain/mail.ts';
import { type Addressee, addresseeOf } from './addressee.ts';

/** An e-mail that is ours to send until the lease is over. `token` only where it invites. */
export type Claimed = { kind: 'claimed'; mailId: string; mailKind: EmailKind; token: string | null };
type Leased = { kind: 'leased'; forMs: number };

export type StepClaim =
  | Claimed
  | Leased
  | { kind: 'settled'; outcome: Outcome }
  | { kind: 'superseded'; cycle: number }
  /** The step, or a later one, was accepted by the mail server already. */
  | { kind: 'sent'; step: number; sentAt: Date };

type Claims = { db: Database; authSecret: string; lease: number };

/**
 * A grant as it is now, locked, and its address before it (`isOver`: withdrawn, or past its last day): a withdrawal, a correction or the making of an account
 * waits until the claim is committed, or is seen. (A grant that gets another address is in a new cycle.)
 */
async function lockGrant(tx: Queries, grantId: string) {
  const [address] = await tx.sql<{ account: unknown }[]>`
    select lock_address(email) as account from grants where id = ${grantId}`;
  const isOver = sql<boolean>`not (${grants.endedAt} is null and coalesce(${grants.endsAt} > statement_timestamp(), true))`;
  const [grant] = await tx.orm
    .select({ ...getTableColumns(grants), isOver })
    .from(grants)
    .where(eq(grants.id, grantId))
    .for('no key update');
  return grant && { ...grant, accountExists: Boolean(address?.account) };
}

type LockedGrant = NonNullable<Awaited<ReturnType<typeof lockGrant>>>;

/** What is sent to a grant's address now: an address that has an account gets a notice (R9, R10). */
function kindFor(grant: LockedGrant, step: number): EmailKind {
  if (grant.accountExists) return grant.memberId ? 'member_notice' : 'new_access';
  return step === 0 ? 'invitation' : 'reminder';
}

/**
 * Claims one step of an invitation, before each attempt to send it: grant, cycle and account are judged while
 * the grant is locked, so that what was committed before the claim counts.
 */
export function claimStep(
  { db, authSecret, lease }: Claims,
  { grantId, cycle, step }: { grantId: string; cycle: number; step: number },
): Promise<StepClaim> {
  return transaction(db, async (tx) => {
    const grant = await lockGrant(tx, grantId);
    if (!grant || grant.isOver) return { kind: 'settled', outcome: 'withdrawn' };
    if (grant.cycle > cycle) return { kind: 'superseded', cycle: grant.cycle };
    if (!isWaiting(grant.state)) return { kind: 'settled', outcome: grant.state };
    if (grant.sentAt && grant.remindersSent >= step) {
      return { kind: 'sent', step: grant.remindersSent, sentAt: grant.sentAt };
    }
    const mail = await lockMail(
      tx,
      and(eq(mails.grantId, grantId), eq(mails.cycle, cycle), eq(mails.step, step)),
    );
    if (mail?.leasedFor) return { kind: 'leased', forMs: mail.leasedFor };
    const id = mail?.id ?? uuidv7();
    if (!mail) {
      const { firmId, dossierId, email } = grant;
      await tx.orm
        .insert(mails)
        .values({ id, kind: 'invitation', firmId, dossierId, grantId, cycle, step, email });
    }
    // Each claim makes a new version: a withdrawal that read that nobody was written to reads again.
    await tx.orm
      .update(grants)
      .set({
        state: grant.state === 'queued' ? 'inviting' : grant.state,
        version: sql`${grants.version} + 1`,
      })
      .where(eq(grants.id, grantId));
    return claim(tx, { id, kind: kindFor(grant, step) }, { authSecret, lease });
  });
}

const overStates: InvitationState[] = ['withdrawn', 'declined'];

export type MailClaim = Claimed | Leased | { kind: 'done'; fate: MailFate };
export type MailFate = 'sent' | 'refused' | 'cancelled';

/** Whether there is nobody to invite again: the access is over, open or corrected, the invitation declined or ended. */
const isSettled = (grant: LockedGrant, cycle: number) =>
  grant.isOver || grant.accountId !== null || overStates.includes(grant.state) || grant.cycle !== cycle;

/** Whether access doesn't end any more on the day that an e-mail tells of. */
const endsOtherwise = (grant: LockedGrant, until: unknown) => grant.isOver || untilOf(grant) !== until;

/**
 * Claims an e-mail that isn't a step, for whom it is to go to now (`addresseeOf`). It is cancelled where there is
 * nobody to tell any more; one that invites again, where there is nobody to invite any more; and one that tells of an
 * end to come, where there is no such end any more.
 */
export function claimMail({ db, authSecret, lease }: Claims, mailId: string): Promise<MailClaim> {
  return transaction(db, async (tx) => {
    const [known] = await tx.orm.select().from(mails).where(eq(mails.id, mailId));
    const stands = known?.grantId && (known.cycle || foretells(known.kind));
    const grant = stands ? await lockGrant(tx, known.grantId!) : undefined;
    const mail = await lockMail(tx, eq(mails.id, mailId));
    if (!mail || mail.cancelledAt) return { kind: 'done', fate: 'cancelled' };
    if (mail.sentAt) return { kind: 'done', fate: 'sent' };
    if (mail.refusedAt) return { kind: 'done', fate: 'refused' };
    if (mail.leasedFor) return { kind: 'leased', forMs: mail.leasedFor };
    const { cycle } = mail;
    const isOver = grant && (cycle ? isSettled(grant, cycle) : endsOtherwise(grant, mail.data.until));
    const addressee = await addresseeOf(tx, mail);
    if (!addressee || isOver) {
      await tx.orm.update(mails).set({ cancelledAt: sql`now()` }).where(eq(mails.id, mailId));
      return { kind: 'done', fate: 'cancelled' };
    }
    const kind = grant && cycle ? kindFor(grant, 0) : mail.kind;
    return claim(tx, { id: mailId, kind, ...addressee }, { authSecret, lease });
  });
}

async function claim(
  { orm }: Queries,
  { id, kind, ...addressee }: { id: string; kind: EmailKind } & Partial<Addressee>,
  { authSecret, lease }: Omit<Claims, 'db'>,
): Promise<Claimed> {
  const token = invites(kind) ? tokenOf(authSecret, id) : null;
  await orm
    .update(mails)
    .set({
      kind,
      ...addressee,
      tokenHash: token && tokenHash(token),
      claimedUntil: sql`now() + ${lease} * interval '1 millisecond'`,
      attempts: sql`${mails.attempts} + 1`,
    })
    .where(eq(mails.id, id));
  return { kind: 'claimed', mailId: id, mailKind: kind, token };
}

/** An e-mail, locked; `leasedFor`: milliseconds until another attempt's claim ends, by the database's clock. */
async function lockMail({ orm }: Queries, which: SQL | undefined) {
  const leasedFor = sql<number>`greatest(0, ceil(extract(epoch from ${mails.claimedUntil} - now()) * 1000))::int`;
  const [mail] = await orm
    .select({ ...getTableColumns(mails), leasedFor })
    .from(mails)
    .where(which)
    .for('update');
  return mail;
}

/** Gives a claim back after a failed attempt, so that the next needn't wait for the lease to end. */
export async function release({ db }: Pick<Claims, 'db'>, mailId: string, code: string): Promise<void> {
  await db.orm.update(mails).set({ claimedUntil: null, lastError: code }).where(eq(mails.id, mailId));
}
