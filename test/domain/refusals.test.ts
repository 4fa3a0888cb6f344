import { describe, expect, it } from 'vitest';
import { project } from '../../src/domain/projection.ts';
import type { Assumptions } from '../../src/domain/simulation.ts';
import { assume, bare, family, full, inputs, item, usufruct } from './simulated.ts';

const of = inputs(family(['a', 'b', 'c', 'dead'], { dead: ['dead'] }), [
  item('house', 1000, [full('a', '1/2'), usufruct('b', '1/2'), bare('c', '1/2')]),
  item('loan', 1000, [full('a')], { kind: 'loan' }),
]);
const refusals = (some: Partial<Assumptions>, inventory = of) => {
  const outcome = project(inventory, assume({ horizon: 10, ...some }));
  return 'refusals' in outcome ? outcome.refusals.map(({ field, code }) => [field, code]) : [];
};

const gift = {
  year: 2030,
  itemId: 'house',
  donorId: 'a',
  share: '1/2',
  donees: [{ personId: 'b', share: '1' }],
  usufructReserved: false,
};
const death = { personId: 'a', year: 2030 };

describe('impossible donations', () => {
  it.each<[string, object, [string, string][]]>([
    ['in the start year', { year: 2026 }, [['year', 'outside_horizon']]],
    ['after the horizon', { year: 2037 }, [['year', 'outside_horizon']]],
    ['of what isn’t there', { itemId: 'castle' }, [['itemId', 'not_in_inventory']]],
    ['of a debt', { itemId: 'loan' }, [['itemId', 'is_debt']]],
    ['by a stranger', { donorId: 'stranger' }, [['donorId', 'not_in_family']]],
    ['by who is dead', { donorId: 'dead' }, [['donorId', 'dead_by_then']]],
    [
      'to a stranger',
      { donees: [{ personId: 'stranger', share: '1' }] },
      [['donees.0.personId', 'not_in_family']],
    ],
    [
      'to who is dead',
      { donees: [{ personId: 'dead', share: '1' }] },
      [['donees.0.personId', 'dead_by_then']],
    ],
    ['to the donor', { donees: [{ personId: 'a', share: '1' }] }, [['donees.0.personId', 'is_donor']]],
    ['of two thirds of it', { donees: [{ personId: 'b', share: '2/3' }] }, [['donees', 'not_whole']]],
    ['of more than the donor has', { share: '51/100' }, [['share', 'exceeds_ownership']]],
    [
      'of a usufruct',
      { donorId: 'b', donees: [{ personId: 'c', share: '1' }] },
      [['share', 'exceeds_ownership']],
    ],
    ['of a bare ownership', { donorId: 'c' }, [['share', 'exceeds_ownership']]],
  ])('%s', (_, change, errors) => {
    const donations = [gift, { ...gift, ...change }];
    if (!errors.some(([field]) => field === 'share')) donations.shift();
    else donations[0] = { ...gift, share: '1/4', year: 2036 };
    const at = donations.length - 1;
    expect(refusals({ donations })).toEqual(
      errors.map(([field, code]) => [`donations.${at}.${field}`, code]),
    );
  });

  it('of what was given before', () => {
    expect(refusals({ donations: [{ ...gift, year: 2031 }, gift] })).toEqual([
      ['donations.0.share', 'exceeds_ownership'],
    ]);
    expect(refusals({ donations: [gift] })).toEqual([]);
  });

  it('by or to who has died by then; in the year of the death they are possible', () => {
    const donee = { ...death, personId: 'b' };
    for (const year of [2029, 2030])
      expect(
        refusals({
          donations: [gift],
          deaths: [
            { ...donee, year },
            { ...death, year },
          ],
        }),
      ).toEqual(
        year === 2030
          ? []
          : [
              ['donations.0.donorId', 'dead_by_then'],
              ['donations.0.donees.0.personId', 'dead_by_then'],
            ],
      );
  });
});

describe('impossible deaths', () => {
  it.each<[string, object, [string, string][]]>([
    ['in the start year', { year: 2026 }, [['year', 'outside_horizon']]],
    ['after the horizon', { year: 2037 }, [['year', 'outside_horizon']]],
    ['of a stranger', { personId: 'stranger' }, [['personId', 'not_in_family']]],
    ['of who is dead', { personId: 'dead' }, [['personId', 'already_dead']]],
    ['with a stranger as heir', { heirs: [full('stranger')] }, [['heirs.0.personId', 'not_in_family']]],
    [
      'with an heir who is dead',
      { heirs: [full('b', '1/2'), full('dead', '1/2')] },
      [['heirs.1.personId', 'dead_by_then']],
    ],
    ['with himself as heir', { heirs: [full('a')] }, [['heirs.0.personId', 'dead_by_then']]],
    ['with too little for the heirs', { heirs: [full('b', '1/2')] }, [['heirs', 'not_whole']]],
    [
      'with too much for the heirs',
      { heirs: [full('b', '1/2'), full('c', '2/3')] },
      [['heirs', 'not_whole']],
    ],
    ['with a usufruct and nobody’s bare ownership', { heirs: [usufruct('b')] }, [['heirs', 'not_whole']]],
  ])('%s', (_, change, errors) => {
    const refused = errors.map(([field, code]) => [`deaths.0.${field}`, code]);
    expect(refusals({ deaths: [{ ...death, ...change }] })).toEqual(refused);
  });

  it('twice; with an heir who dies in the same year or before, but not after', () => {
    expect(refusals({ deaths: [death, { ...death, year: 2031 }] })).toEqual([
      ['deaths.1.personId', 'dies_twice'],
    ]);
    const withHeir = (year: number) =>
      refusals({
        deaths: [
          { ...death, heirs: [full('b')] },
          { personId: 'b', year },
        ],
      });
    expect([2029, 2030, 2031].map(withHeir)).toEqual([
      [['deaths.0.heirs.0.personId', 'dead_by_then']],
      [['deaths.0.heirs.0.personId', 'dead_by_then']],
      [],
    ]);
  });
});

describe('what is too large', () => {
  const largest = 2 ** 52 - 1;
  const mine = (cents: number, kind: 'portfolio' | 'loan' = 'portfolio') =>
    item(kind, cents, [full('a')], { kind });
  const just = (items: Parameters<typeof inputs>[1]) => inputs(family(['a']), items);

  it('an item, a sum, and an amount in the start year’s money', () => {
    const tight = just([mine(largest), mine(largest, 'loan')]);
    expect(refusals({}, tight)).toEqual([]);
    expect(refusals({ growth: { portfolio: '0.0001' } }, tight)).toEqual([
      ['growth.portfolio', 'amount_too_large'],
    ]);
    expect(refusals({ growth: { loan: '0.0001' } }, tight)).toEqual([['growth.loan', 'amount_too_large']]);
    const two = just([mine(largest), { ...mine(1), id: 'other' }]);
    expect(refusals({}, two)).toEqual([['horizon', 'amount_too_large']]);
    expect(refusals({}, just([mine(largest), { ...mine(1), id: 'other', currency: 'CHF' }]))).toEqual([]);
    expect(refusals({ inflation: '-0.0001' }, just([mine(largest)]))).toEqual([
      ['inflation', 'amount_too_large'],
    ]);
    expect(refusals({ inflation: '-0.0001' }, just([mine(largest, 'loan')]))).toEqual([
      ['inflation', 'amount_too_large'],
    ]);
    expect(refusals({ inflation: '-50', horizon: 50 }, just([mine(1)]))).toEqual([]);
  });

  it('more owners and years than can be calculated', () => {
    const people = Array.from({ length: 500 }, (_, i) => `p${i}`);
    const crowd = inputs(family(people), [
      item(
        'i',
        1000,
        people.map((id) => full(id, '1/500')),
      ),
    ]);
    expect(refusals({ horizon: 49 }, crowd)).toEqual([]);
    expect(refusals({ horizon: 50 }, crowd)).toEqual([['horizon', 'projection_too_large']]);
    const half = people.map((id) => usufruct(id, '1/500'));
    const pairs = Array.from({ length: 8 }, (_, i) =>
      item(`i${i}`, 1000, [...half, ...people.map((id) => bare(id, '1/500'))]),
    );
    expect(refusals({ horizon: 1 }, inputs(family(people), pairs))).toEqual([
      ['horizon', 'projection_too_large'],
    ]);
  });
});
