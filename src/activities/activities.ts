import { Context } from '@temporalio/activity';
import type { Database } from '../db/client.ts';
import { type EndKept, keepEnd } from './keep-end.ts';
import { type BatchDone, onboardBatch } from './onboarding/onboard-batch.ts';
import { advancePhoneChange, type PhoneChangeProgress } from './phone-change/advance.ts';
import { warnOldNumber } from './phone-change/warn.ts';
import { failReport, type ReportFate, renderReport } from './reports/render-report.ts';
import type { Render } from './reports/renderer.ts';
import { type InvitationSent, type InvitationStep, sendInvitation } from './send-invitation.ts';
import { type MailFate, sendMail } from './send-mail.ts';
import type { Post } from './smtp.ts';

/** What the activities work with. */
export type ActivityContext = {
  db: Database;
  post: Post;
  /** Sends one text message to an E.164 number. @throws when the provider doesn't take it */
  sendText(phone: string, text: string): Promise<void>;
  /** The clock of the Temporal server, which the dates of an invitation follow. */
  now(): Promise<Date>;
  publicUrl: string;
  authSecret: string;
  mailFrom: string;
  /** How long a claim on an e-mail holds, in milliseconds: longer than an SMTP conversation may last. */
  lease: number;
  /** Draws a report. */
  render: Render;
  /** Says that something may be owed to Temporal. */
  nudge(): void;
};

export type Activities = {
  sendInvitation(input: InvitationStep): Promise<InvitationSent>;
  sendMail(input: { mailId: string }): Promise<MailFate>;
  keepEnd(input: { grantId: string }): Promise<EndKept>;
  advancePhoneChange(input: { changeId: string; isLate: boolean }): Promise<PhoneChangeProgress>;
  warnOldNumber(input: { changeId: string }): Promise<'warned' | 'over'>;
  renderReport(input: { reportId: string }): Promise<ReportFate>;
  failReport(input: { reportId: string }): Promise<void>;
  onboardBatch(input: { onboardingId: string }): Promise<BatchDone>;
};

/** The activities over what they work with; the worker injects it. */
export const createActivities = (context: ActivityContext): Activities => ({
  sendInvitation: (input) => sendInvitation(context, input),
  sendMail: (input) => sendMail(context, input),
  keepEnd: (input) => keepEnd(context, input),
  advancePhoneChange: (input) => advancePhoneChange(context, input),
  warnOldNumber: (input) => warnOldNumber(context, input),
  renderReport: (input) => renderReport(context, input, Context.current()),
  failReport: (input) => failReport(context, input),
  onboardBatch: (input) => {
    const { cancellationSignal, heartbeat } = Context.current();
    return onboardBatch(context, input, { cancellationSignal, heartbeat });
  },
});
