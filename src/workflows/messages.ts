import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { InvitationState, Outcome } from '../domain/invitation.ts';
import type { EmailKind } from '../domain/mail.ts';
import type { PartyKind } from '../domain/words.ts';

/** Input of `invitation`. Ids, kinds, delays and dates alone: nothing here names anybody. */
export type InvitationInput = {
  grantId: string;
  cycle: number;
  partyKind: PartyKind;
  dossierId: string | null;
  /** Milliseconds from the invitation to the first reminder, and from there to the second. */
  delays: [number, number];
};

/** Input of `mail`. */
export type MailInput = { mailId: string; kind: EmailKind };

/** Input of `report`. */
export type ReportInput = { reportId: string };

/** Input of `expiry`. */
export type ExpiryInput = { grantId: string };
/** How it ended: on its date, withdrawn before, or with the date removed. */
export type ExpiryOutcome = 'ended' | 'withdrawn' | 'without_end';

/** Told to a running `expiry`: the end was moved or removed, or the access withdrawn; the database says which. */
export const endChangedSignal = defineSignal('endChanged');

/** Input of `onboarding`. */
export type OnboardingInput = { onboardingId: string };

/** Told to an onboarding that was started or resumed. */
export const goOnSignal = defineSignal('go_on');

/** Input of `phone_change`. */
export type PhoneChangeInput = { changeId: string };

/** Tells a change of number that something about it has changed: what, is in the database. */
export const lookSignal = defineSignal('look');

/** Told to a running invitation: a later cycle to go on with, or the outcome of its own. */
export type InvitationNews = { cycle: number; outcome: Outcome | null };
export const newsSignal = defineSignal<[InvitationNews]>('news');

/** What an invitation is doing: `nextSendAt` is ISO 8601, null when nothing more is due. */
export type InvitationProgress = { state: InvitationState; cycle: number; nextSendAt: string | null };
export const progressQuery = defineQuery<InvitationProgress>('progress');

export const invitationWorkflowId = (grantId: string) => `invitation-${grantId}`;
export const expiryWorkflowId = (grantId: string) => `expiry-${grantId}`;
export const mailWorkflowId = (mailId: string) => `mail-${mailId}`;
export const onboardingWorkflowId = (onboardingId: string) => `onboarding-${onboardingId}`;
export const reportWorkflowId = (reportId: string) => `report-${reportId}`;
export const phoneChangeWorkflowId = (changeId: string) => `phone-change-${changeId}`;

/** Reports are drawn from a queue of their own, few at a time, so that no e-mail waits for them. */
export const reportTaskQueue = (taskQueue: string) => `${taskQueue}-reports`;
