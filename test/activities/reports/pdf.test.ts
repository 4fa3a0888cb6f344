import { describe, expect, test } from 'vitest';
import { missingGlyph } from '../../../src/activities/reports/pdf/fonts.ts';
import { renderApart } from '../../../src/activities/reports/renderer.ts';
import type { ReportData } from '../../../src/activities/reports/report-data.ts';
import { textsFor } from '../../../src/activities/reports/texts/index.ts';
import { noLegalAdvice } from '../../../src/domain/donation-rules.ts';
import { languages } from '../../../src/domain/words.ts';
import { plain, readPdf } from './read-pdf.ts';
import { large, person, sample } from './sample.ts';

const drawn = async (data: ReportData, onProgress: (percent: number) => void = () => {}) =>
  readPdf(await renderApart(data, { onProgress, signal: AbortSignal.timeout(120_000) }));
/** How often a text stands in another. */
const times = (text: string, part: string) => text.split(plain(part)).length - 1;

/** What stands on each page in which a section is, together. */
const pagesOf = (pages: string[], title: string) =>
  pages.filter((page) => page.startsWith(`Famille Dupont-Martin ${title} `)).join(' ');

describe.each(languages)('a report in %s', async (language) => {
  const texts = textsFor[language];
  const pdf = await drawn(sample({ language }));
  const all = pdf.text;
  const { family, wealth, donations, simulation, access } = texts;
  const day = { fr: '24/11/2026', nl: '24/11/2026', en: '24/11/2026' }[language];
  const money = (text: string) => ({ fr: `${text} €`, nl: `€ ${text}`, en: `€${text}` })[language];
  const number = (fr: string, nl: string, en: string) => ({ fr, nl, en })[language];

  test('says whose it is, of which day, and in which language', () => {
    expect(pdf.title).toBe(`Famille Dupont-Martin – ${texts.report}`);
    expect(pdf.language).toBe(language);
    expect(pdf.bookmarks).toEqual(
      [family.title, family.persons, wealth.title, donations.title, simulation.title, access.title].map(
        plain,
      ),
    );
    const cover = pdf.pages[0]!;
    for (const part of [
      'Fortuna Patrimoine',
      'Famille Dupont-Martin',
      'Jeanne Dupont',
      'Paul Martin',
      'Max Member',
    ]) {
      expect(cover).toContain(part);
    }
    expect(cover).toContain(number('24 novembre 2026', '24 november 2026', '24 November 2026'));
  });

  test('says in its contents on which page each section begins, and on each page which one it is', () => {
    for (const { title } of [family, wealth, donations, simulation, access]) {
      const [, page] = new RegExp(`${title} (\\d+)`).exec(pdf.pages[0]!)!;
      expect(pdf.pages[Number(page) - 1]).toContain(`Famille Dupont-Martin ${title} `);
    }
    for (const [i, page] of pdf.pages.entries()) {
      if (i > 0) expect(page).toContain(`${day} ${texts.page(i + 1, pdf.pages.length)}`);
    }
  });

  test('draws the family, with its unions, and lists both', () => {
    const tree = pagesOf(pdf.pages, family.title);
    for (const { firstName, id } of sample().persons) {
      if (id !== 'aunt') expect(tree).toContain(plain(firstName));
    }
    for (const part of [
      '1947 – † 1979',
      texts.holder,
      texts.coHolder,
      ...Object.values(family.legend).slice(0, 6),
    ]) {
      expect(tree).toContain(plain(part));
    }
    expect(tree).not.toContain('Berthe Dupont');
    const lists = pagesOf(pdf.pages, family.persons);
    for (const part of [
      `${family.alone} Berthe Dupont`,
      'Jeanne Dupont 31/01/1950',
      `${family.regimes.separation_of_property} 22/05/1982`,
      family.kind.legal_cohabitation,
    ]) {
      expect(lists).toContain(plain(part));
    }
  });

  test('has the wealth by person and by item, debts below zero, each currency for itself', () => {
    const part = pagesOf(pdf.pages, wealth.title);
    expect(part).toContain(plain(wealth.note));
    for (const amount of [
      money(number('650 000,01', '650.000,01', '650,000.01')),
      money(number('216 666,67', '216.666,67', '216,666.67')),
      number('12 345 678 JPY', 'JP¥ 12.345.678', 'JP¥12,345,678'),
      number('-80 000,00 €', '€ -80.000,00', '-€80,000.00'),
    ]) {
      expect(part).toContain(plain(amount));
    }
    for (const form of Object.values(wealth.form)) expect(part).toContain(plain(form));
    expect(part).toContain(plain(`Zoé Martin-Dupont 1/3 (${wealth.form.bare.toLowerCase()})`));
    expect(part).toContain(plain(`${texts.outside} 1/2`));
    expect(part).toContain(`Avenue des Acacias 12`);
  });

  test('has the donations with their dates, the rule used and its source, and that it is no legal advice', () => {
    const part = pagesOf(pdf.pages, donations.title);
    for (const said of [
      noLegalAdvice[language],
      donations.countsUntil('14/03/2030'),
      donations.rule('be_flanders_2025', 5),
      'Programmadecreet van 20 december 2024, art. 2.7.1.0.5',
      donations.renewsOn('01/09/2034'),
      donations.rule('fr_notarial_deed', 15),
      donations.registeredOn('10/09/2019'),
      donations.reason.domicile_unknown,
      donations.noRule,
      'Retour conventionnel Exclusion de la communauté',
    ]) {
      expect(part).toContain(plain(said));
    }
  });

  test('has the simulation with its assumptions, a chart and figures', () => {
    const part = pagesOf(pdf.pages, simulation.title);
    for (const said of [
      'Transmission prudente',
      simulation.period(2026, 2056),
      ...Object.values(simulation.notes),
      texts.colon('2038', 'Jeanne Dupont'),
      simulation.chart('EUR'),
      simulation.figures('EUR'),
      number('1 190 000', '1.190.000', '1,190,000'),
      '2038 †',
    ]) {
      expect(part).toContain(plain(said));
    }
    const figures = pdf.pages.find((page) => page.includes(plain(simulation.figures('EUR'))))!;
    expect(figures).toContain(`${plain(simulation.real)} 2026 300`);
    expect(part).toContain(simulation.percentAYear(number('2,1 %', '2,1%', '2.1%')));
  });

  test('says who has access, and no address or number', () => {
    const part = pagesOf(pdf.pages, access.title);
    for (const said of [
      `Max Member ${access.managerRole}`,
      `Jeanne Dupont ${texts.holder} ${access.readWrite} 03/02/2026`,
      `Tom Martin ${access.relative} ${access.readOnly} ${access.notOpened}`,
      `Nora Notaire ${access.advisor.notary} ${access.readWrite}, ${access.until} 31/01/2027 07/05/2026`,
    ]) {
      expect(part).toContain(plain(said));
    }
    expect(all).not.toMatch(/@|\+32/);
  });

  test('has no word of the program in it, and no glyph is missing', () => {
    expect(all).not.toMatch(/undefined|null|NaN|\[object|=>/);
    expect(all).not.toContain(missingGlyph);
  });
});

test('an empty dossier says so in each part, and leaves out what was not asked for', async () => {
  const nothing = { items: [], byPerson: [], net: [] };
  const pdf = await drawn(
    sample({
      language: 'fr',
      persons: [],
      unions: [],
      parents: [],
      wealth: nothing,
      donations: [],
      simulation: null,
      access: null,
    }),
  );
  const { fr } = textsFor;
  for (const { title, empty } of [fr.family, fr.wealth, fr.donations]) {
    expect(pagesOf(pdf.pages, title)).toContain(plain(empty));
  }
  expect(pdf.pages).toHaveLength(4);
  expect(pdf.text).not.toContain(fr.simulation.title);
  expect(pdf.text).not.toContain(fr.access.title);
});

test('names in every script are there, and what no font has is a box, or nothing where nothing is seen', async () => {
  const names = [
    'Łukasz Ğüneş',
    'Ελένη',
    'Катерина',
    'أحمد',
    'שרה',
    'Հայկ',
    'ქეთევან',
    '王小明',
    'さくら',
    '김민수',
    'नरेन्द्र',
    'ภูมิพล',
  ];
  const odd = ['A\u{10FFFD}B', 'zero\u200dwidth', 'e\u0301', 'C\u202ED'];
  const persons = [...names, ...odd].map((name, i) => person(`p${i}`, name, `N${i}`));
  const pdf = await drawn(
    sample({
      persons,
      unions: [],
      parents: [],
      donations: [],
      simulation: null,
      access: null,
      dossierName: 'Famille Dupont-Martin',
    }),
  );
  const list = pagesOf(pdf.pages, textsFor.en.family.title);
  for (const name of names) expect(list).toContain(plain(name));
  expect(list).toContain(`A${missingGlyph}B`);
  expect(list).toMatch(/zero[ \u200d]?width/);
  expect(list).toContain('é');
  expect(list).toContain('CD');
  expect(times(list, missingGlyph)).toBe(2);
});

test('a family of 300, with 500 items and 500 donations: everybody and everything is there, on pages of a few', async () => {
  const data = large({ persons: 300, items: 500, donations: 500 });
  const progress: number[] = [];
  const pdf = await drawn(data, (percent) => progress.push(percent));
  const { en } = textsFor;
  const trees = pagesOf(pdf.pages, en.family.title);
  for (const { lastName } of data.persons) expect(trees).toMatch(new RegExp(`-${lastName.split('-')[1]} `));
  const wealth = pagesOf(pdf.pages, en.wealth.title);
  for (const { name } of data.wealth.items) expect(times(wealth, `${name} `)).toBeGreaterThanOrEqual(3);
  const donations = pagesOf(pdf.pages, en.donations.title);
  for (const { description } of data.donations) expect(donations).toMatch(new RegExp(`${description}\\b`));
  // No heading, head of a table or name of a group stands at the foot of a page, without what it is of.
  const { wealth: words } = en;
  const heads = [
    [words.item, words.right, words.share, words.part],
    [words.item, words.owners, words.value],
  ].map((titles) => titles.join(' '));
  for (const page of pdf.pages) {
    for (const head of [...heads, words.byItem, words.byPerson, `${words.net} €0.01`]) {
      expect(page.trimEnd().endsWith(` ${head}`), page).toBe(false);
    }
  }
  for (const [width, height] of pdf.sizes) {
    expect([595, 842, 1191]).toContain(Math.round(width));
    expect([595, 842]).toContain(Math.round(height));
  }
  expect(pdf.pages.length).toBeLessThan(250);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.length).toBeGreaterThan(20);
  expect(progress.at(-1)).toBeLessThan(100);
}, 180_000);

test('what is long goes on over lines and pages, and is never cut', async () => {
  const base = sample();
  const conditions = Array.from({ length: 250 }, (_, i) => `clause${i}`).join('\n');
  const owners = Array.from({ length: 100 }, (_, i) => ({
    personId: `o${i}`,
    form: 'full' as const,
    share: '1/100',
    cents: 1,
  }));
  const long = 'X'.repeat(100);
  const persons = owners.map(({ personId }, i) => person(personId, `Owner${i}`, i === 0 ? long : 'O'));
  const item = { ...base.wealth.items[0]!, owners };
  const pdf = await drawn({
    ...base,
    persons,
    unions: [],
    parents: [],
    wealth: { ...base.wealth, items: [item], byPerson: [] },
    donations: [{ ...base.donations[0]!, conditions }],
    simulation: null,
    access: null,
  });
  const { en } = textsFor;
  const donations = pagesOf(pdf.pages, en.donations.title);
  for (let i = 0; i < 250; i++) expect(donations).toMatch(new RegExp(`clause${i}\\b`));
  const wealth = pagesOf(pdf.pages, en.wealth.title);
  for (let i = 1; i < 100; i++) expect(wealth).toContain(`Owner${i} O 1/100`);
  expect(times(wealth.replaceAll(/[\s‐-]/g, ''), long)).toBe(1);
});
