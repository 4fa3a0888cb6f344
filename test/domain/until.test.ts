import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideSave, type LineFacts, refusalOfUntil, type SaveFacts } from '../../src/domain/access.ts';
import type { Role } from '../../src/domain/capabilities.ts';
import { endOf, endStep, lastDay, mayEndOn, warningOf } from '../../src/domain/until.ts';

describe('the end of a last day', () => {
  it.each([
    ['winter', '2026-12-31', '2026-12-31T23:00:00Z'],
    ['summer', '2026-07-31', '2026-07-31T22:00:00Z'],
    ['the day before summer time begins', '2027-03-27', '2027-03-27T23:00:00Z'],
    ['the day on which it begins, of 23 hours', '2027-03-28', '2027-03-28T22:00:00Z'],
    ['the day before it ends', '2026-10-24', '2026-10-24T22:00:00Z'],
    ['the day on which it ends, of 25 hours', '2026-10-25', '2026-10-25T23:00:00Z'],
    ['a leap day', '2028-02-29', '2028-02-29T23:00:00Z'],
  ])('in %s', (_when, day, instant) => {
    expect(endOf(day)).toBe(instant);
    expect(lastDay(instant)).toBe(day);
    expect(lastDay(instant.replace('T', ' ').replace('Z', '+00'))).toBe(day);
  });

  it('no day has no end, and no end no day', () => {
    expect([endOf(null), lastDay(null), warningOf(null, '2026-01-01T00:00:00Z')]).toEqual([null, null, null]);
  });

  it('of any day comes between noon of that day and noon of the next, and leads back to it', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const hours = (Date.parse(endOf(day)!) - Date.parse(`${day}T12:00:00Z`)) / 3_600_000;
        expect(hours).toBeGreaterThanOrEqual(10);
        expect(hours).toBeLessThanOrEqual(11);
        expect(lastDay(endOf(day))).toBe(day);
      }),
    );
  });
});

describe('the warning', () => {
  it.each([
    ['7 days before', '2026-12-31', '2026-12-01T00:00:00Z', '2026-12-24T23:00:00Z'],
    [
      'by the calendar, over the end of summer time',
      '2026-10-25',
      '2026-10-01T00:00:00Z',
      '2026-10-18T22:00:00Z',
    ],
    ['by the calendar, over its beginning', '2027-03-28', '2027-03-01T00:00:00Z', '2027-03-21T23:00:00Z'],
    ['none where it is due now', '2026-12-31', '2026-12-24T23:00:00Z', null],
    ['with a second left', '2026-12-31', '2026-12-24T22:59:59Z', '2026-12-24T23:00:00Z'],
    ['none with fewer days left', '2026-12-31', '2026-12-31T12:00:00Z', null],
  ])('%s', (_what, day, now, expected) => {
    expect(warningOf(endOf(day), now)).toBe(expected);
  });
});

describe('what is due', () => {
  const endsAt = '2026-12-31T23:00:00Z';
  const warnsAt = '2026-12-24T23:00:00Z';
  it.each([
    [null, null, '2026-12-31T23:00:00Z', { kind: 'over' }],
    [endsAt, warnsAt, '2026-12-24T22:59:59.999Z', { kind: 'wait', for: 'warning', until: warnsAt }],
    [endsAt, warnsAt, warnsAt, { kind: 'warn' }],
    [endsAt, null, warnsAt, { kind: 'wait', for: 'end', until: endsAt }],
    [endsAt, warnsAt, '2026-12-31T22:59:59.999Z', { kind: 'warn' }],
    [endsAt, null, endsAt, { kind: 'end' }],
    [endsAt, warnsAt, '2027-06-01T00:00:00Z', { kind: 'end' }],
  ] as const)('of an end %s, told %s, at %s', (ends, warns, now, expected) => {
    expect(endStep({ endsAt: ends, warnsAt: warns }, now)).toEqual(expected);
  });
});

it.each([
  ['2026-11-23', 'in_the_past'],
  ['2026-11-24', null],
  ['2076-11-24', null],
  ['2076-11-25', 'too_far'],
])('access given on 24 November 2026 may end on %s: %s', (day, expected) => {
  expect(mayEndOn(day, '2026-11-24')).toBe(expected);
});

describe('saves', () => {
  const manager: Role[] = [{ name: 'manager', right: null }];
  const holder: Role[] = [{ name: 'holder', right: 'read_write' }];
  const [day, other] = ['2027-01-31', '2027-02-28'];
  const contact = { email: 'theirs@example.com', phone: '+32470000001' };

  type Has = {
    until?: string | null;
    open?: boolean;
    central?: boolean;
    deceased?: boolean;
    advisor?: boolean;
  };
  const facts = (roles: Role[], { until, open, central, deceased = false, advisor }: Has): SaveFacts => ({
    actor: { accountId: 'me', email: 'me@example.com', roles },
    party: advisor ? { kind: 'advisor' } : { kind: 'person', central: central ? 'holder' : null, deceased },
    grant:
      until === undefined
        ? null
        : {
            ...contact,
            right: 'read_only',
            accountId: open ? 'theirs' : null,
            givenBy: 'me',
            state: 'accepted',
            until,
          },
    closed: false,
    withdrawnBefore: false,
    account: null,
    emailInUse: false,
  });
  const decided = (
    roles: Role[],
    has: Has,
    until?: string | null,
    right: 'read_only' | 'none' = 'read_only',
  ) => decideSave(facts(roles, has), { ...contact, right, ...(until === undefined ? {} : { until }) });

  it.each([true, false])('the manager moves, sets and removes it, open: %s', (open) => {
    expect(decided(manager, { until: day, open }, other)).toMatchObject({ kind: 'update', until: other });
    expect(decided(manager, { until: null, open }, day)).toMatchObject({ kind: 'update', until: day });
    expect(decided(manager, { until: day, open }, null)).toMatchObject({ kind: 'update', until: null });
    expect(decided(manager, { until: day, open, advisor: true }, null)).toMatchObject({ until: null });
    expect(decided(manager, { until: day, open, deceased: true }, other)).toMatchObject({ until: other });
  });

  it('moving it starts no new cycle', () => {
    expect(decided(manager, { until: day }, other)).toMatchObject({ newCycle: false });
  });

  it('left out it stays, and without a change nothing is done', () => {
    expect(decided(manager, { until: day })).toEqual({ kind: 'nothing' });
    expect(decided(manager, { until: day }, day)).toEqual({ kind: 'nothing' });
    expect(decided(manager, { until: null }, null)).toEqual({ kind: 'nothing' });
    expect(decided(manager, {}, undefined)).toMatchObject({ kind: 'give', until: null });
    expect(decided(manager, {}, day)).toMatchObject({ kind: 'give', until: day });
  });

  it('R5: a central person has none', () => {
    const refused = { kind: 'refused', code: 'central_without_end' };
    expect(decided(manager, { central: true }, day)).toEqual(refused);
    expect(decided(manager, { central: true, until: null, open: true }, day)).toEqual(refused);
    expect(decided(manager, { central: true, until: null }, null)).toEqual({ kind: 'nothing' });
    expect(decided(holder, { central: true }, day)).toEqual(refused);
  });

  it('withdrawing reads no day', () => {
    expect(decided(manager, { until: day, open: true }, other, 'none')).toEqual({ kind: 'withdraw' });
  });

  it('R3: a holder sets it when giving, and moves none', () => {
    const refused = { kind: 'refused', code: 'not_permitted' };
    expect(decided(holder, {}, day)).toMatchObject({ kind: 'give', until: day });
    expect(decided(holder, { until: day }, day)).toEqual({ kind: 'nothing' });
    expect(decided(holder, { until: day })).toEqual({ kind: 'nothing' });
    expect(decided(holder, { until: day }, other)).toEqual(refused);
    expect(decided(holder, { until: day }, null)).toEqual(refused);
    expect(decided(holder, { until: null }, day)).toEqual(refused);
  });

  it('R3: permission comes before the shape of the day', () => {
    const pending: LineFacts = facts(holder, { until: day });
    for (const garbage of ['garbage', 7, {}, null]) {
      expect(refusalOfUntil(pending, garbage)).toEqual({ kind: 'refused', code: 'not_permitted' });
      expect(refusalOfUntil(facts(manager, { until: day }), garbage)).toBeNull();
      expect(refusalOfUntil(facts(holder, {}), garbage)).toBeNull();
    }
  });
});
