import { linkValidity } from '../domain/invitation.ts';

/** The dates that follow from an e-mail of a cycle accepted `at`; `delays` in milliseconds. */
export function datesAfter(step: number, at: Date, delays: [number, number]) {
  const later = (ms: number) => new Date(at.getTime() + ms);
  const toCome = delays.slice(step);
  return {
    nextReminderAt: toCome[0] === undefined ? null : later(toCome[0]),
    expiresAt: later(toCome.reduce((sum, ms) => sum + ms, 0) + linkValidity),
  };
}
