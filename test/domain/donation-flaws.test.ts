import { describe, expect, it } from 'vitest';
import { flawsOfDonation, type Living, type PossibleDonation } from '../../src/domain/donation-flaws.ts';

const family: Living[] = [
  { id: 'jeanne', birthDate: '1940-05-01', deathDate: '2020-03-31' },
  { id: 'léa', birthDate: '1990-02-28', deathDate: null },
  { id: 'paul', birthDate: '1965-07-07', deathDate: '2010-12-24' },
  { id: 'unknown', birthDate: null, deathDate: null },
];
const donation: PossibleDonation = {
  donorId: 'jeanne',
  donees: [
    { personId: 'léa', share: '2/3' },
    { personId: null, share: '1/3' },
  ],
  givenOn: '2005-06-15',
  registered: true,
  registeredOn: '2005-06-15',
  country: 'BE',
  region: 'wallonia',
};
const to = (...personIds: (string | null)[]) => ({
  donees: personIds.map((personId) => ({ personId, share: `1/${personIds.length}` })),
});
const shares = (...all: string[]) => ({
  donees: all.map((share, nth) => ({ personId: ['léa', 'unknown', null][nth]!, share })),
});

describe('a donation that can be', () => {
  it.each<[string, Partial<PossibleDonation>]>([
    ['the usual one', {}],
    ['on the donor’s birthday', { givenOn: '1940-05-01', ...to('unknown') }],
    ['on the day of his death', { givenOn: '2020-03-31', registered: false, registeredOn: null }],
    ['on the day that the donee is born', { givenOn: '1990-02-28' }],
    ['on the day that the donee dies', { givenOn: '2010-12-24', registeredOn: null, ...to('paul') }],
    ['by and to people whose days nobody knows', { donorId: 'unknown', givenOn: '1000-01-01', ...to(null) }],
    ['registered long after', { registeredOn: '2025-01-01' }],
    ['in thirds', shares('1/3', '1/3', '1/3')],
    ['in parts of many digits', shares('333333333/999999999', '666666665/999999999', '1/999999999')],
    ['all of it', shares('1')],
    ['by a donor from elsewhere', { country: 'FR', region: null }],
    ['by a donor from anywhere', { country: null, region: null }],
  ])('%s', (_, change) => {
    expect(flawsOfDonation({ ...donation, ...change }, family)).toEqual([]);
  });
});

describe('a donation that can’t be', () => {
  it.each<[string, Partial<PossibleDonation>, ...flaws: [field: string, reason: string][]]>([
    ['by a stranger', { donorId: 'nobody' }, ['donorId', 'not_in_family']],
    ['before the donor was born', { givenOn: '1940-04-30', ...to(null) }, ['givenOn', 'before_birth']],
    ['after he had died', { givenOn: '2020-04-01', registeredOn: null }, ['givenOn', 'after_death']],
    ['to a stranger', to('léa', 'nobody'), ['donees.1.personId', 'not_in_family']],
    ['to oneself', to('léa', 'jeanne'), ['donees.1.personId', 'donor']],
    ['to one person twice', to('léa', 'unknown', 'léa'), ['donees.2.personId', 'repeated']],
    ['outside the family twice', to(null, null), ['donees.1.personId', 'repeated']],
    ['before the donee was born', { givenOn: '1990-02-27' }, ['donees.0.personId', 'unborn_then']],
    [
      'after the donee had died',
      { givenOn: '2010-12-25', registeredOn: null, ...to('paul') },
      ['donees.0.personId', 'dead_then'],
    ],
    ['less than all of it', shares('1/3', '1/3'), ['donees', 'not_whole']],
    ['hardly less than all of it', shares('999999998/999999999'), ['donees', 'not_whole']],
    ['more than all of it', shares('2/3', '1/2'), ['donees', 'not_whole']],
    ['with a day of registration only', { registered: false }, ['registeredOn', 'not_registered']],
    ['registered before', { registeredOn: '2005-06-14' }, ['registeredOn', 'before_gift']],
    ['in a region of another country', { country: 'FR' }, ['region', 'only_in_belgium']],
    ['in a region of nowhere', { country: null }, ['region', 'only_in_belgium']],
    [
      'wrong in every way',
      { givenOn: '1000-01-01', ...shares('1/2'), registeredOn: '0999-12-31', country: 'NL' },
      ['givenOn', 'before_birth'],
      ['donees.0.personId', 'unborn_then'],
      ['donees', 'not_whole'],
      ['registeredOn', 'before_gift'],
      ['region', 'only_in_belgium'],
    ],
  ])('%s', (_, change, ...flaws) => {
    expect(flawsOfDonation({ ...donation, ...change }, family)).toEqual(
      flaws.map(([field, reason]) => ({ field, reason })),
    );
  });
});
