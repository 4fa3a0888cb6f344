import { describe, expect, it } from 'vitest';
import {
  type InvitationState,
  invitationStates,
  isWaiting,
  linkValidity,
  outcomes,
  resendIn,
  waitingStates,
} from '../../src/domain/invitation.ts';

/** Each state: whether e-mail of the cycle is still due, and what a resend does (R13). */
const table: Record<InvitationState, [due: boolean, resend: 'nothing' | 'repeat' | 'new_cycle']> = {
  queued: [true, 'nothing'],
  inviting: [true, 'nothing'],
  waiting_first_reminder: [true, 'repeat'],
  waiting_second_reminder: [true, 'repeat'],
  accepted: [false, 'repeat'],
  notified: [false, 'repeat'],
  unanswered: [false, 'new_cycle'],
  undeliverable: [false, 'new_cycle'],
  declined: [false, 'new_cycle'],
  withdrawn: [false, 'new_cycle'],
};
const states = Object.keys(table) as InvitationState[];

describe('the states of an invitation', () => {
  it('are those of the contract: four in which e-mail is due, and six outcomes', () => {
    expect(new Set(invitationStates)).toEqual(new Set(states));
    expect(invitationStates).toHaveLength(10);
    expect([...waitingStates]).toEqual([
      'queued',
      'inviting',
      'waiting_first_reminder',
      'waiting_second_reminder',
    ]);
    expect(new Set(outcomes)).toEqual(
      new Set(['accepted', 'unanswered', 'withdrawn', 'declined', 'undeliverable', 'notified']),
    );
  });

  it.each(states)('%s', (state) => {
    const [due, resend] = table[state];
    expect(isWaiting(state)).toBe(due);
    expect(resendIn(state)).toBe(resend);
  });

  it('R13: a resend moves no date while reminders are due', () => {
    const moving = states.filter((state) => isWaiting(state) && resendIn(state) === 'new_cycle');
    expect(moving).toEqual([]);
  });
});

it('links work for 30 days', () => {
  expect(linkValidity).toBe(2_592_000_000);
});
