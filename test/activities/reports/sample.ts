import type { ReportData, ReportItem, ReportPerson } from '../../../src/activities/reports/report-data.ts';
import type { Figures } from '../../../src/domain/simulation.ts';

type Data = ReportData;

export const person = (
  id: string,
  firstName: string,
  lastName: string,
  more: Partial<ReportPerson> = {},
): ReportPerson => ({
  id,
  firstName,
  lastName,
  birthDate: null,
  deathDate: null,
  nationality: null,
  country: null,
  region: null,
  central: null,
  ...more,
});

const item = (id: string, more: Partial<ReportItem>): ReportItem => ({
  id,
  kind: 'bank_account',
  name: 'Compte courant',
  description: null,
  country: 'BE',
  currency: 'EUR',
  cents: 100_000_00,
  valuedOn: '2026-06-30',
  owners: [{ personId: 'jeanne', form: 'full', share: '1', cents: more.cents ?? 100_000_00 }],
  ...more,
});

const figures = (net: number, more: Partial<Figures> = {}): Figures => ({
  full: net,
  usufruct: 0,
  bare: 0,
  debts: 0,
  net,
  netReal: Math.round(net * 0.9),
  ...more,
});

const simulated = Array.from({ length: 31 }, (_, i) => {
  const jeanne = i < 12 ? Math.round(900_000_00 * 1.03 ** i) : 0;
  const paul = Math.round(i < 12 ? 300_000_00 * 1.02 ** i : 800_000_00 * 1.03 ** (i - 12));
  const lea = Math.round(i < 5 ? -20_000_00 : 100_000_00 * 1.04 ** (i - 5));
  return {
    year: 2026 + i,
    persons: [
      { personId: 'jeanne', currency: 'EUR', ...figures(jeanne) },
      { personId: 'paul', currency: 'EUR', ...figures(paul) },
      { personId: 'lea', currency: 'EUR', ...figures(lea) },
      { personId: null, currency: 'EUR', ...figures(10_000_00) },
    ],
    totals: [{ currency: 'EUR', ...figures(jeanne + paul + lea + 10_000_00) }],
  };
});

/** A dossier with something in every part of its report. */
export const sample = (more: Partial<Data> = {}): Data => ({
  language: 'en',
  madeAt: '2026-11-24T10:00:00.000Z',
  firmName: 'Fortuna Patrimoine',
  dossierName: 'Famille Dupont-Martin',
  managerName: 'Max Member',
  persons: [
    person('jeanne', 'Jeanne', 'Dupont', {
      birthDate: '1950-01-31',
      central: 'holder',
      nationality: 'BE',
      country: 'BE',
      region: 'brussels',
    }),
    person('paul', 'Paul', 'Martin', {
      birthDate: '1948-07-02',
      central: 'co_holder',
      nationality: 'FR',
      country: 'BE',
      region: 'brussels',
    }),
    person('luc', 'Luc', 'Renard', { birthDate: '1947-03-12', deathDate: '1979-10-01' }),
    person('anna', 'Anna', 'Peeters', { birthDate: '1951-05-05', deathDate: '2019-02-11' }),
    person('lea', 'Léa', 'Renard', { birthDate: '1975-04-04', country: 'FR' }),
    person('tom', 'Tom', 'Martin', { birthDate: '1973-12-24' }),
    person('zoe', 'Zoé', 'Martin-Dupont', { birthDate: '1984-08-15' }),
    person('eleni', 'Ελένη', 'Παπαδοπούλου', { birthDate: '1976-01-01', nationality: 'GR' }),
    person('ahmed', 'أحمد', 'الهاشمي', { birthDate: '1980-06-06' }),
    person('sara', 'שרה', 'כהן', { birthDate: '2008-02-29' }),
    person('katya', 'Екатерина', 'Ющенко', { birthDate: '2010-09-09' }),
    person('hugo', 'Hugo', 'Hashimi', { birthDate: '2015-10-10' }),
    person('aunt', 'Berthe', 'Dupont', { birthDate: '1944-04-01' }),
  ],
  unions: [
    {
      personIds: ['jeanne', 'luc'],
      kind: 'marriage',
      regime: 'legal_community',
      start: '1972-06-01',
      end: '1979-10-01',
    },
    { personIds: ['paul', 'anna'], kind: 'marriage', regime: null, start: '1971-01-01', end: '1980-03-03' },
    {
      personIds: ['jeanne', 'paul'],
      kind: 'marriage',
      regime: 'separation_of_property',
      start: '1982-05-22',
      end: null,
    },
    { personIds: ['lea', 'ahmed'], kind: 'legal_cohabitation', regime: null, start: '2012-01-01', end: null },
  ],
  parents: [
    { childId: 'lea', parentId: 'jeanne', kind: 'birth' },
    { childId: 'lea', parentId: 'luc', kind: 'birth' },
    { childId: 'tom', parentId: 'paul', kind: 'birth' },
    { childId: 'tom', parentId: 'anna', kind: 'birth' },
    { childId: 'zoe', parentId: 'paul', kind: 'birth' },
    { childId: 'zoe', parentId: 'jeanne', kind: 'birth' },
    { childId: 'sara', parentId: 'tom', kind: 'birth' },
    { childId: 'sara', parentId: 'eleni', kind: 'birth' },
    { childId: 'katya', parentId: 'tom', kind: 'adoption' },
    { childId: 'katya', parentId: 'eleni', kind: 'adoption' },
    { childId: 'hugo', parentId: 'lea', kind: 'birth' },
    { childId: 'hugo', parentId: 'ahmed', kind: 'birth' },
  ],
  wealth: {
    items: [
      item('house', {
        kind: 'real_estate',
        name: 'Maison de Namur',
        description: 'Avenue des Acacias 12',
        cents: 650_000_01,
        owners: [
          { personId: 'zoe', form: 'bare', share: '1/3', cents: 216_666_67 },
          { personId: 'lea', form: 'bare', share: '1/3', cents: 216_666_67 },
          { personId: 'tom', form: 'bare', share: '1/3', cents: 216_666_67 },
          { personId: 'jeanne', form: 'usufruct', share: '1', cents: 650_000_01 },
        ],
      }),
      item('account', {
        cents: 120_000_50,
        owners: [{ personId: 'jeanne', form: 'full', share: '1', cents: 120_000_50 }],
      }),
      item('yen', {
        kind: 'portfolio',
        name: 'Tokyo shares',
        country: 'JP',
        currency: 'JPY',
        cents: 12_345_678,
        owners: [
          { personId: 'paul', form: 'full', share: '1/2', cents: 6_172_839 },
          { personId: null, form: 'full', share: '1/2', cents: 6_172_839 },
        ],
      }),
      item('loan', {
        kind: 'mortgage',
        name: 'Crédit KBC',
        cents: 80_000_00,
        owners: [{ personId: 'paul', form: 'full', share: '1', cents: 80_000_00 }],
      }),
    ],
    byPerson: [
      {
        personId: 'jeanne',
        currency: 'EUR',
        full: 120_000_50,
        usufruct: 650_000_01,
        bare: 0,
        debts: 0,
        net: 120_000_50,
      },
      { personId: 'paul', currency: 'EUR', full: 0, usufruct: 0, bare: 0, debts: 80_000_00, net: -80_000_00 },
      { personId: 'zoe', currency: 'EUR', full: 0, usufruct: 0, bare: 216_666_67, debts: 0, net: 0 },
      { personId: 'lea', currency: 'EUR', full: 0, usufruct: 0, bare: 216_666_67, debts: 0, net: 0 },
      { personId: 'tom', currency: 'EUR', full: 0, usufruct: 0, bare: 216_666_67, debts: 0, net: 0 },
      { personId: 'paul', currency: 'JPY', full: 6_172_839, usufruct: 0, bare: 0, debts: 0, net: 6_172_839 },
      { personId: null, currency: 'JPY', full: 6_172_839, usufruct: 0, bare: 0, debts: 0, net: 6_172_839 },
    ],
    net: [
      { currency: 'EUR', assets: 770_000_51, debts: 80_000_00, net: 690_000_51 },
      { currency: 'JPY', assets: 12_345_678, debts: 0, net: 12_345_678 },
    ],
  },
  donations: [
    {
      donorId: 'jeanne',
      donees: [
        { personId: 'lea', share: '1/2' },
        { personId: 'zoe', share: '1/2' },
      ],
      itemName: 'Compte courant',
      givenOn: '2025-03-14',
      category: 'money',
      description: 'Cadeau de Noël',
      cents: 50_000_00,
      currency: 'EUR',
      form: 'bank',
      registered: false,
      registeredOn: null,
      usufructReserved: false,
      conditions: 'Retour conventionnel\nExclusion de la communauté',
      country: 'BE',
      region: 'flanders',
      tax: {
        rule: 'be_flanders_2025',
        countsUntil: '2030-03-14',
        renewsOn: null,
        reason: null,
        years: 5,
        source: { title: 'Programmadecreet van 20 december 2024', article: 'art. 2.7.1.0.5', url: '' },
      },
    },
    {
      donorId: 'paul',
      donees: [{ personId: 'tom', share: '1' }],
      itemName: null,
      givenOn: '2019-09-01',
      category: 'securities',
      description: 'Portefeuille',
      cents: 100_000_00,
      currency: 'EUR',
      form: 'notarial',
      registered: true,
      registeredOn: '2019-09-10',
      usufructReserved: true,
      conditions: null,
      country: 'FR',
      region: null,
      tax: {
        rule: 'fr_notarial_deed',
        countsUntil: null,
        renewsOn: '2034-09-01',
        reason: null,
        years: 15,
        source: { title: 'Code général des impôts', article: 'art. 784', url: '' },
      },
    },
    {
      donorId: 'paul',
      donees: [{ personId: null, share: '1' }],
      itemName: null,
      givenOn: '2020-02-29',
      category: 'movable_goods',
      description: 'Tableau',
      cents: 7_500_00,
      currency: 'EUR',
      form: 'manual',
      registered: false,
      registeredOn: null,
      usufructReserved: false,
      conditions: null,
      country: null,
      region: null,
      tax: {
        rule: null,
        countsUntil: null,
        renewsOn: null,
        reason: 'domicile_unknown',
        years: null,
        source: null,
      },
    },
  ],
  simulation: {
    name: 'Transmission prudente',
    madeAt: '2026-11-01T09:00:00.000Z',
    startYear: 2026,
    horizon: 30,
    inflation: '2.1',
    growth: [
      { kind: 'real_estate', percent: '1.5' },
      { kind: 'portfolio', percent: '4.25' },
    ],
    donations: [
      {
        year: 2031,
        itemName: 'Compte courant',
        donorId: 'jeanne',
        share: '1/4',
        donees: [
          { personId: 'lea', share: '1/2' },
          { personId: 'zoe', share: '1/2' },
        ],
        usufructReserved: true,
      },
    ],
    deaths: [{ personId: 'jeanne', year: 2038 }],
    persons: [
      { id: 'jeanne', firstName: 'Jeanne', lastName: 'Dupont' },
      { id: 'paul', firstName: 'Paul', lastName: 'Martin' },
      { id: 'lea', firstName: 'Léa', lastName: 'Renard' },
      { id: 'zoe', firstName: 'Zoé', lastName: 'Martin-Dupont' },
    ],
    years: simulated,
    notes: ['no_tax', 'no_legal_advice', 'usufruct_not_valued'],
  },
  access: {
    teamMode: 'listed',
    members: [{ name: 'Ada Admin', role: 'admin' }],
    lines: [
      {
        firstName: 'Jeanne',
        lastName: 'Dupont',
        party: { kind: 'person', central: 'holder' },
        right: 'read_write',
        until: null,
        openedAt: '2026-02-03T10:00:00.000Z',
      },
      {
        firstName: 'Tom',
        lastName: 'Martin',
        party: { kind: 'person', central: null },
        right: 'read_only',
        until: null,
        openedAt: null,
      },
      {
        firstName: 'Nora',
        lastName: 'Notaire',
        party: { kind: 'advisor', type: 'notary' },
        right: 'read_write',
        until: '2027-01-31',
        openedAt: '2026-05-06T22:30:00.000Z',
      },
    ],
  },
  ...more,
});

/** A family of couples with children, so many persons in all, and so many items and donations. */
export function large({ persons = 300, items = 500, donations = 500 }): ReportData {
  const people = Array.from({ length: persons }, (_, i) =>
    person(`p${i}`, ['Anne', 'Bert', 'Céline', 'Dirk', 'Émile'][i % 5]!, `Van den Broeck-${i}`, {
      birthDate: `${1850 + Math.floor(Math.log2(i + 1) * 25)}-01-01`,
      central: i === 0 ? 'holder' : null,
    }),
  );
  const ids = people.map((one) => one.id);
  // Each couple (2i, 2i + 1) has three children, of whom every other marries.
  const couples = Math.floor(persons / 2);
  const unions = Array.from({ length: couples }, (_, i) => ({
    personIds: [ids[2 * i]!, ids[2 * i + 1]!] as [string, string],
    kind: 'marriage' as const,
    regime: null,
    start: null,
    end: null,
  }));
  const parents = ids.flatMap((childId, i) => {
    if (i < 2 || i % 2 === 1) return [];
    const couple = Math.floor((i / 2 - 1) / 3);
    return [2 * couple, 2 * couple + 1].map((parent) => ({
      childId,
      parentId: ids[parent]!,
      kind: 'birth' as const,
    }));
  });
  const base = sample();
  const someone = (i: number) => ids[i % persons]!;
  return {
    ...base,
    persons: people,
    unions,
    parents,
    wealth: {
      ...base.wealth,
      items: Array.from({ length: items }, (_, i) =>
        item(`i${i}`, {
          name: `Compte ${i}`,
          kind: (['bank_account', 'real_estate', 'portfolio', 'loan'] as const)[i % 4]!,
          owners: [
            { personId: someone(i), form: 'full', share: '1/2', cents: 50_000_00 },
            { personId: someone(i + 1), form: 'full', share: '1/2', cents: 50_000_00 },
          ],
        }),
      ),
      byPerson: ids.map((personId) => ({
        personId,
        currency: 'EUR',
        full: 1,
        usufruct: 0,
        bare: 0,
        debts: 0,
        net: 1,
      })),
    },
    donations: Array.from({ length: donations }, (_, i) => ({
      ...base.donations[i % 3]!,
      description: `Don ${i}`,
      donorId: someone(i),
      donees: [{ personId: someone(i + 2), share: '1' }],
    })),
  };
}
