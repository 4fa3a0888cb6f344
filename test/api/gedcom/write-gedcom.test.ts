import { expect, test } from 'vitest';
import type { Tree } from '../../../src/api/gedcom/gedcom-families.ts';
import { writeGedcom } from '../../../src/api/gedcom/write-gedcom.ts';

const row = { dossierId: 'd', version: 1 };
const person = (
  id: string,
  firstName: string,
  lastName: string,
  more: object = {},
): Tree['persons'][number] => ({
  ...row,
  ...{
    id,
    firstName,
    lastName,
    birthDate: null,
    deathDate: null,
    sex: null,
    nationality: null,
    country: null,
  },
  ...{ region: null, language: null, central: null, removedAt: null },
  ...more,
});
const union = (id: string, personIds: [string, string], more: object): Tree['unions'][number] => ({
  ...row,
  ...{ id, personIds, kind: 'marriage', regime: null, start: null, end: null },
  ...more,
});
const link = (
  childId: string,
  parentId: string,
  kind: 'birth' | 'adoption' = 'birth',
): Tree['parents'][number] => ({
  ...row,
  ...{ id: `${childId} ${parentId}`, childId, parentId, kind },
});

const anna = person('a', 'Anna', 'de Ligne', {
  sex: 'female',
  birthDate: '1950-01-31',
  nationality: 'NL',
  country: 'BE',
  region: 'wallonia',
  language: 'fr',
  central: 'holder',
});
const bert = person('b', '@Bert', 'A/B', { sex: 'male', deathDate: '2011-11-11' });
const child = person('c', 'Cato', 'A/B');
const tree: Tree = {
  persons: [anna, bert, child],
  unions: [
    union('u', ['a', 'b'], { start: '1972-06-01', end: '1985-03-04', regime: 'separation_of_property' }),
    union('v', ['b', 'a'], { start: '1990-01-01', end: '2011-11-11' }),
  ],
  parents: [link('c', 'a'), link('c', 'b', 'adoption')],
};
/** The lines after the head. */
const written = (of: Tree, version: '7' | '5.5.1') =>
  writeGedcom(of, version)
    .split('\n')
    .slice(version === '7' ? 7 : 10, -2)
    .join('\n');
const lines = (text: string) => text.trim().replaceAll(/^ +/gm, '');

const annaLines = (names: string) => `
  0 @I1@ INDI
  1 NAME Anna /de Ligne/
  2 GIVN Anna
  2 SURN de Ligne
  1 SEX F
  1 BIRT
  2 DATE 31 JAN 1950
  1 NATI NL
  1 RESI
  2 ADDR Wallonia
  3 CONT Belgium
  3 STAE Wallonia
  3 CTRY BE
  1 _LANG fr
  1 FAMS @F1@
  1 FAMS @F2@
  0 @I2@ INDI
  ${names}
  1 SEX M
  1 DEAT
  2 DATE 11 NOV 2011
  1 FAMS @F1@
  1 FAMS @F2@
  0 @I3@ INDI
  1 NAME Cato /A B/
  2 GIVN Cato
  2 SURN A/B
  1 FAMC @F1@
  1 ADOP
  2 FAMC @F1@
  3 ADOP HUSB`;
const unionLines = (regime: string, relation = '') => `
  0 @F1@ FAM
  1 HUSB @I2@
  1 WIFE @I1@
  1 CHIL @I3@
  ${relation}1 MARR
  2 DATE 1 JUN 1972
  1 DIV
  2 DATE 4 MAR 1985
  1 ${regime} Separation of property
  2 TYPE Matrimonial regime
  0 @F2@ FAM
  1 HUSB @I2@
  1 WIFE @I1@
  1 MARR
  2 DATE 1 JAN 1990
  1 EVEN
  2 TYPE End of union
  2 DATE 11 NOV 2011`;

test('version 7: a stepfather who adopted, a divorce, a second wedding that death ended; no central mark', () => {
  const names = '1 NAME @@Bert /A B/\n2 GIVN @@Bert\n2 SURN A/B';
  expect(written(tree, '7')).toBe(lines(annaLines(names).trimEnd() + unionLines('FACT')));
  expect(writeGedcom(tree, '7')).not.toContain('holder');
});

test('version 5.5.1: the same, with what programs of that version say of each parent', () => {
  const names = '1 NAME @@Bert /A B/\n2 GIVN @@Bert\n2 SURN A/B';
  const relation = '2 _FREL Adopted\n2 _MREL Natural\n';
  expect(written(tree, '5.5.1')).toBe(lines(annaLines(names).trimEnd() + unionLines('EVEN', relation)));
});

test('the heads', () => {
  const empty: Tree = { persons: [], unions: [], parents: [] };
  const seven = '0 HEAD\n1 GEDC\n2 VERS 7.0\n1 SCHMA\n2 TAG _LANG urn:dossier-access:gedcom:language';
  const source = '1 SOUR DOSSIER_ACCESS\n2 NAME Dossier access';
  expect(writeGedcom(empty, '7')).toBe(`\ufeff${seven}\n${source}\n0 TRLR\n`);
  const five = '0 HEAD\n1 GEDC\n2 VERS 5.5.1\n2 FORM LINEAGE-LINKED';
  const submitter = '1 SUBM @U1@\n1 CHAR UTF-8\n0 @U1@ SUBM\n1 NAME Dossier access';
  expect(writeGedcom(empty, '5.5.1')).toBe(`\ufeff${five}\n${source}\n${submitter}\n0 TRLR\n`);
});

test('parents without a union are a family that says so; one parent alone is a family without a partner', () => {
  const family = (parents: Tree['parents']) =>
    written({ persons: [anna, bert, child], unions: [], parents }, '7').split('0 @F1@ FAM\n')[1];
  expect(family([link('c', 'a'), link('c', 'b')])).toBe(
    '1 HUSB @I2@\n1 WIFE @I1@\n1 CHIL @I3@\n1 EVEN\n2 TYPE No union',
  );
  expect(family([link('c', 'a')])).toBe('1 WIFE @I1@\n1 CHIL @I3@');
  expect(family([link('c', 'b', 'adoption')])).toBe('1 HUSB @I2@\n1 CHIL @I3@');
});

test('a couple of one sex, and of whom it isn’t known', () => {
  const couple = (a: object, b: object) =>
    written(
      {
        persons: [person('a', 'A', 'X', a), person('b', 'B', 'X', b)],
        unions: [union('u', ['a', 'b'], {})],
        parents: [],
      },
      '7',
    ).split('FAM\n')[1];
  const [woman, man] = [{ sex: 'female' }, { sex: 'male' }];
  for (const [a, b] of [
    [woman, woman],
    [man, man],
    [man, woman],
    [{}, {}],
    [{}, woman],
    [man, {}],
  ] as const) {
    expect(couple(a, b)).toBe('1 HUSB @I1@\n1 WIFE @I2@\n1 MARR Y');
  }
  for (const [a, b] of [
    [woman, man],
    [woman, {}],
  ] as const) {
    expect(couple(a, b)).toBe('1 HUSB @I2@\n1 WIFE @I1@\n1 MARR Y');
  }
});

test('version 5.5.1 breaks long lines: not beside a blank, nor within a character or a doubled at sign', () => {
  const broken = (firstName: string) =>
    written({ persons: [person('a', firstName, 'x'.repeat(100))], unions: [], parents: [] }, '5.5.1')
      .split('2 GIVN')[0]!
      .split('\n')
      .slice(1, -1);
  const at = `a${'@'.repeat(99)}`;
  expect(broken(at)).toEqual([`1 NAME a${'@@'.repeat(99)} /${'x'.repeat(39)}`, `2 CONC ${'x'.repeat(61)}/`]);
  expect(broken(`${'@'.repeat(99)}/`)).toHaveLength(2);
  const long = person('a', 'x', `a${'@'.repeat(99)}`);
  const text = written(
    { persons: [{ ...long, firstName: 'x'.repeat(100) }], unions: [], parents: [] },
    '5.5.1',
  );
  expect(text.split('\n').slice(1, 3)).toEqual([
    `1 NAME ${'x'.repeat(100)} /a${'@@'.repeat(68)}`,
    `2 CONC ${'@@'.repeat(31)}/`,
  ]);
});
