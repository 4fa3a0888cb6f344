import { expect, test } from 'vitest';
import { mayLeave, refusalToLeave } from '../../src/domain/leaving.ts';
import type { RoleFacts } from '../../src/domain/roles.ts';

const member = { id: 'm', role: 'manager', listed: true, selfGiven: false } as const;
const relative = { kind: 'person', central: null, right: 'read_only', open: true } as const;
const advisor = { kind: 'advisor', central: null, right: 'read_write', open: true } as const;
const holder = { ...relative, central: 'holder' } as const;
const coHolder = { ...relative, central: 'co_holder' } as const;
const waiting = { open: false } as const;

type Case = [who: string, facts: Partial<RoleFacts>, refused: ReturnType<typeof refusalToLeave>];
const cases: Case[] = [
  ['a family member', { hats: [relative] }, null],
  ['an advisor', { hats: [advisor] }, null],
  ['both', { hats: [relative, advisor] }, null],
  ['one whose number is unconfirmed', { hats: [{ ...relative, ...waiting }] }, null],
  ['an advisor of the team', { hats: [advisor], member }, null],
  ['the manager, who is an advisor too', { hats: [advisor], member, managerId: 'm' }, null],
  ['the holder', { hats: [holder] }, 'access_irrevocable'],
  ['the co-holder', { hats: [coHolder] }, 'access_irrevocable'],
  ['the holder, whatever else he is', { hats: [advisor, holder], member }, 'access_irrevocable'],
  ['the holder, unconfirmed', { hats: [{ ...holder, ...waiting }] }, 'access_irrevocable'],
  ['a listed member', { member }, 'not_external'],
  ['the manager', { member, managerId: 'm' }, 'not_external'],
  ['an admin without access', { member: { ...member, role: 'admin', listed: false } }, 'not_external'],
  ['a colleague without access', { member: { ...member, listed: false } }, 'not_found'],
  ['somebody', {}, 'not_found'],
];

test.each(cases)('R1, R5, R10, R17: %s', (_, facts, refused) => {
  const all: RoleFacts = { managerId: 'other', teamMode: 'listed', member: null, hats: [], ...facts };
  expect(refusalToLeave(all)).toBe(refused);
  expect(mayLeave(all)).toBe(refused === null);
});
