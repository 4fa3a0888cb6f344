import type { DemoFamily } from './family.ts';

const french = { nationality: 'FR', country: 'FR' } as const;
const euros = { currency: 'EUR', country: 'FR' } as const;
const half: [number, number] = [1, 2];
const all: [number, number] = [1, 1];

/** A widow in France with two children: usufruct of what her husband left, gifts under the French allowance. Nobody has access yet. */
export const lefevre: DemoFamily = {
  name: 'Famille Lefèvre',
  persons: {
    claire: {
      firstName: 'Claire',
      lastName: 'Lefèvre',
      birthDate: '1951-11-03',
      sex: 'female',
      central: 'holder',
      language: 'fr',
      ...french,
    },
    bernard: {
      firstName: 'Bernard',
      lastName: 'Lefèvre',
      birthDate: '1948-02-20',
      deathDate: '2021-10-09',
      sex: 'male',
      ...french,
    },
    antoine: { firstName: 'Antoine', lastName: 'Lefèvre', birthDate: '1977-06-15', sex: 'male', ...french },
    sophie: { firstName: 'Sophie', lastName: 'Lefèvre', birthDate: '1980-01-28', sex: 'female', ...french },
    camille: { firstName: 'Camille', lastName: 'Lefèvre', birthDate: '2006-03-30', sex: 'female', ...french },
  },
  unions: [
    { couple: ['claire', 'bernard'], kind: 'marriage', regime: 'universal_community', start: '1975-09-13' },
  ],
  parents: [
    { child: 'antoine', of: ['claire', 'bernard'] },
    { child: 'sophie', of: ['claire', 'bernard'] },
    { child: 'camille', of: ['antoine'] },
  ],
  advisors: {
    tax: {
      firstName: 'Luc',
      lastName: 'Moreau',
      email: 'tax@demo.test',
      phone: '+33612000001',
      language: 'fr',
      firmName: 'Moreau Fiscalité',
      type: 'tax_advisor',
    },
  },
  access: [],
  later: [],
  items: {
    lyon: {
      ...euros,
      kind: 'real_estate',
      name: 'Appartement à Lyon',
      values: [
        ['2021-10-09', 58_000_000],
        ['2026-01-31', 61_500_000],
      ],
      owners: [
        ['claire', 'full', half],
        ['claire', 'usufruct', half],
        ['antoine', 'bare', [1, 4]],
        ['sophie', 'bare', [1, 4]],
      ],
    },
    policy: {
      ...euros,
      kind: 'life_insurance',
      name: 'Assurance-vie multisupport',
      values: [['2026-06-30', 32_440_000]],
      owners: [['claire', 'full', all]],
    },
    savings: {
      ...euros,
      kind: 'bank_account',
      name: 'Livrets et compte courant',
      values: [['2026-10-31', 5_237_810]],
      owners: [['claire', 'full', all]],
    },
    loan: {
      ...euros,
      kind: 'loan',
      name: 'Prêt travaux',
      values: [['2026-10-31', 1_890_000]],
      owners: [['claire', 'full', all]],
    },
  },
  donations: [
    {
      donor: 'claire',
      donees: [
        ['antoine', half],
        ['sophie', half],
      ],
      givenOn: '2014-06-02',
      category: 'money',
      description: 'Donation-partage',
      cents: 20_000_000,
      currency: 'EUR',
      form: 'notarial',
      registered: true,
      registeredOn: '2014-06-10',
      usufructReserved: false,
      country: 'FR',
    },
    {
      donor: 'claire',
      donees: [['camille', all]],
      givenOn: '2024-03-30',
      category: 'money',
      description: 'Don manuel pour ses dix-huit ans, déclaré',
      cents: 3_000_000,
      currency: 'EUR',
      form: 'manual',
      registered: true,
      registeredOn: '2024-04-15',
      usufructReserved: false,
      country: 'FR',
    },
  ],
  simulations: [
    {
      name: 'Quinze ans, croissance prudente',
      horizon: 15,
      inflation: '1.8',
      growth: { real_estate: '1.5', life_insurance: '2', bank_account: '1', loan: '-12' },
      gifts: [],
      deaths: [{ who: 'claire', after: 12 }],
    },
  ],
};
