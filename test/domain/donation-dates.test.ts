import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Gift, rulesOf, taxOf } from '../../src/domain/donation-dates.ts';
import { donationRules, noLegalAdvice } from '../../src/domain/donation-rules.ts';
import { donationCategories, donationForms, languages, regions } from '../../src/domain/words.ts';

/** An unregistered bank transfer of money by somebody who lives in Flanders. */
const bankGift: Gift = {
  givenOn: '2020-06-15',
  category: 'money',
  form: 'bank',
  registered: false,
  registeredOn: null,
  country: 'BE',
  region: 'flanders',
};
const flanders = { region: 'flanders' } as const;
const wallonia = { region: 'wallonia' } as const;
const brussels = { region: 'brussels' } as const;
const business = { ...flanders, category: 'family_business' } as const;
const france = { country: 'FR', region: null } as const;

// Each is calculated by hand from the text of its source: the years are counted from day to day, and the last day,
// the anniversary, is within them ("dies a quo non computatur, dies ad quem computatur").
const code = 'C. succ. / W.Succ. art. 7: three years';
const flemish2025 = 'Programmadecreet 20.12.2024: five years for gifts from 1.1.2025 (VCF art. 2.7.1.0.5)';
const flemish2012 = 'Decreet 23.12.2011: seven years for family businesses given from 1.1.2012, not before';
const walloon = 'Décret wallon 22.12.2021: five years for gifts from 1.1.2022';
const brussels2026 = 'Ordonnance 17.7.2025: five years for gifts dated from 1.1.2026';

describe('Belgium: the last day on which the donor’s death brings an unregistered gift into his estate', () => {
  it.each<
    [givenOn: string, gift: Partial<Gift>, countsUntil: string, years: number, rule: string, source: string]
  >([
    ['1999-05-20', flanders, '2002-05-20', 3, 'be_flanders_until_2011', code],
    ['2011-12-31', flanders, '2014-12-31', 3, 'be_flanders_until_2011', code],
    ['2012-01-01', flanders, '2015-01-01', 3, 'be_flanders_2012', code],
    ['2024-12-31', flanders, '2027-12-31', 3, 'be_flanders_2012', flemish2025],
    ['2025-01-01', flanders, '2030-01-01', 5, 'be_flanders_2025', flemish2025],
    ['2025-03-10', flanders, '2030-03-10', 5, 'be_flanders_2025', flemish2025],
    ['2011-12-31', business, '2014-12-31', 3, 'be_flanders_until_2011', flemish2012],
    ['2012-01-01', business, '2019-01-01', 7, 'be_flanders_family_business', flemish2012],
    ['2024-12-31', business, '2031-12-31', 7, 'be_flanders_family_business', flemish2012],
    ['2025-01-01', business, '2032-01-01', 7, 'be_flanders_family_business', flemish2012],
    [
      '2025-01-01',
      { ...business, category: 'company_shares' },
      '2030-01-01',
      5,
      'be_flanders_2025',
      flemish2025,
    ],
    ['1999-05-20', wallonia, '2002-05-20', 3, 'be_wallonia_until_2021', code],
    ['2021-12-31', wallonia, '2024-12-31', 3, 'be_wallonia_until_2021', walloon],
    ['2022-01-01', wallonia, '2027-01-01', 5, 'be_wallonia_2022', walloon],
    ['2022-01-01', { ...business, ...wallonia }, '2027-01-01', 5, 'be_wallonia_2022', walloon],
    ['1999-05-20', brussels, '2002-05-20', 3, 'be_brussels_until_2025', code],
    ['2025-12-31', brussels, '2028-12-31', 3, 'be_brussels_until_2025', brussels2026],
    ['2026-01-01', brussels, '2031-01-01', 5, 'be_brussels_2026', brussels2026],
    ['2026-01-01', { ...business, ...brussels }, '2031-01-01', 5, 'be_brussels_2026', brussels2026],
    // 29 February: three and five years later there is none, and the period ends with that February.
    ['2024-02-29', flanders, '2027-02-28', 3, 'be_flanders_2012', code],
    ['2024-02-29', wallonia, '2029-02-28', 5, 'be_wallonia_2022', walloon],
    ['2024-02-29', business, '2031-02-28', 7, 'be_flanders_family_business', flemish2012],
    ['2023-02-28', wallonia, '2028-02-28', 5, 'be_wallonia_2022', walloon],
  ])('given %s %j: %s (%i years, %s; %s)', (givenOn, gift, countsUntil, years, rule) => {
    const source = donationRules.find(({ id }) => id === rule)!.source;
    expect(taxOf({ ...bankGift, givenOn, ...gift })).toEqual({
      rule,
      countsUntil,
      renewsOn: null,
      reason: null,
      years,
      source,
      disclaimer: 'no_legal_advice',
    });
  });

  it.each(donationForms)('whatever its form: %s', (form) => {
    expect(taxOf({ ...bankGift, form }).countsUntil).toBe('2023-06-15');
  });

  // C. succ. art. 7: only where "la libéralité n’a pas été assujettie au droit d’enregistrement établi pour les
  // donations"; who registers later ends the period.
  it.each<[string, Partial<Gift>, countsUntil: string | null]>([
    ['on the day of the gift', { registeredOn: '2020-06-15' }, null],
    ['on a day that isn’t known', { registeredOn: null }, null],
    ['a day later', { registeredOn: '2020-06-16' }, '2020-06-15'],
    ['two years later', { registeredOn: '2022-06-15' }, '2022-06-14'],
    ['on the last day of the period', { registeredOn: '2023-06-15' }, '2023-06-14'],
    ['the day after the period', { registeredOn: '2023-06-16' }, '2023-06-15'],
    ['long after the period', { registeredOn: '2024-01-01' }, '2023-06-15'],
    ['later, the region not known', { registeredOn: '2024-01-01', region: null }, '2023-12-31'],
    ['later, by a notary of the country', { registeredOn: '2020-06-25', form: 'notarial' }, null],
  ])('registered %s', (_, gift, countsUntil) => {
    expect(taxOf({ ...bankGift, registered: true, ...gift })).toMatchObject({
      rule: 'be_registered',
      countsUntil,
      renewsOn: null,
      reason: 'registered',
      years: null,
    });
  });

  // C. enr. art. 19, 2°: a deed about real estate in Belgium is registered; art. 7 is about movables.
  it.each<Partial<Gift>>([
    { registered: true },
    { registered: true, registeredOn: '2024-01-01', form: 'foreign_notary' },
    { registered: false },
    { registered: false, region: null },
    { registered: false, form: 'foreign_notary', ...wallonia },
  ])('real estate never counts: %j', (gift) => {
    expect(taxOf({ ...bankGift, category: 'real_estate', form: 'notarial', ...gift })).toMatchObject({
      rule: 'be_real_estate',
      countsUntil: null,
      renewsOn: null,
      reason: 'real_estate',
    });
  });

  it('without the region nobody can say', () => {
    expect(taxOf({ ...bankGift, region: null })).toEqual({
      rule: null,
      countsUntil: null,
      renewsOn: null,
      reason: 'region_unknown',
      years: null,
      source: null,
      disclaimer: 'no_legal_advice',
    });
  });
});

describe('France: the day from which the allowance is whole again', () => {
  // CGI art. 784: gifts "passées depuis plus de quinze ans" are not recalled (loi 2012-958, art. 5; ten years before).
  // 7 G 245, n° 16: "passée au moins dix ans avant", from the day that it has a certain date: a notarial deed from its
  // signature, others from their registration; art. 757: a don manuel when it is declared.
  it.each<[string, Partial<Gift>, renewsOn: string, rule: string]>([
    ['a deed', { form: 'notarial' }, '2035-06-15', 'fr_notarial_deed'],
    ['a deed of 29 February', { form: 'notarial', givenOn: '2012-02-29' }, '2027-02-28', 'fr_notarial_deed'],
    ['an old deed', { form: 'notarial', givenOn: '1995-01-31' }, '2010-01-31', 'fr_notarial_deed'],
    ['a house', { form: 'notarial', category: 'real_estate' }, '2035-06-15', 'fr_notarial_deed'],
    [
      'a deed, registered later',
      { form: 'notarial', registered: true, registeredOn: '2020-07-10' },
      '2035-06-15',
      'fr_notarial_deed',
    ],
    [
      'by hand, declared at once',
      { form: 'manual', registered: true, registeredOn: '2020-06-15' },
      '2035-06-15',
      'fr_without_notarial_deed',
    ],
    [
      'by hand, declared later',
      { form: 'manual', registered: true, registeredOn: '2024-02-29' },
      '2039-02-28',
      'fr_without_notarial_deed',
    ],
    [
      'by bank, declared later',
      { form: 'bank', registered: true, registeredOn: '2021-01-01' },
      '2036-01-01',
      'fr_without_notarial_deed',
    ],
    [
      'abroad, registered later',
      { form: 'foreign_notary', registered: true, registeredOn: '2021-01-01' },
      '2036-01-01',
      'fr_without_notarial_deed',
    ],
  ])('%s', (_, gift, renewsOn, rule) => {
    expect(taxOf({ ...bankGift, ...france, ...gift })).toEqual({
      rule,
      countsUntil: null,
      renewsOn,
      reason: null,
      years: 15,
      source: donationRules.find(({ id }) => id === rule)!.source,
      disclaimer: 'no_legal_advice',
    });
  });

  it.each<[Partial<Gift>, reason: string]>([
    [{ form: 'manual' }, 'not_registered'],
    [{ form: 'bank' }, 'not_registered'],
    [{ form: 'foreign_notary' }, 'not_registered'],
    [{ form: 'manual', registered: true }, 'registration_day_unknown'],
  ])('%j: no date yet, since %s', (gift, reason) => {
    expect(taxOf({ ...bankGift, ...france, ...gift })).toMatchObject({
      rule: 'fr_without_notarial_deed',
      countsUntil: null,
      renewsOn: null,
      reason,
      years: 15,
    });
  });
});

it.each<[country: string | null, reason: string]>([
  ['LU', 'other_country'],
  ['NL', 'other_country'],
  [null, 'domicile_unknown'],
])('a donor who lived in %s: no rule, %s', (country, reason) => {
  for (const registered of [true, false]) {
    const tax = taxOf({ ...bankGift, country, region: null, registered });
    expect(tax).toMatchObject({ rule: null, countsUntil: null, renewsOn: null, reason, source: null });
  }
});

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const domicile = fc.oneof(
  fc.constantFrom(...regions).map((region) => ({ country: 'BE', region })),
  fc.constant({ country: 'FR', region: null }),
);
const gift: fc.Arbitrary<Gift> = fc
  .record({
    givenOn: day,
    category: fc.constantFrom(...donationCategories),
    form: fc.constantFrom(...donationForms),
    registration: fc.constantFrom(
      { registered: false, registeredOn: null },
      { registered: true, registeredOn: null },
      { registered: true, registeredOn: '2999-12-31' },
    ),
    domicile,
  })
  .map(({ registration, domicile, ...rest }) => ({ ...rest, ...registration, ...domicile }));

describe('the table', () => {
  it('has one rule for every gift from Belgium and France, and one answer', () => {
    fc.assert(
      fc.property(gift, (any) => {
        const rules = rulesOf(any);
        expect(rules).toHaveLength(1);
        const tax = taxOf(any);
        expect(tax.rule).toBe(rules[0]!.id);
        expect(tax.countsUntil ?? tax.renewsOn ?? tax.reason).not.toBeNull();
      }),
    );
  });

  it('has one for the days on either side of each of its limits, and every rule is some gift’s', () => {
    const limits = donationRules
      .flatMap((rule) => [rule.givenFrom, rule.givenUntil])
      .filter((one) => one !== null);
    const found = new Set<string>();
    for (const givenOn of ['1000-01-01', ...limits, '2999-12-31'])
      for (const category of donationCategories)
        for (const form of donationForms)
          for (const registered of [true, false])
            for (const where of [
              ...regions.map((region) => ({ country: 'BE', region })),
              { country: 'FR', region: null },
            ]) {
              const rules = rulesOf({ ...bankGift, ...where, givenOn, category, form, registered });
              expect(rules).toHaveLength(1);
              found.add(rules[0]!.id);
            }
    expect([...found].sort()).toEqual(donationRules.map((rule) => rule.id).sort());
  });

  it('gives exactly its years: the same day of the month, or the last of February', () => {
    fc.assert(
      fc.property(gift, (any) => {
        const tax = taxOf(any);
        const [rule] = rulesOf(any);
        const end = rule!.effect === 'counts' ? tax.countsUntil : tax.renewsOn;
        if (!end) return;
        const first = rule!.runsFrom === 'gift' ? any.givenOn : any.registeredOn!;
        expect(Number(end.slice(0, 4)) - Number(first.slice(0, 4))).toBe(rule!.years);
        expect(end.slice(5)).toBe(
          first.endsWith('02-29') && !isLeap(Number(end.slice(0, 4))) ? '02-28' : first.slice(5),
        );
      }),
    );
  });

  it('is monotone: under one rule a later gift never counts less long, nor renews earlier', () => {
    fc.assert(
      fc.property(gift, day, (one, otherDay) => {
        const other = { ...one, givenOn: otherDay };
        fc.pre(rulesOf(one)[0]!.id === rulesOf(other)[0]!.id);
        const [earlier, later] = one.givenOn <= otherDay ? [one, other] : [other, one];
        const endOf = (any: Gift) => taxOf(any).countsUntil ?? taxOf(any).renewsOn;
        const [first, last] = [endOf(earlier), endOf(later)];
        // A gift that was registered at once has no end at all.
        fc.pre(first !== null && last !== null);
        expect(first! <= last!).toBe(true);
      }),
    );
  });

  it.each(donationRules)('$id says where it is written, and years where there are some', (rule) => {
    expect(rule.id).toMatch(new RegExp(`^${rule.country.toLowerCase()}_[a-z0-9_]+$`));
    expect(rule.source.title).not.toBe('');
    expect(rule.source.article).toMatch(/^art\. \d/);
    expect(rule.source.url).toMatch(/^https?:\/\/\S+$/);
    const period = [rule.years, rule.runsFrom];
    if (rule.effect === 'exempt') expect(period).toEqual([null, null]);
    else expect(period).not.toContain(null);
  });

  it('names its rules apart, and says in each language that it is no legal advice', () => {
    expect(new Set(donationRules.map((rule) => rule.id)).size).toBe(donationRules.length);
    expect(Object.keys(noLegalAdvice).sort()).toEqual([...languages].sort());
    expect(noLegalAdvice.fr).toMatch(/pas un avis juridique/);
    expect(noLegalAdvice.nl).toMatch(/geen juridisch .* advies/);
    expect(noLegalAdvice.en).toMatch(/no legal .* advice/);
  });
});

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
