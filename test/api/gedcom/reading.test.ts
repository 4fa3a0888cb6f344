import { describe, expect, test } from 'vitest';
import { Day, Name } from '../../../src/api/fields.ts';
import { readDay } from '../../../src/api/gedcom/days.ts';
import { countryOf } from '../../../src/api/gedcom/domicile.ts';
import { type Plan, planOf } from '../../../src/api/gedcom/plan.ts';
import { gedcom } from '../../support/gedcom.ts';

const read = (lines: string, version?: string): Plan => planOf(Buffer.from(gedcom(lines, version)), 2026);
const person = (lines: string, version?: string) => read(`0 @I1@ INDI\n${lines}`, version).persons[0]!;
/** What is left out, without the lines that nothing here has a place for. */
const said = ({ leftOut }: Plan) =>
  leftOut.filter(({ code }) => code !== 'no_place').map(({ code, xref, tag }) => [code, xref, tag]);

describe('days', () => {
  test.each([
    ['31 JAN 1950', '1950-01-31'],
    ['  9 Mar  1999 ', '1999-03-09'],
    ['05 may 1850', '1850-05-05'],
    ['29 FEB 2000', '2000-02-29'],
    ['27.11.1957', '1957-11-27'],
    ['1957-11-27', '1957-11-27'],
    ['INT 25 DEC 1600 (Christmas)', '1600-12-25'],
    ['@#DGREGORIAN@ 1 JAN 1900', '1900-01-01'],
    ['@#DJULIAN@ 25 DEC 1600', '1601-01-04'],
    ['JULIAN 25 DEC 1600', '1601-01-04'],
    ['GREGORIAN 1 JAN 1900', '1900-01-01'],
    ['@#DFRENCH R@ 18 BRUM 8', '1799-11-09'],
    ['FRENCH_R 9 THER 2', '1794-07-27'],
    ['1 JAN 1000', '1000-01-01'],
    ['31 DEC 2999', '2999-12-31'],
  ])('%s is %s', (date, day) => {
    expect(readDay(date)).toEqual({ day });
    expect(Day.parse(day)).toBe(day);
  });

  test.each([
    ...[
      '',
      '1850',
      'MAR 1850',
      'ABT 1850',
      'ABT 1 MAR 1850',
      'BEF 1 JAN 1900',
      'AFT 1 JAN 1900',
      'CAL 5 MAY 1850',
    ],
    ...[
      'EST 5 MAY 1850',
      'FROM 1 JAN 1900',
      'TO 1 JAN 1900',
      'BET 1 JAN 1900 AND 2 JAN 1900',
      '(unknown)',
      '5 MAY',
    ],
    ...[
      '30 FEB 1900',
      '29 FEB 1900',
      '32 JAN 1900',
      '11 FEB 1731/32',
      '@#DHEBREW@ 1 TSH 5600',
      '1 JAN 44 B.C.',
      '15 MAR 44 BCE',
      'HEBREW 1 TSH 5600',
    ],
    ...['99.99.1999', '1999-13-01', 'deceased', 'BET. 1794 - 1796', '1/2/1999', '@#DROMAN@ 1 JAN 1900'],
  ])('%s is no whole day', (date) => {
    expect(readDay(date)).toEqual({ code: 'imprecise_date' });
  });

  test.each([
    '1 JAN 999',
    '2 APR 742',
    '1 JAN 1',
    '1 JAN 3000',
    '@#DJULIAN@ 1 JAN 800',
    '@#DJULIAN@ 1 JAN 50',
  ])('%s is no plausible day', (date) => expect(readDay(date)).toEqual({ code: 'implausible_date' }));

  test('a day that is none is said; of who is dead since no day, so is that', () => {
    const plan = read('0 @I1@ INDI\n1 NAME A /B/\n1 BIRT\n2 DATE ABT 1850\n1 DEAT\n2 DATE 1900');
    expect(plan.persons[0]).toMatchObject({ birthDate: null, deathDate: null });
    expect(said(plan)).toEqual([
      ['imprecise_date', 'I1', 'BIRT'],
      ['death_without_day', 'I1', 'DEAT'],
    ]);
    for (const sign of ['DEAT Y', 'DEAT', 'DEAT\n2 DATE 31 DEC 2999', 'BURI\n2 DATE 1 JAN 1900', 'CREM']) {
      expect(said(read(`0 @I1@ INDI\n1 NAME A /B/\n1 ${sign}`))).toEqual([
        ['death_without_day', 'I1', sign.slice(0, 4)],
      ]);
    }
    expect(said(read('0 @I1@ INDI\n1 NAME A /B/\n1 DEAT N'))).toEqual([]);
  });
});

describe('names', () => {
  test.each<[lines: string, firstName: string, lastName: string]>([
    ['1 NAME Jeanne /Dupont/', 'Jeanne', 'Dupont'],
    ['1 NAME  Jeanne   Marie  / Dupont /  ', 'Jeanne   Marie', 'Dupont'],
    ['1 NAME Charles-Joseph /de Ligne/', 'Charles-Joseph', 'de Ligne'],
    ['1 NAME Jan /van den Berg/\n2 GIVN Jan\n2 SPFX van den\n2 SURN Berg', 'Jan', 'van den Berg'],
    ['1 NAME Jan van den /Berg/\n2 GIVN Jan\n2 SPFX van den\n2 SURN Berg', 'Jan', 'van den Berg'],
    ['1 NAME Ludwig /Beethoven/\n2 SPFX van', 'Ludwig', 'van Beethoven'],
    ['1 NAME Dr. Max /Planck/\n2 NPFX Dr.', 'Max', 'Planck'],
    ['1 NAME William "Bill" /Gates/ III\n2 NICK Bill\n2 NSFX III', 'William', 'Gates'],
    ['1 NAME Gustaf /Smith/, Sr.', 'Gustaf', 'Smith'],
    ['1 NAME /Nagy/ János', 'János', 'Nagy'],
    ['1 NAME /李/ 小明', '小明', '李'],
    ['1 NAME Jeanne Dupont\n2 GIVN Jeanne\n2 SURN Dupont', 'Jeanne', 'Dupont'],
    ['1 NAME Jeanne Dupont\n2 SURN Dupont', 'Jeanne', 'Dupont'],
    ['1 NAME\n2 GIVN Jeanne\n2 SURN Dupont', 'Jeanne', 'Dupont'],
    ['1 NAME /Ibarra Garcia/\n2 GIVN Ana', 'Ana', 'Ibarra Garcia'],
    // What GeneWeb means by these lines: a public name, and other last names.
    ['1 NAME Jean /Dupont/\n2 GIVN Le Beau\n2 SURN Durand, Duval', 'Jean', 'Dupont'],
    ['1 NAME A B /C D/\n2 GIVN A/B\n2 SURN C/D', 'A/B', 'C/D'],
    ['1 NAME Jeanne /Dupont/\n1 NAME Johanna /Martin/', 'Jeanne', 'Dupont'],
    ['1 NAME Jeanne\n2 CONC -Marie\n2 CONT /Dupont/', 'Jeanne-Marie', 'Dupont'],
    ['1 NAME x@@y.test /@@home/', 'x@y.test', '@home'],
    ['1 NAME a@b /c/', 'a@b', 'c'],
  ])('%s', (lines, firstName, lastName) => {
    expect(person(lines)).toMatchObject({ firstName, lastName });
    expect([Name.parse(firstName), Name.parse(lastName)]).toEqual([firstName, lastName]);
  });

  test.each<[lines: string, firstName: string, lastName: string]>([
    ['', '?', '?'],
    ['1 NAME', '?', '?'],
    ['1 NAME //', '?', '?'],
    ['1 NAME Cher', 'Cher', '?'],
    ['1 NAME Adam //', 'Adam', '?'],
    ['1 NAME /Kekaulike/', '?', 'Kekaulike'],
    ['1 NAME /Smith/ Jr.', '?', 'Smith'],
    ['1 NAME / / / /', '?', '?'],
  ])('what is missing of %j is said', (lines, firstName, lastName) => {
    const plan = read(`0 @I1@ INDI\n${lines}`);
    expect(plan.persons[0]).toMatchObject({ firstName, lastName });
    expect(said(plan)[0]?.slice(0, 2)).toEqual(['name_incomplete', 'I1']);
  });

  test('titles, additions and control characters are left out, and that is said', () => {
    for (const name of ['Dr. A /B/\n2 NPFX Dr.', 'A /B/ Jr.', 'A /B/\n2 NSFX Jr.', 'A\u0007 /B\u0000/']) {
      expect(person(`1 NAME ${name}`)).toMatchObject({ firstName: 'A', lastName: 'B' });
      expect(said(read(`0 @I1@ INDI\n1 NAME ${name}`))).toEqual([['name_part', 'I1', 'NAME']]);
    }
  });

  test('in version 7 only an at sign at the beginning is doubled', () => {
    expect(person('1 NAME a@@b /c/\n2 GIVN a@@b', '7.0').firstName).toBe('a@@b');
    expect(person('1 NAME @@a@@b /c/', '7.0').firstName).toBe('@a@@b');
    expect(person('1 NAME @@a@@b /c/', '5.5.1').firstName).toBe('@a@b');
  });
});

test.each([
  ['M', 'male', []],
  ['F', 'female', []],
  ['f', 'female', []],
  ['U', null, []],
  ['', null, []],
  ['X', null, [['other_sex', 'I1', 'SEX']]],
  ['N', null, [['other_sex', 'I1', 'SEX']]],
])('the sex %j is %s', (sex, expected, leftOut) => {
  const plan = read(`0 @I1@ INDI\n1 NAME A /B/\n1 SEX ${sex}`, '7.0');
  expect(plan.persons[0]!.sex).toBe(expected);
  expect(said(plan)).toEqual(leftOut);
});

describe('nationality and domicile', () => {
  test.each([
    ...[
      ['BE', 'BE'],
      ['be', 'BE'],
      ['Belgium', 'BE'],
      ['Belgique', 'BE'],
      ['België', 'BE'],
      ['BELGIE', 'BE'],
      ['Belgien', 'BE'],
    ],
    ...[
      ['France', 'FR'],
      ['Pays-Bas', 'NL'],
      ['Nederland', 'NL'],
      ['U.S.A.', 'US'],
      ['England', 'GB'],
      ['Côte d’Ivoire', 'CI'],
    ],
  ])('%s is %s', (text, code) => expect(countryOf(text!)).toBe(code));

  test.each(['', 'Prussia', 'XX', 'EU', 'Belgian', 'AN', '123'])('%j is no country', (text) =>
    expect(countryOf(text)).toBeNull(),
  );

  test.each<[home: string, country: string | null, region: string | null]>([
    ['2 ADDR\n3 STAE Flanders\n3 CTRY BE', 'BE', 'flanders'],
    ['2 ADDR\n3 STAE Région wallonne\n3 CTRY Belgique', 'BE', 'wallonia'],
    ['2 ADDR\n3 STAE Brussel\n3 CTRY België', 'BE', 'brussels'],
    ['2 ADDR\n3 STAE Oost-Vlaanderen\n3 CTRY België', 'BE', 'flanders'],
    ['2 ADDR\n3 STAE Luik\n3 CTRY België', 'BE', null],
    ['2 ADDR\n3 POST 0999\n3 CTRY BE', 'BE', null],
    ['2 ADDR\n3 POST 1000\n3 STAE Utah\n3 CTRY USA', 'US', null],
    ['2 ADDR Rue Haute', null, null],
    ['2 PLAC Brussels, Belgium', null, null],
  ])('%j is %s, %s', (home, country, region) => {
    expect(person(`1 RESI\n${home}`)).toMatchObject({ country, region });
  });

  test.each([
    ['brussels', ['1000', '1299', 'B-1050', 'B1000']],
    ['wallonia', ['1300', '1499', '4000', '7999']],
    ['flanders', ['1500', '3999', '8000', '9999']],
  ])('the postal codes of %s', (region, codes) => {
    for (const code of codes) {
      expect(person(`1 RESI\n2 ADDR Rue\n3 POST ${code}\n3 CTRY BE`)).toMatchObject({
        country: 'BE',
        region,
      });
    }
  });

  test('of several residences the one without a date counts, or the latest', () => {
    const home = (country: string, date = '') =>
      `1 RESI\n${date && `2 DATE ${date}\n`}2 ADDR\n3 CTRY ${country}\n`;
    expect(person(home('FR', '1990') + home('BE', 'FROM 2001') + home('NL', '1995')).country).toBe('BE');
    expect(person(home('FR', '1990') + home('NL') + home('BE')).country).toBe('NL');
    expect(person('1 ADDR Rue Haute\n2 CTRY Belgium').country).toBe('BE');
  });

  test('a country that isn’t known is said', () => {
    const plan = read('0 @I1@ INDI\n1 NAME A /B/\n1 NATI Martian\n1 RESI\n2 ADDR\n3 CTRY Prussia');
    expect(plan.persons[0]).toMatchObject({ nationality: null, country: null, region: null });
    expect(said(plan)).toEqual([
      ['unknown_country', 'I1', 'NATI'],
      ['unknown_country', 'I1', 'CTRY'],
    ]);
  });
});

test('of what there is no place for, it is said how much there is, by tag', () => {
  const plan = read(`
    0 @I1@ INDI
    1 NAME A /B/
    2 SOUR @S1@
    1 OCCU Notary
    2 PLAC Namur
    1 NOTE one
    2 CONT two
    1 BIRT
    2 PLAC Namur
    2 NOTE three
    0 @S1@ SOUR
    1 TITL A book`);
  expect(plan.leftOut.map(({ code, tag, count }) => [code, tag, count])).toEqual([
    ['no_place', 'NOTE', 2],
    ['no_place', 'SOUR', 2],
    ['no_place', 'OCCU', 1],
    ['no_place', 'PLAC', 1],
  ]);
});

test('a note that a program broke without saying so is left out like every note, and that is said', () => {
  const plan = read('0 @I1@ INDI\n1 NAME A /B/\n1 NOTE one\ntwo\n\nthree\n1 SEX F');
  expect(plan.persons[0]).toMatchObject({ lastName: 'B', sex: 'female' });
  expect(plan.leftOut[0]).toEqual({ code: 'broken_note', xref: null, line: 8, tag: 'NOTE', count: 2 });
});

test('records without a cross-reference, or with a strange one, are named by their line', () => {
  const { persons } = read('0 INDI\n0 @a b@ INDI\n0 @I-3_x@ INDI');
  expect(persons.map(({ xref }) => xref)).toEqual(['line 5', 'line 6', 'I-3_x']);
});
