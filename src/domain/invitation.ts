/** The states of an invitation: those in which e-mail is due, then the outcomes. */
export const waitingStates = [
  'queued',
  'inviting',
  'waiting_first_reminder',
  'waiting_second_reminder',
] as const;
export type WaitingState = (typeof waitingStates)[number];

export const outcomes = [
  'accepted',
  'unanswered',
  'withdrawn',
  'declined',
  'undeliverable',
  'notified',
] as const;
/** How an invitation ended. `withdrawn` also stands for one that a date of death ended. */
export type Outcome = (typeof outcomes)[number];

export const invitationStates = [...waitingStates, ...outcomes] as const;
export type InvitationState = WaitingState | Outcome;

/** Whether e-mail of this cycle is still due, so that a workflow has to exist. */
export const isWaiting = (state: InvitationState): state is WaitingState =>
  (waitingStates as readonly string[]).includes(state);

/** An invitation's links work for this long after the last e-mail of its cycle, in milliseconds. */
export const linkValidity = 30 * 24 * 60 * 60 * 1000;

/** What a resend does in each state (R13): it waits for what is due anyway, repeats the e-mail, or begins anew. */
export function resendIn(state: InvitationState): 'nothing' | 'repeat' | 'new_cycle' {
  switch (state) {
    case 'queued':
    case 'inviting':
      return 'nothing';
    case 'waiting_first_reminder':
    case 'waiting_second_reminder':
    case 'notified':
    case 'accepted':
      return 'repeat';
    case 'unanswered':
    case 'undeliverable':
    case 'declined':
    case 'withdrawn':
      return 'new_cycle';
  }
}

/** How often one invitation is sent again in 24 hours. */
export const resendsADay = 3;

/** The columns of an invitation that begins, at its first cycle or at the one after another (R13). */
export const beginning = (previousCycle = 0) =>
  ({
    cycle: previousCycle + 1,
    state: 'queued',
    sentAt: null,
    remindersSent: 0,
    nextReminderAt: null,
    expiresAt: null,
  }) as const;
