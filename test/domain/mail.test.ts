import { expect, it } from 'vitest';
import { audienceOf, emailKinds, invites } from '../../src/domain/mail.ts';

it('three kinds of e-mail hold the link of an invitation', () => {
  expect(emailKinds.filter(invites)).toEqual(['invitation', 'reminder', 'member_notice']);
});

it('no kind is listed twice', () => {
  expect(new Set(emailKinds).size).toBe(emailKinds.length);
});

it('R1, R5: what goes to who manages a dossier, or to a firm’s admins, goes by the part, not by the account', () => {
  const by = (inDossier: boolean) =>
    emailKinds
      .map((kind) => [kind, audienceOf(kind, inDossier, false)] as const)
      .filter(([, audience]) => audience !== 'party');
  const toManager = ['accepted', 'unanswered', 'undeliverable', 'declined'];
  const ends = [
    ['party_access_ends_soon', 'manager'],
    ['party_access_ended', 'manager'],
  ];
  const always = [
    ['holder_gave', 'manager'],
    ['central_given', 'guardians'],
    ['central_corrected', 'guardians'],
    ['manager_received', 'member'],
    ['manager_handed_over', 'member'],
    ['admin_self_access', 'manager'],
    ['onboarding_finished', 'member'],
    ['onboarding_paused', 'member'],
    ['dossiers_received', 'member'],
    ['dossier_closed', 'while_closed'],
    ['invitation_ended', 'while_closed'],
    ['dossier_reopened', 'while_open'],
  ];
  expect(by(true)).toEqual([...ends, ...toManager.map((kind) => [kind, 'manager']), ...always]);
  expect(by(false)).toEqual([...ends, ...toManager.map((kind) => [kind, 'admins']), ...always]);
  expect(audienceOf('accepted', true, true)).toBe('giver');
});
