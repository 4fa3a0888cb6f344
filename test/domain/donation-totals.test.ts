import fc from 'fast-check';
import { expect, it } from 'vitest';
import { totalsOf } from '../../src/domain/donation-totals.ts';

it('what each gave and received, by currency', () => {
  const donations = [
    {
      donorId: 'a',
      donees: [
        { personId: 'b', share: '1/3' },
        { personId: null, share: '2/3' },
      ],
      cents: 100,
      currency: 'EUR',
    },
    { donorId: 'a', donees: [{ personId: 'b', share: '1' }], cents: 50, currency: 'USD' },
    { donorId: 'b', donees: [{ personId: 'c', share: '1' }], cents: 7, currency: 'EUR' },
    { donorId: 'a', donees: [{ personId: 'b', share: '1' }], cents: 0, currency: 'EUR' },
  ];
  expect(totalsOf(donations)).toEqual({
    given: [
      { personId: 'a', currency: 'EUR', cents: 100 },
      { personId: 'a', currency: 'USD', cents: 50 },
      { personId: 'b', currency: 'EUR', cents: 7 },
    ],
    received: [
      { personId: 'b', currency: 'EUR', cents: 33 },
      { personId: null, currency: 'EUR', cents: 67 },
      { personId: 'b', currency: 'USD', cents: 50 },
      { personId: 'c', currency: 'EUR', cents: 7 },
    ],
  });
  expect(totalsOf([])).toEqual({ given: [], received: [] });
});

it('to the cent, as much is received as is given', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 });
  const donation = fc
    .record({ weights, cents: fc.integer({ min: 0, max: 1e13 }), currency: fc.constantFrom('EUR', 'USD') })
    .map(({ weights, cents, currency }) => {
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      const donees = weights.map((weight, nth) => ({ personId: `${nth}`, share: `${weight}/${whole}` }));
      return { donorId: 'a', donees, cents, currency };
    });
  fc.assert(
    fc.property(fc.array(donation, { maxLength: 20 }), (donations) => {
      const { given, received } = totalsOf(donations);
      for (const currency of ['EUR', 'USD']) {
        const sum = (totals: typeof given) =>
          totals.filter((one) => one.currency === currency).reduce((all, one) => all + one.cents, 0);
        expect(sum(received)).toBe(sum(given));
      }
    }),
  );
});
