import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideValue } from '../../src/domain/ownership.ts';
import { type Holding, totalsOf } from '../../src/domain/wealth-totals.ts';
import { assetKinds, debtKinds, isDebt, type OwnershipForm } from '../../src/domain/words.ts';
import { inFull, owners } from '../support/owners.ts';

const persons = ['a', 'b', 'c', 'd', null];
const value = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 10 ** 13 }));
const currency = fc.constantFrom('EUR', 'CHF', 'JPY');
const holding = fc.oneof(
  fc.record({ kind: fc.constantFrom(...assetKinds), currency, cents: value, owners: owners(persons) }),
  fc.record({ kind: fc.constantFrom(...debtKinds), currency, cents: value, owners: inFull(persons) }),
);
const inventory: fc.Arbitrary<Holding[]> = fc.array(holding, { maxLength: 12 });

const sumOf = <T>(rows: T[], column: (row: T) => number) =>
  rows.reduce((sum, row) => sum + BigInt(column(row)), 0n);

describe('totals', () => {
  it('nothing is nothing', () => {
    expect(totalsOf([])).toEqual({ net: [], byPerson: [], byKind: [], byForm: [] });
  });

  it('a couple: a house split with the children, an account, a loan, and dollars for themselves', () => {
    const own = (personId: string | null, form: OwnershipForm, share: string) => ({ personId, form, share });
    const totals = totalsOf([
      {
        kind: 'real_estate',
        currency: 'EUR',
        cents: 500_000_01,
        owners: [own('b', 'usufruct', '1'), own('c', 'bare', '1/2'), own('d', 'bare', '1/2')],
      },
      {
        kind: 'bank_account',
        currency: 'EUR',
        cents: 100_00,
        owners: [own('a', 'full', '1/3'), own('b', 'full', '1/3'), own(null, 'full', '1/3')],
      },
      { kind: 'mortgage', currency: 'EUR', cents: 300_00, owners: [own('b', 'full', '1')] },
      { kind: 'portfolio', currency: 'USD', cents: 7, owners: [own('b', 'full', '1')] },
      { kind: 'bank_account', currency: 'EUR', cents: 1, owners: [own('b', 'full', '1')] },
    ]);
    const none = { full: 0, usufruct: 0, bare: 0, debts: 0, net: 0 };
    expect(totals).toEqual({
      net: [
        { currency: 'EUR', assets: 500_100_02, debts: 300_00, net: 499_800_02 },
        { currency: 'USD', assets: 7, debts: 0, net: 7 },
      ],
      byPerson: [
        { ...none, personId: 'a', currency: 'EUR', full: 33_34, net: 33_34 },
        {
          personId: 'b',
          currency: 'EUR',
          full: 33_34,
          usufruct: 500_000_01,
          bare: 0,
          debts: 300_00,
          net: -266_66,
        },
        { ...none, personId: 'c', currency: 'EUR', bare: 250_000_01 },
        { ...none, personId: 'd', currency: 'EUR', bare: 250_000_00 },
        { ...none, personId: null, currency: 'EUR', full: 33_33, net: 33_33 },
        { ...none, personId: 'b', currency: 'USD', full: 7, net: 7 },
      ],
      byKind: [
        { kind: 'real_estate', currency: 'EUR', cents: 500_000_01 },
        { kind: 'bank_account', currency: 'EUR', cents: 100_01 },
        { kind: 'mortgage', currency: 'EUR', cents: 300_00 },
        { kind: 'portfolio', currency: 'USD', cents: 7 },
      ],
      byForm: [
        { form: 'full', currency: 'EUR', cents: 100_01 },
        { form: 'usufruct', currency: 'EUR', cents: 500_000_01 },
        { form: 'bare', currency: 'EUR', cents: 500_000_01 },
        { form: 'full', currency: 'USD', cents: 7 },
      ],
    });
  });

  it('agree with each other to the cent, whatever the inventory', () => {
    fc.assert(
      fc.property(inventory, (all) => {
        const { net, byPerson, byKind, byForm } = totalsOf(all);
        expect(net.map((line) => line.currency)).toEqual([...new Set(all.map((one) => one.currency))].sort());
        for (const { currency, assets, debts, net: left } of net) {
          const mine = <T extends { currency: string }>(rows: T[]) =>
            rows.filter((row) => row.currency === currency);
          const held = mine(all);
          expect(BigInt(assets)).toBe(sumOf(held, (one) => (isDebt(one.kind) ? 0 : one.cents)));
          expect(BigInt(debts)).toBe(sumOf(held, (one) => (isDebt(one.kind) ? one.cents : 0)));
          expect(left).toBe(assets - debts);

          const kinds = mine(byKind);
          expect(sumOf(kinds, ({ kind, cents }) => (isDebt(kind) ? 0 : cents))).toBe(BigInt(assets));
          expect(sumOf(kinds, ({ kind, cents }) => (isDebt(kind) ? cents : 0))).toBe(BigInt(debts));

          const inForm = (form: OwnershipForm) =>
            sumOf(mine(byForm), (row) => (row.form === form ? row.cents : 0));
          expect(inForm('full') + inForm('usufruct')).toBe(BigInt(assets));
          expect(inForm('bare')).toBe(inForm('usufruct'));

          const people = mine(byPerson);
          for (const form of ['full', 'usufruct', 'bare'] as const) {
            expect(sumOf(people, (row) => row[form])).toBe(inForm(form));
          }
          expect(sumOf(people, (row) => row.debts)).toBe(BigInt(debts));
          expect(sumOf(people, (row) => row.net)).toBe(inForm('full') - BigInt(debts));
          for (const row of people) expect(row.net).toBe(row.full - row.debts);
        }
      }),
    );
  });

  it('a person’s total is the sum of his parts of each item', () => {
    fc.assert(
      fc.property(inventory, (all) => {
        for (const row of totalsOf(all).byPerson) {
          const his = (wanted: OwnershipForm, debts: boolean) =>
            all
              .filter(({ kind, currency }) => currency === row.currency && isDebt(kind) === debts)
              .flatMap(({ cents, owners: of }) =>
                divideValue(BigInt(cents), of).filter(
                  (_, i) => of[i]!.personId === row.personId && of[i]!.form === wanted,
                ),
              )
              .reduce((sum, part) => sum + part, 0n);
          expect({ ...row, net: 0 }).toEqual({
            personId: row.personId,
            currency: row.currency,
            full: Number(his('full', false)),
            usufruct: Number(his('usufruct', false)),
            bare: Number(his('bare', false)),
            debts: Number(his('full', true)),
            net: 0,
          });
        }
      }),
    );
  });

  it('stand in one order, whichever way the items and the lines do', () => {
    const keys = (all: Holding[]) => {
      const { net, byPerson, byKind, byForm } = totalsOf(all);
      return [
        net.map((row) => row.currency),
        byPerson.map((row) => `${row.currency} ${row.personId}`),
        byKind.map((row) => `${row.currency} ${row.kind}`),
        byForm.map((row) => `${row.currency} ${row.form}`),
      ];
    };
    fc.assert(
      fc.property(inventory, (all) => {
        expect(keys(all.toReversed())).toEqual(keys(all));
        expect(totalsOf(all.toReversed())).toEqual(totalsOf(all));
      }),
    );
  });

  it('stays exact for as much as a dossier holds', () => {
    const all = Array.from(
      { length: 500 },
      (): Holding => ({
        kind: 'portfolio',
        currency: 'EUR',
        cents: 10 ** 13 - 1,
        owners: [
          { personId: 'a', form: 'full', share: '1/3' },
          { personId: null, form: 'full', share: '2/3' },
        ],
      }),
    );
    const { net, byPerson } = totalsOf(all);
    expect(net[0]!.assets).toBe(500 * (10 ** 13 - 1));
    expect(Number.isSafeInteger(net[0]!.assets)).toBe(true);
    expect(byPerson.map((row) => row.full)).toEqual([500 * 3333333333333, 500 * 6666666666666]);
  });
});
