import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import {
  addUp,
  divide,
  divideValue,
  fractionOf,
  isWhole,
  type Owner,
  ownershipFlaws,
  shareIn,
} from '../../src/domain/ownership.ts';
import { ownershipForms } from '../../src/domain/words.ts';
import { inFull, owners } from '../support/owners.ts';

const persons = ['a', 'b', 'c', 'd', null];
const own = (form: Owner['form'], share: string, personId: string | null = 'a'): Owner => ({
  personId,
  form,
  share,
});
const flawsOf = (all: Owner[], isDebt = false) =>
  ownershipFlaws(all, isDebt).map(({ owner, reason }) => [owner, reason]);

const amount = fc.oneof(fc.bigInt({ min: 0n, max: 12n }), fc.bigInt({ min: 0n, max: 10n ** 13n }));
const total = (parts: bigint[]) => parts.reduce((sum, part) => sum + part, 0n);
/** How far a part is from the exact one, in cents. */
const distance = (part: bigint, cents: bigint, share: Fraction) =>
  new Fraction(part).sub(share.mul(new Fraction(cents))).abs();

describe('a share as people type it', () => {
  it.each([
    ['1', '1'],
    ['1/1', '1'],
    ['1/3', '1/3'],
    ['2/6', '1/3'],
    ['50/100', '1/2'],
    ['007/014', '1/2'],
    ['1/999999999', '1/999999999'],
    ['999999998/999999999', '999999998/999999999'],
  ])('%s is %s', (typed, share) => {
    expect(shareIn(typed)).toBe(share);
  });

  it.each([
    '',
    '0',
    '0/5',
    '2',
    '3/2',
    '1/0',
    '1/000',
    '0/0',
    '-1/2',
    '1/-2',
    '+1/2',
    '0.5',
    '0,5',
    '.5',
    '1e-1',
    "0.'3'",
    '0.(3)',
    '1 1/2',
    '1/2/3',
    '1:2',
    '1/',
    '/2',
    ' 1/2',
    '1/2\n',
    '1/2 ',
    '50%',
    'half',
    '½',
    '١/٢',
    '1/1000000000',
    '1000000000/1000000000',
    '1'.repeat(400),
    `1/${'9'.repeat(400)}`,
    'Infinity',
    'NaN',
    'constructor',
  ])('%j is none', (typed) => {
    expect(shareIn(typed)).toBeNull();
  });

  it('is kept in lowest terms, the same amount', () => {
    const whole = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(whole, whole, (n, d) => {
        const share = shareIn(`${n}/${d}`);
        if (n > d) {
          expect(share).toBeNull();
          return;
        }
        expect(share).toMatch(/^(1|\d{1,9}\/\d{1,9})$/);
        const [a, b = 1] = share!.split('/').map(Number);
        expect(BigInt(a!) * BigInt(d)).toBe(BigInt(b) * BigInt(n));
        expect(shareIn(share!)).toBe(share);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (typed) => void shareIn(typed)));
  });
});

describe('who owns a thing', () => {
  it.each<[string, Owner[], boolean]>([
    ['one in full', [own('full', '1')], true],
    ['three thirds', [own('full', '1/3', 'a'), own('full', '1/3', 'b'), own('full', '1/3', null)], true],
    ['usufruct and bare ownership', [own('usufruct', '1', 'a'), own('bare', '1', 'b')], true],
    [
      'a widow: half in full, half in usufruct; two children: a quarter each in bare ownership',
      [own('full', '1/2'), own('usufruct', '1/2'), own('bare', '1/4', 'b'), own('bare', '1/4', 'c')],
      true,
    ],
    ['nobody', [], false],
    ['the usufruct alone', [own('usufruct', '1')], false],
    ['more than the whole', [own('full', '1'), own('usufruct', '1/1000'), own('bare', '1/1000')], false],
    [
      'a billionth short',
      [own('full', '1/3', 'a'), own('full', '1/3', 'b'), own('full', '333333332/999999999', 'c')],
      false,
    ],
  ])('%s', (_name, all, whole) => {
    expect(isWhole(all)).toBe(whole);
    expect(ownershipFlaws(all, false).length === 0).toBe(whole);
  });

  it('says which half is short, and which is over', () => {
    expect(flawsOf([])).toEqual([
      [null, 'usufruct_short'],
      [null, 'bare_short'],
    ]);
    expect(flawsOf([own('full', '1/2'), own('usufruct', '1/2')])).toEqual([[null, 'bare_short']]);
    expect(flawsOf([own('full', '1/2'), own('usufruct', '2/3'), own('bare', '1/2')])).toEqual([
      [null, 'usufruct_over'],
    ]);
    expect(flawsOf([own('bare', '1/2'), own('usufruct', '1'), own('bare', '2/3', 'b')])).toEqual([
      [null, 'bare_over'],
    ]);
  });

  it('one person stands there once in each form', () => {
    expect(flawsOf([own('full', '1/2'), own('full', '1/2')])).toEqual([[1, 'same_owner']]);
    expect(flawsOf([own('full', '1/2', null), own('full', '1/2', null)])).toEqual([[1, 'same_owner']]);
    expect(flawsOf([own('usufruct', '1'), own('bare', '1')])).toEqual([]);
  });

  it('a debt is owed in full', () => {
    expect(flawsOf([own('usufruct', '1'), own('bare', '1', 'b')], true)).toEqual([
      [0, 'debt_in_full'],
      [1, 'debt_in_full'],
    ]);
    expect(flawsOf([own('full', '1/2'), own('full', '1/2', 'b')], true)).toEqual([]);
  });

  it('whatever shares make the whole are taken, in any order', () => {
    fc.assert(
      fc.property(owners(persons), (all) => {
        expect(ownershipFlaws(all, false)).toEqual([]);
        expect(isWhole(all)).toBe(true);
      }),
    );
    fc.assert(fc.property(inFull(persons), (all) => ownershipFlaws(all, true).length === 0));
  });

  it('and with any one share a little more or less they are refused', () => {
    const little = fc.constantFrom(new Fraction(1, 999_999_937), new Fraction(-1, 999_999_937));
    fc.assert(
      fc.property(owners(persons), little, fc.nat(), (all, by, which) => {
        const at = which % all.length;
        const { form, share } = all[at]!;
        const other = all.with(at, { ...all[at]!, share: fractionOf(share).add(by).toFraction() });
        const halves = (form === 'full' ? ['usufruct', 'bare'] : [form]).map((half) => [
          null,
          `${half}_${by.s > 0n ? 'over' : 'short'}`,
        ]);
        expect(flawsOf(other)).toEqual(halves);
        expect(isWhole(other)).toBe(false);
      }),
    );
  });

  it('a hundred owners with denominators that share nothing are still judged in an instant', () => {
    const primes: number[] = [];
    for (let n = 1_000_003; primes.length < 50; n += 2) {
      if ([3, 5, 7, 11, 13].every((p) => n % p !== 0)) primes.push(n);
    }
    const all = primes.flatMap((p, i) => [
      own('full', `7/${50 * p}`, `a${i}`),
      own('full', `${p - 7}/${50 * p}`, `b${i}`),
    ]);
    const before = performance.now();
    for (let i = 0; i < 200; i++) {
      expect(isWhole(all)).toBe(true);
      expect(total(divideValue(10n ** 13n, all))).toBe(10n ** 13n);
    }
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe('divide', () => {
  /** Shares of at most one: those of a whole, some of them left out. */
  const shares = fc
    .tuple(inFull(persons), fc.nat(2))
    .map(([all, without]) =>
      all.slice(Math.min(without, all.length - 1)).map(({ share }) => fractionOf(share)),
    );

  it.each<[bigint, string[], bigint[]]>([
    [100n, ['1/3', '1/3', '1/3'], [34n, 33n, 33n]],
    [101n, ['1/3', '1/3', '1/3'], [34n, 34n, 33n]],
    [1n, ['1/2', '1/2'], [1n, 0n]],
    [5n, ['1/6', '1/3', '1/2'], [1n, 2n, 2n]],
    [100n, ['1/3', '1/3'], [33n, 33n]],
    [100n, ['1/3'], [33n]],
    [0n, ['1/2', '1/2'], [0n, 0n]],
    [7n, [], []],
    [10n ** 13n, ['1/999999999', '999999998/999999999'], [10000n, 9999999990000n]],
  ])('%s by %j is %s', (cents, of, parts) => {
    expect(divide(cents, of.map(fractionOf))).toEqual(parts);
  });

  it('parts are less than a cent from the exact ones, and make the exact sum, rounded down', () => {
    fc.assert(
      fc.property(amount, shares, (cents, of) => {
        const parts = divide(cents, of);
        const sum = of.reduce((all, share) => all.add(share), new Fraction(0)).mul(new Fraction(cents));
        expect(total(parts)).toBe(sum.floor().n);
        for (const [i, share] of of.entries()) {
          expect(distance(parts[i]!, cents, share).compare(1)).toBe(-1);
        }
      }),
    );
  });

  it('the same shares in another order get the same parts, but for cents that change among equal remainders', () => {
    const inTwoOrders = shares.chain((of) => {
      const all = { minLength: of.length, maxLength: of.length };
      return fc.tuple(fc.constant(of), fc.shuffledSubarray([...of.keys()], all));
    });
    fc.assert(
      fc.property(amount, inTwoOrders, (cents, [of, order]) => {
        const [parts, moved] = [
          divide(cents, of),
          divide(
            cents,
            order.map((i) => of[i]!),
          ),
        ];
        expect(divide(cents, of)).toEqual(parts);
        const remainder = (i: number) => {
          const exact = of[i]!.mul(new Fraction(cents));
          return exact.sub(exact.floor()).toFraction();
        };
        const extra = (all: bigint[], at: (i: number) => number) =>
          [...of.keys()].map((i) => [remainder(i), all[at(i)]! - of[i]!.mul(new Fraction(cents)).floor().n]);
        const sorted = (rows: unknown[][]) => rows.map(String).sort();
        expect(sorted(extra(moved, (i) => order.indexOf(i)))).toEqual(sorted(extra(parts, (i) => i)));
      }),
    );
  });
});

describe('an item’s value among its owners', () => {
  const of = (all: Owner[], parts: bigint[], ...forms: Owner['form'][]) =>
    total(parts.filter((_, i) => forms.includes(all[i]!.form)));

  it.each<[bigint, Owner[], bigint[]]>([
    [100n, [own('full', '1')], [100n]],
    [100n, [own('usufruct', '1'), own('bare', '1', 'b')], [100n, 100n]],
    [1n, [own('full', '1/2'), own('usufruct', '1/2'), own('bare', '1/2', 'b')], [1n, 0n, 0n]],
    [
      101n,
      [own('usufruct', '1/2'), own('bare', '1/4', 'b'), own('bare', '1/4', 'c'), own('full', '1/2')],
      [50n, 25n, 25n, 51n],
    ],
    [
      100n,
      [own('full', '1/3', 'b'), own('usufruct', '2/3'), own('bare', '1/3', 'b'), own('bare', '1/3', 'c')],
      [33n, 67n, 34n, 33n],
    ],
  ])('%s cents: %j', (cents, all, parts) => {
    expect(divideValue(cents, all)).toEqual(parts);
  });

  it('adds up to the cent in both halves; each part is less than a cent from the exact one', () => {
    fc.assert(
      fc.property(amount, owners(persons), (cents, all) => {
        const parts = divideValue(cents, all);
        expect(of(all, parts, 'full', 'usufruct')).toBe(cents);
        expect(of(all, parts, 'full', 'bare')).toBe(cents);
        for (const [i, { share }] of all.entries()) {
          expect(distance(parts[i]!, cents, fractionOf(share)).compare(1)).toBe(-1);
          expect(parts[i]! >= 0n).toBe(true);
        }
      }),
    );
  });

  it('is the same for the same form, wherever the other forms stand', () => {
    fc.assert(
      fc.property(amount, owners(persons), (cents, all) => {
        const byForm = ownershipForms.flatMap((form) => all.filter((owner) => owner.form === form));
        const [parts, sorted] = [divideValue(cents, all), divideValue(cents, byForm)];
        expect(all.map((owner) => sorted[byForm.indexOf(owner)])).toEqual(parts);
      }),
    );
  });
});

describe('addUp', () => {
  it('is exact where decimals would not be', () => {
    expect(addUp(['1/3', '1/3', '1/3'])).toBe(true);
    expect(addUp(['1/10', '2/10', '7/10'])).toBe(true);
    expect(addUp(['333333333/999999999', '1/3', '1/3'])).toBe(true);
    expect(addUp(['1/3', '1/3', '333333334/999999999'])).toBe(false);
    expect(addUp([])).toBe(false);
  });
});
