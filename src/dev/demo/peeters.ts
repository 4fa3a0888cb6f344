import type { DemoFamily } from './family.ts';

const flemish = { nationality: 'BE', country: 'BE', region: 'flanders', language: 'nl' } as const;
const euros = { currency: 'EUR', country: 'BE' } as const;
const half: [number, number] = [1, 2];
const all: [number, number] = [1, 1];

/** A Flemish entrepreneur who remarried, his son, and his wife's daughter; outsiders of another dossier help here. */
export const peeters: DemoFamily = {
  name: 'Familie Peeters',
  persons: {
    jan: {
      firstName: 'Jan',
      lastName: 'Peeters',
      birthDate: '1961-03-08',
      sex: 'male',
      central: 'holder',
      ...flemish,
    },
    ilse: {
      firstName: 'Ilse',
      lastName: 'Wouters',
      birthDate: '1966-12-01',
      sex: 'female',
      central: 'co_holder',
      ...flemish,
    },
    greet: { firstName: 'Greet', lastName: 'Claeys', birthDate: '1962-05-23', sex: 'female', ...flemish },
    wim: { firstName: 'Wim', lastName: 'Peeters', birthDate: '1989-10-17', sex: 'male', ...flemish },
    elke: { firstName: 'Elke', lastName: 'Maes', birthDate: '1993-02-11', sex: 'female', ...flemish },
    lotte: { firstName: 'Lotte', lastName: 'Peeters', birthDate: '2018-07-04', sex: 'female', ...flemish },
    hugo: { firstName: 'Hugo', lastName: 'Martin', birthDate: '1988-11-21', sex: 'male', ...flemish },
  },
  unions: [
    {
      couple: ['jan', 'greet'],
      kind: 'marriage',
      regime: 'legal_community',
      start: '1986-06-07',
      end: '2003-09-15',
    },
    { couple: ['jan', 'ilse'], kind: 'marriage', regime: 'separation_of_property', start: '2008-05-24' },
    { couple: ['elke', 'hugo'], kind: 'cohabitation' },
  ],
  parents: [
    { child: 'wim', of: ['jan', 'greet'] },
    { child: 'elke', of: ['ilse'] },
    { child: 'lotte', of: ['wim'] },
  ],
  advisors: {
    notary: {
      firstName: 'Nora',
      lastName: 'Notaire',
      email: 'notary@demo.test',
      phone: '+32470000020',
      language: 'fr',
      firmName: 'Étude Notaire',
      type: 'notary',
    },
    lawyer: {
      firstName: 'Léa',
      lastName: 'Martin',
      email: 'lea@demo.test',
      phone: '+32470000012',
      language: 'fr',
      type: 'lawyer',
    },
  },
  access: [],
  later: [
    { to: 'notary', right: 'read_only', becomes: 'notified' },
    { to: 'lawyer', right: 'read_write', becomes: 'notified' },
    // Another number than his account's: he confirms it before he gets in.
    { to: 'hugo', right: 'read_only', email: 'hugo@demo.test', phone: '+32470000030', becomes: 'notified' },
    {
      to: 'wim',
      right: 'read_only',
      email: 'wim@demo.test',
      phone: '+32470000031',
      becomes: 'waiting_first_reminder',
    },
  ],
  items: {
    house: {
      ...euros,
      kind: 'real_estate',
      name: 'Woning in Brasschaat',
      values: [
        ['2018-04-30', 69_500_000],
        ['2026-02-28', 84_000_000],
      ],
      owners: [
        ['jan', 'full', half],
        ['ilse', 'full', half],
      ],
    },
    company: {
      ...euros,
      kind: 'company_shares',
      name: 'Peeters Techniek BV',
      values: [
        ['2021-12-31', 142_000_000],
        ['2025-12-31', 176_300_000],
      ],
      owners: [
        ['jan', 'full', [4, 5]],
        ['wim', 'full', [1, 5]],
      ],
    },
    account: {
      ...euros,
      kind: 'bank_account',
      name: 'Zicht- en spaarrekening',
      values: [['2026-10-31', 8_742_655]],
      owners: [['jan', 'full', all]],
    },
    mortgage: {
      ...euros,
      kind: 'mortgage',
      name: 'Hypothecair krediet',
      values: [['2026-10-31', 11_280_000]],
      owners: [
        ['jan', 'full', half],
        ['ilse', 'full', half],
      ],
    },
  },
  donations: [
    {
      donor: 'jan',
      donees: [['wim', all]],
      givenOn: '2022-11-18',
      category: 'family_business',
      description: 'Een vijfde van de aandelen van Peeters Techniek',
      item: 'company',
      cents: 30_000_000,
      currency: 'EUR',
      form: 'notarial',
      registered: true,
      registeredOn: '2022-11-25',
      usufructReserved: false,
      country: 'BE',
      region: 'flanders',
    },
    {
      donor: 'ilse',
      donees: [['elke', all]],
      givenOn: '2025-06-12',
      category: 'money',
      description: 'Bankgift voor de eerste woning',
      cents: 6_000_000,
      currency: 'EUR',
      form: 'bank',
      registered: false,
      usufructReserved: false,
      country: 'BE',
      region: 'flanders',
    },
  ],
  simulations: [
    {
      name: 'Overdracht van de onderneming in tien jaar',
      horizon: 20,
      inflation: '2',
      growth: { real_estate: '2', company_shares: '3.5', bank_account: '1', mortgage: '-8' },
      gifts: [
        {
          after: 3,
          item: 'company',
          donor: 'jan',
          donees: [['wim', '1']],
          share: '1/2',
          usufructReserved: true,
        },
      ],
      deaths: [],
    },
  ],
};
