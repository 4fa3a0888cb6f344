import { expect, it } from 'vitest';
import { emailKinds, invites } from '../../src/domain/mail.ts';

it('three kinds of e-mail hold the link of an invitation', () => {
  expect(emailKinds.filter(invites)).toEqual(['invitation', 'reminder', 'member_notice']);
});

it('no kind is listed twice', () => {
  expect(new Set(emailKinds).size).toBe(emailKinds.length);
});
