import { eq } from 'drizzle-orm';
import { Changes } from '../db/changes.ts';
import { transaction } from '../db/client.ts';
import { grantSubject, readGrant } from '../db/queries/grants.ts';
import { mails } from '../db/schema/index.ts';
import { isWaiting, linkValidity } from '../domain/invitation.ts';
import type { ActivityContext } from './activities.ts';
import { type Claimed, claimMail, type MailFate } from './claims.ts';
import { coded, deliver, notYet } from './delivery.ts';
import { causeOf, endUndeliverable, markMail } from './outcome.ts';

export type { MailFate };

/** Sends an e-mail that isn't a step of an invitation: claimed, then sent, once. */
export const sendMail = (context: ActivityContext, { mailId }: { mailId: string }): Promise<MailFate> =>
  coded(async () => {
    const claim = await claimMail(context, mailId);
    if (claim.kind === 'leased') throw notYet('claimed_by_another_attempt', claim.forMs);
    if (claim.kind === 'done') return claim.fate;
    const at = await context.now();
    const fate = await deliver(context, claim, claim.token ? new Date(at.getTime() + linkValidity) : null);
    await mailDone(context, claim, fate, await context.now());
    context.nudge();
    return fate === 'accepted' ? 'sent' : 'refused';
  });

/** Records an e-mail's fate; one that invited again keeps its link working for as long as any other (R13). */
const mailDone = ({ db }: ActivityContext, claimed: Claimed, fate: 'accepted' | 'refused', at: Date) =>
  transaction(db, async (tx) => {
    const accepted = fate === 'accepted';
    await markMail(tx, claimed.mailId, {
      ...(accepted ? { sentAt: at, lastError: null } : { refusedAt: new Date() }),
      claimedUntil: null,
    });
    const [mail] = await tx.orm.select().from(mails).where(eq(mails.id, claimed.mailId));
    if (!mail) return;
    const changes = new Changes(causeOf({ firmId: mail.firmId, dossierId: mail.dossierId }));
    const grant = mail.grantId ? await readGrant(tx, mail.grantId) : undefined;
    const subject = grant ? grantSubject(grant) : { kind: 'account', id: mail.accountId! };
    changes.record(accepted ? 'mail_sent' : 'mail_refused', subject, {
      after: { mail: mail.id, kind: mail.kind, ...(mail.data.asGiver ? { asGiver: true } : {}) },
    });
    const isPending = grant && !grant.endedAt && !grant.accountId && mail.cycle === grant.cycle;
    if (isPending && accepted && claimed.token && grant.state !== 'withdrawn') {
      const expiresAt = new Date(Math.max(grant.expiresAt?.getTime() ?? 0, at.getTime() + linkValidity));
      changes.updateGrant({ id: grant.id, version: grant.version, expiresAt });
    }
    if (isPending && !accepted && (isWaiting(grant.state) || grant.state === 'notified')) {
      await endUndeliverable(tx, changes, grant);
      if (isWaiting(grant.state)) {
        changes.owe({ kind: 'settle', grantId: grant.id, cycle: grant.cycle, outcome: 'undeliverable' });
      }
    }
    await changes.write(tx);
  });
