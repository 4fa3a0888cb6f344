import { expect, it } from 'vitest';
import { compareResults, differingAssumptions } from '../../src/domain/comparison.ts';
import { assume, family, full, inputs, item, resultOf } from './simulated.ts';

const of = inputs(family(['x', 'y']), [item('i', 1000, [full('x')])]);
const first = assume({ horizon: 1, inflation: '1', growth: { real_estate: '10', loan: '0' } });
const second = assume({
  horizon: 2,
  growth: { real_estate: '20' },
  donations: [
    {
      year: 2027,
      itemId: 'i',
      donorId: 'x',
      share: '1/4',
      donees: [{ personId: 'y', share: '1' }],
      usufructReserved: false,
    },
  ],
});

it('sets year by year and person by person side by side, with the difference', () => {
  const [begin, next, last] = compareResults(resultOf(of, first), resultOf(of, second));
  const none = { full: 0, usufruct: 0, bare: 0, debts: 0, net: 0, netReal: 0 };
  const had = { ...none, full: 1000, net: 1000, netReal: 1000 };
  expect(begin).toEqual({
    year: 2026,
    persons: [{ personId: 'x', currency: 'EUR', simulation: had, with: had, difference: none }],
    totals: [{ currency: 'EUR', simulation: had, with: had, difference: none }],
  });
  // 1000 × 1.1 = 1100, / 1.01 = 1089.1…; 1000 × 1.2 = 1200, of which x keeps 900 and y gets 300.
  const x = { ...none, full: 1100, net: 1100, netReal: 1089 };
  const y = { ...none, full: 300, net: 300, netReal: 300 };
  expect(next!.persons).toEqual([
    {
      personId: 'x',
      currency: 'EUR',
      simulation: x,
      with: { ...none, full: 900, net: 900, netReal: 900 },
      difference: { ...none, full: -200, net: -200, netReal: -189 },
    },
    { personId: 'y', currency: 'EUR', simulation: none, with: y, difference: y },
  ]);
  expect(next!.totals[0]!.difference).toEqual({ ...none, full: 100, net: 100, netReal: 111 });
  expect(last).toMatchObject({
    year: 2028,
    totals: [{ simulation: null, with: { net: 1440 }, difference: null }],
  });
});

it('names the assumptions that differ; growth that is left out is none', () => {
  expect(differingAssumptions(first, second)).toEqual([
    { field: 'donations', simulation: [], with: second.donations },
    { field: 'growth.real_estate', simulation: '10', with: '20' },
    { field: 'horizon', simulation: 1, with: 2 },
    { field: 'inflation', simulation: '1', with: '0' },
  ]);
  expect(differingAssumptions(first, first)).toEqual([]);
});
