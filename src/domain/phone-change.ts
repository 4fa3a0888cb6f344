/** The states of a new phone number that somebody who lost his asks for (R15); the first three are live. */
export const phoneChangeStates = [
  'asked',
  'waiting',
  'confirmed',
  'done',
  'refused',
  'cancelled',
  'expired',
  'replaced',
] as const;
/**
 * `asked`: a link went to the account's address. `waiting`: address and new number are proven, somebody else has to
 * confirm. `confirmed`: it takes effect in 24 hours.
 */
export type PhoneChangeState = (typeof phoneChangeStates)[number];

const liveStates: readonly PhoneChangeState[] = ['asked', 'waiting', 'confirmed'];

/** Whether it may still come to something. */
export const isLive = (state: PhoneChangeState) => liveStates.includes(state);

const day = 24 * 60 * 60 * 1000;

/** How long somebody may take to confirm it, from the asking, in milliseconds. */
export const confirmedWithin = 7 * day;

/** From the confirmation until it takes effect, in milliseconds: time to cancel it. */
export const effectiveAfter = day;

/** How long ago a dossier must have been opened, for its manager to confirm, in milliseconds. */
export const openedBefore = 30 * day;
