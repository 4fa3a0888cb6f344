import { ApplicationFailure } from '@temporalio/activity';
import { readMail, renderMail } from '../emails/mail-content.ts';
import type { ActivityContext } from './activities.ts';
import { type Claimed, release } from './claims.ts';
import { RefusedForGood } from './smtp.ts';

/**
 * Renders a claimed e-mail and hands it to the SMTP server, with the Message-ID that every attempt repeats.
 * @returns whether the server accepted it, or refused it for good
 * @throws ApplicationFailure with a code alone, once the claim is given back, so that it is tried again
 */
export async function deliver(
  context: ActivityContext,
  claimed: Claimed,
  expiresAt: Date | null,
): Promise<'accepted' | 'refused'> {
  try {
    const mail = await readMail(context.db, claimed.mailId);
    const { subject, html, text } = await renderMail(context, mail, claimed.token, expiresAt);
    await context.post.send({
      from: context.mailFrom,
      to: mail.email,
      subject,
      html,
      text,
      messageId: `<${claimed.mailId}@${new URL(context.publicUrl).hostname}>`,
      // RFC 3834: automatic mail says so, and asks not to be answered by machines.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
    return 'accepted';
  } catch (error) {
    if (error instanceof RefusedForGood) return 'refused';
    const code = error instanceof Error && /^smtp_\w+$/.test(error.message) ? error.message : 'not_rendered';
    await release(context, claimed.mailId, code);
    throw notYet(code);
  }
}

/** A failure that Temporal retries. Its message is a code: those of SMTP and database errors hold addresses. */
export const notYet = (code: string, afterMs?: number) =>
  ApplicationFailure.create({
    message: code,
    type: code,
    nonRetryable: false,
    ...(afterMs ? { nextRetryDelay: afterMs } : {}),
  });

/** Runs an activity so that whatever goes wrong reaches Temporal as a code. */
export async function coded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApplicationFailure) throw error;
    throw notYet('database_failed');
  }
}
