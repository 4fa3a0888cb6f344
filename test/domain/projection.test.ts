import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { divideByWeights, factorOf, roundHalfEven, weightsOf } from '../../src/domain/exact.ts';
import { divide } from '../../src/domain/ownership.ts';
import { assume, bare, family, figuresOf, full, inputs, item, resultOf, usufruct } from './simulated.ts';

/* Amounts in cents; the arithmetic is written beside them. */

const alone = family(['x']);
const mine = (cents: number, kind: 'portfolio' | 'loan' = 'portfolio') =>
  item('i', cents, [full('x')], { kind });
const nets = (result: ReturnType<typeof resultOf>) => result.years.map(({ totals }) => totals[0]!.net);
const reals = (result: ReturnType<typeof resultOf>) => result.years.map(({ totals }) => totals[0]!.netReal);

describe('growth', () => {
  it('100 000.00 at 2.5 % a year, rounded to the cent each year', () => {
    const result = resultOf(
      inputs(alone, [mine(10_000_000)]),
      assume({ horizon: 4, growth: { portfolio: '2.5' } }),
    );
    // 10 000 000 × 1.025 = 10 250 000; × 1.025 = 10 506 250; × 1.025 = 10 768 906.25 → 10 768 906;
    // × 1.025 = 11 038 128.65 → 11 038 129.
    expect(nets(result)).toEqual([10_000_000, 10_250_000, 10_506_250, 10_768_906, 11_038_129]);
    expect(result.years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030]);
  });

  it('a tie goes to the even cent', () => {
    // 100 × 1.005 = 100.5 → 100; 300 × 1.005 = 301.5 → 302.
    const grow = (cents: number) =>
      nets(resultOf(inputs(alone, [mine(cents)]), assume({ growth: { portfolio: '0.5' } })))[1];
    expect([grow(100), grow(300)]).toEqual([100, 302]);
  });

  it('four decimals count, and a loan of 200 000.00 shrinks by 5 % a year', () => {
    // 10^12 × 1.000001 = 1 000 001 000 000.
    const tiny = resultOf(inputs(alone, [mine(10 ** 12)]), assume({ growth: { portfolio: '0.0001' } }));
    expect(nets(tiny)).toEqual([10 ** 12, 1_000_001_000_000]);
    // 20 000 000 × 0.95 = 19 000 000; × 0.95 = 18 050 000.
    const loan = resultOf(
      inputs(alone, [mine(20_000_000, 'loan')]),
      assume({ horizon: 2, growth: { loan: '-5' } }),
    );
    expect(figuresOf(loan, 2028, 'x')).toEqual({ debts: 18_050_000, net: -18_050_000, netReal: -18_050_000 });
  });

  it('a kind that is left out keeps its value', () => {
    const both = [mine(100), item('j', 100, [full('x')])];
    expect(nets(resultOf(inputs(alone, both), assume({ growth: { portfolio: '10' } })))).toEqual([200, 210]);
  });
});

describe('inflation', () => {
  it('10 000.00 in the money of the start year, at 2 %', () => {
    // 1 000 000 / 1.02 = 980 392.156… → 980 392; / 1.02² = 961 168.78… → 961 169.
    const result = resultOf(inputs(alone, [mine(1_000_000)]), assume({ horizon: 2, inflation: '2' }));
    expect(reals(result)).toEqual([1_000_000, 980_392, 961_169]);
    expect(nets(result)).toEqual([1_000_000, 1_000_000, 1_000_000]);
  });

  it('rounds once, from the amount itself; a tie to the even cent, of debts too', () => {
    // At 25 %: 5 / 1.25 = 4, 5 / 1.5625 = 3.2 → 3. At 100/80 − 1: 125 / 1.25² = 80.
    expect(reals(resultOf(inputs(alone, [mine(5)]), assume({ horizon: 2, inflation: '25' })))).toEqual([
      5, 4, 3,
    ]);
    // At −50 %: × 2 a year. At −20 %: 2 / 0.8 = 2.5 → 2, −2.5 → −2; 6 / 0.8 = 7.5 → 8.
    const at = (cents: number, kind: 'portfolio' | 'loan') =>
      reals(resultOf(inputs(alone, [mine(cents, kind)]), assume({ inflation: '-20' })))[1];
    expect([at(2, 'portfolio'), at(2, 'loan'), at(6, 'portfolio')]).toEqual([2, -2, 8]);
  });
});

describe('ownership', () => {
  it('a cent that thirds leave over goes to the first, and nothing is lost', () => {
    const of = inputs(family(['a', 'b', 'c']), [
      item('i', 100, [full('c', '1/3'), full('a', '1/3'), full('b', '1/3')]),
    ]);
    const result = resultOf(of, assume());
    expect(['a', 'b', 'c'].map((id) => figuresOf(result, 2026, id).full)).toEqual([34, 33, 33]);
  });

  it('the larger remainder goes first: 100 cents in sevenths of 2, 2 and 3', () => {
    // 28.571…, 28.571…, 42.857… → 28 + 28 + 42 = 98; the two that are left: c, then a.
    const of = inputs(family(['a', 'b', 'c']), [
      item('i', 100, [full('a', '2/7'), full('b', '2/7'), full('c', '3/7')]),
    ]);
    expect(['a', 'b', 'c'].map((id) => figuresOf(resultOf(of, assume()), 2026, id).full)).toEqual([
      29, 28, 43,
    ]);
  });

  it('usufruct shows the value of the thing and counts in no net figure', () => {
    const of = inputs(family(['mother', 'child']), [
      item('house', 30_000_000, [usufruct('mother'), bare('child')]),
    ]);
    const result = resultOf(of, assume());
    expect(figuresOf(result, 2026, 'mother')).toEqual({ usufruct: 30_000_000 });
    expect(figuresOf(result, 2026, 'child')).toEqual({
      bare: 30_000_000,
      net: 30_000_000,
      netReal: 30_000_000,
    });
    expect(result.notes).toEqual(['no_tax', 'no_legal_advice', 'usufruct_not_valued']);
  });

  it('currencies are never added', () => {
    const of = inputs(alone, [mine(100), item('j', 200, [full('x')], { currency: 'CHF' })]);
    const [year] = resultOf(of, assume()).years;
    expect(year!.totals.map(({ currency, net }) => [currency, net])).toEqual([
      ['CHF', 200],
      ['EUR', 100],
    ]);
    expect(year!.persons.map(({ currency, net }) => [currency, net])).toEqual([
      ['CHF', 200],
      ['EUR', 100],
    ]);
  });

  it('weights divide as fractions do', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 15n }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 8 }),
        (cents, units) => {
          const shares = units.map(
            (n) =>
              new Fraction(
                n,
                units.reduce((sum, one) => sum + one, 0),
              ),
          );
          expect(divideByWeights(cents, weightsOf(shares))).toEqual(divide(cents, shares));
        },
      ),
    );
  });

  it('quotients are rounded half to even, factors are exact', () => {
    expect([7n, 5n, 3n, -7n, -5n, -3n, 8n].map((n) => roundHalfEven(n, 2n))).toEqual([
      4n,
      2n,
      2n,
      -4n,
      -2n,
      -2n,
      4n,
    ]);
    expect([roundHalfEven(5n, 3n), roundHalfEven(4n, 3n)]).toEqual([2n, 1n]);
    expect(['2.1', '-50', '0', '0.0001', '50'].map(factorOf)).toEqual([
      1_021_000n,
      500_000n,
      1_000_000n,
      1_000_001n,
      1_500_000n,
    ]);
  });
});

describe('donations', () => {
  const people = family(['father', 'mother', 'a', 'b'], { married: [['father', 'mother']] });
  const gift = { year: 2027, itemId: 'i', donorId: 'father', share: '1/2', usufructReserved: false };
  const donees = [
    { personId: 'a', share: '1/3' },
    { personId: 'b', share: '2/3' },
  ];

  it('a part of the whole is given, after the year’s growth', () => {
    const of = inputs(people, [item('i', 1_000_000, [full('father', '3/4'), full('mother', '1/4')])]);
    const result = resultOf(of, assume({ growth: { real_estate: '20' }, donations: [{ ...gift, donees }] }));
    // 1 000 000 × 1.2 = 1 200 000: father 3/4 − 1/2 = 1/4 → 300 000; a 1/6 → 200 000; b 1/3 → 400 000.
    const held = ['father', 'mother', 'a', 'b'].map((id) => figuresOf(result, 2027, id).full);
    expect(held).toEqual([300_000, 300_000, 200_000, 400_000]);
    expect(result.events).toEqual([
      {
        year: 2027,
        kind: 'donation',
        itemId: 'i',
        donorId: 'father',
        share: '1/2',
        currency: 'EUR',
        cents: 600_000,
        usufructReserved: false,
        donees: [
          { personId: 'a', form: 'full', share: '1/6', cents: 200_000 },
          { personId: 'b', form: 'full', share: '1/3', cents: 400_000 },
        ],
      },
    ]);
  });

  it('with the usufruct reserved the donor keeps it, until he dies: each donee’s part then becomes full', () => {
    const of = inputs(people, [item('i', 600_000, [full('father', '1/2'), full('mother', '1/2')])]);
    const to = (personId: string | null) => [{ personId, share: '1' }];
    const result = resultOf(
      of,
      assume({
        horizon: 2,
        donations: [
          { ...gift, usufructReserved: true, donees: to('a') },
          { ...gift, donorId: 'mother', usufructReserved: true, donees: to('b') },
        ],
        deaths: [{ personId: 'father', year: 2028 }],
      }),
    );
    expect(figuresOf(result, 2027, 'father')).toEqual({ usufruct: 300_000 });
    expect(figuresOf(result, 2027, 'a')).toMatchObject({ bare: 300_000 });
    expect(result.events[0]).toMatchObject({ donees: [{ form: 'bare', share: '1/2', cents: 300_000 }] });
    // The father's usufruct lay on a's half: b still waits for the mother's.
    expect(figuresOf(result, 2028, 'a')).toEqual({ full: 300_000, net: 300_000, netReal: 300_000 });
    expect(figuresOf(result, 2028, 'b')).toEqual({ bare: 300_000, net: 300_000, netReal: 300_000 });
    expect(figuresOf(result, 2028, 'mother')).toEqual({ usufruct: 300_000 });
  });

  it('what was given can be given on in the same year, and to outsiders', () => {
    const of = inputs(people, [item('i', 800, [full('father')])]);
    const result = resultOf(
      of,
      assume({
        donations: [
          { ...gift, donees: [{ personId: 'a', share: '1' }] },
          { ...gift, donorId: 'a', share: '1/8', donees: [{ personId: null, share: '1' }] },
        ],
      }),
    );
    expect([figuresOf(result, 2027, 'a').full, figuresOf(result, 2027, null).full]).toEqual([300, 100]);
  });

  it('who gets the bare ownership of what he has the usufruct of owns it in full', () => {
    const of = inputs(people, [
      item('i', 900, [usufruct('a', '1/3'), bare('b', '1/3'), full('father', '2/3')]),
    ]);
    const died = resultOf(of, assume({ deaths: [{ personId: 'b', year: 2027, heirs: [full('a')] }] }));
    expect(figuresOf(died, 2027, 'a')).toEqual({ full: 300, net: 300, netReal: 300 });
  });
});

describe('deaths', () => {
  const children = { father: ['a', 'b', 'c'], mother: ['a', 'b', 'c'] };
  const people = family(['father', 'mother', 'a', 'b', 'c'], { married: [['father', 'mother']], children });

  it('the house: usufruct for the widow, a third each for the children; full when she dies too', () => {
    const of = inputs(people, [
      item('house', 30_000_000, [full('father')]),
      item('loan', 9_000_000, [full('father')], { kind: 'loan' }),
    ]);
    const deaths = [
      { personId: 'mother', year: 2028 },
      { personId: 'father', year: 2027 },
    ];
    const result = resultOf(of, assume({ horizon: 2, deaths }));
    expect(figuresOf(result, 2027, 'mother')).toEqual({ usufruct: 30_000_000 });
    // Debts go with the bare ownership: 9 000 000 / 3.
    for (const child of ['a', 'b', 'c']) {
      const net = 7_000_000;
      expect(figuresOf(result, 2027, child)).toEqual({
        bare: 10_000_000,
        debts: 3_000_000,
        net,
        netReal: net,
      });
      expect(figuresOf(result, 2028, child)).toEqual({
        full: 10_000_000,
        debts: 3_000_000,
        net,
        netReal: net,
      });
    }
    expect(figuresOf(result, 2027, 'father')).toEqual({});
    expect(result.events).toEqual([
      {
        year: 2027,
        kind: 'death',
        personId: 'father',
        rule: 'spouse_and_descendants',
        heirs: [usufruct('mother'), bare('a', '1/3'), bare('b', '1/3'), bare('c', '1/3')],
        estate: [
          { currency: 'EUR', full: 30_000_000, usufruct: 0, bare: 0, debts: 9_000_000, net: 21_000_000 },
        ],
      },
      {
        year: 2028,
        kind: 'death',
        personId: 'mother',
        rule: 'descendants',
        heirs: [full('a', '1/3'), full('b', '1/3'), full('c', '1/3')],
        estate: [{ currency: 'EUR', full: 0, usufruct: 30_000_000, bare: 0, debts: 0, net: 0 }],
      },
    ]);
  });

  it('who dies in the same year doesn’t inherit from one another', () => {
    const of = inputs(people, [item('i', 900, [full('father', '1/3'), full('mother', '2/3')])]);
    const deaths = ['father', 'mother', 'c'].map((personId) => ({ personId, year: 2027 }));
    for (const order of [deaths, deaths.toReversed()]) {
      const result = resultOf(of, assume({ deaths: order }));
      expect(['a', 'b'].map((id) => figuresOf(result, 2027, id).full)).toEqual([450, 450]);
      expect(result.years[1]!.persons.map((row) => row.personId)).toEqual(['a', 'b']);
    }
  });

  it('the usufruct of who dies in that year ends before what another leaves passes on', () => {
    // The mother's usufruct ends: what a leaves is full ownership, for his heir.
    const of = inputs(people, [item('i', 100, [usufruct('mother'), bare('a')])]);
    const deaths = [
      { personId: 'a', year: 2027, heirs: [usufruct('b'), bare('c')] },
      { personId: 'mother', year: 2027 },
    ];
    const result = resultOf(of, assume({ deaths }));
    expect(figuresOf(result, 2027, 'b')).toEqual({ usufruct: 100 });
    expect(figuresOf(result, 2027, 'c')).toMatchObject({ bare: 100 });
  });

  it('bare ownership under another’s usufruct goes to who inherits in full or bare ownership', () => {
    const of = inputs(people, [item('i', 100, [usufruct('mother'), bare('a')])]);
    const heirs = [usufruct('b', '1/2'), bare('c', '1/2'), full('father', '1/2')];
    const result = resultOf(of, assume({ deaths: [{ personId: 'a', year: 2027, heirs }] }));
    expect(result.events[0]).toMatchObject({ rule: 'chosen', heirs });
    expect(figuresOf(result, 2027, 'mother')).toEqual({ usufruct: 100 });
    expect(['b', 'c', 'father'].map((id) => figuresOf(result, 2027, id).bare)).toEqual([undefined, 50, 50]);
  });

  it('two who have the usufruct together have it on everybody’s bare ownership, in proportion', () => {
    const of = inputs(people, [
      item('i', 1200, [
        usufruct('father', '1/2'),
        usufruct('mother', '1/2'),
        bare('a', '2/3'),
        bare('b', '1/3'),
      ]),
    ]);
    const result = resultOf(of, assume({ deaths: [{ personId: 'father', year: 2027 }] }));
    expect(figuresOf(result, 2027, 'a')).toMatchObject({ full: 400, bare: 400 });
    expect(figuresOf(result, 2027, 'b')).toMatchObject({ full: 200, bare: 200 });
    expect(figuresOf(result, 2027, 'mother')).toEqual({ usufruct: 600 });
  });

  it('a donation comes before the death of its year; without heirs it all goes outside', () => {
    const of = inputs(family(['x', 'y']), [item('i', 100, [full('x')])]);
    const donation = { year: 2027, itemId: 'i', donorId: 'x', share: '1/4', usufructReserved: false };
    const result = resultOf(
      of,
      assume({
        donations: [{ ...donation, donees: [{ personId: 'y', share: '1' }] }],
        deaths: [{ personId: 'x', year: 2027 }],
      }),
    );
    expect([figuresOf(result, 2027, 'y').full, figuresOf(result, 2027, null).full]).toEqual([25, 75]);
    expect(result.events.map(({ kind }) => kind)).toEqual(['donation', 'death']);
  });

  it('who is dead already keeps what the inventory says he owns', () => {
    const of = inputs(family(['x'], { dead: ['x'] }), [item('i', 100, [full('x')])]);
    expect(figuresOf(resultOf(of, assume()), 2027, 'x').full).toBe(100);
  });
});
