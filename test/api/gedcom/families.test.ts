import { describe, expect, test } from 'vitest';
import { type Plan, planOf } from '../../../src/api/gedcom/plan.ts';
import { gedcom } from '../../support/gedcom.ts';

const people = ['A', 'B', 'C', 'D'].map((xref) => `0 @${xref}@ INDI\n1 NAME ${xref} /X/`).join('\n');
const read = (lines: string, version?: string): Plan =>
  planOf(Buffer.from(gedcom(`${people}\n${lines}`, version)), 2026);
const said = ({ leftOut }: Plan) =>
  leftOut.filter(({ code }) => code !== 'no_place').map(({ code, xref, tag }) => [code, xref, tag]);
const links = ({ parents }: Plan) =>
  parents.map(({ childXref, parentXref, kind }) => `${childXref} ${parentXref} ${kind}`);

describe('unions', () => {
  const couple = (events: string) => read(`0 @F@ FAM\n1 HUSB @A@\n1 WIFE @B@\n${events}`);
  const of = (events: string) =>
    couple(events).unions.map(({ kind, start, end }) => [kind, start, end].filter(Boolean).join(' '));

  test.each<[events: string, unions: string[]]>([
    ['1 MARR', ['marriage']],
    ['1 MARR Y', ['marriage']],
    ['1 MARR\n2 DATE 1 JUN 1990', ['marriage 1990-06-01']],
    ['1 MARR\n2 TYPE Civil\n2 DATE 1 JUN 1990', ['marriage 1990-06-01']],
    ['1 MARR\n2 DATE 1 JUN 1990\n1 DIV\n2 DATE 2 JUN 1999', ['marriage 1990-06-01 1999-06-02']],
    ['1 DIV\n2 DATE 2 JUN 1999\n1 MARR\n2 DATE 1 JUN 1990', ['marriage 1990-06-01 1999-06-02']],
    ['1 DIV\n2 DATE 2 JUN 1999', ['marriage 1999-06-02']],
    ['1 MARR\n1 ANUL\n2 DATE 2 JUN 1999', ['marriage 1999-06-02']],
    // A civil and a religious wedding.
    ['1 MARR\n2 DATE 1 JUN 1990\n1 MARR\n2 DATE 8 JUN 1990', ['marriage 1990-06-01']],
    ['1 EVEN\n2 TYPE PACS\n2 DATE 1 JUN 2004', ['legal_cohabitation 2004-06-01']],
    ['1 EVEN\n2 TYPE Wettelijke samenwoning', ['legal_cohabitation']],
    ['1 MARR\n2 TYPE Civil union', ['legal_cohabitation']],
    ['1 EVEN\n2 TYPE Registered partnership', ['legal_cohabitation']],
    ['1 EVEN\n2 TYPE Concubinage\n2 DATE 1 JUN 2004', ['cohabitation 2004-06-01']],
    ['1 EVEN\n2 TYPE unmarried', ['cohabitation']],
    ['1 MARR\n2 TYPE Common law', ['cohabitation']],
    ['1 EVEN\n2 TYPE Cohabitation\n1 MARR\n2 DATE 1 JUN 1990', ['marriage 1990-06-01']],
    [
      '1 EVEN\n2 TYPE Cohabitation\n1 EVEN\n2 TYPE End of union\n2 DATE 3 MAR 2003',
      ['cohabitation 2003-03-03'],
    ],
    ['1 EVEN\n2 TYPE No union', []],
    ['1 EVEN\n2 TYPE No union\n1 MARR', ['marriage']],
  ])('%j', (events, unions) => {
    expect(of(events)).toEqual(unions);
    expect(said(couple(events))).toEqual([]);
  });

  test('who parted and married again has two unions, whatever stands first in the file', () => {
    const [first, second] = ['1 MARR\n2 DATE 1 APR 1911', '1 MARR\n2 DATE 4 JUL 1914'];
    const parted = '1 DIV\n2 DATE 2 MAY 1912';
    const two = ['marriage 1911-04-01 1912-05-02', 'marriage 1914-07-04'];
    for (const events of [
      [first, parted, second],
      [first, second, parted],
      [second, parted, first],
    ]) {
      expect(of(events.join('\n'))).toEqual(two);
    }
    expect(of('1 MARR\n1 DIV\n2 DATE 2 MAY 1912\n1 MARR\n2 DATE ABT 1914')).toEqual([
      'marriage 1912-05-02',
      'marriage',
    ]);
  });

  test('two of whom nothing is said are taken for a cohabitation, and that is said', () => {
    const plan = couple('');
    expect(plan.unions).toMatchObject([{ kind: 'cohabitation', start: null, end: null }]);
    expect(said(plan)).toEqual([['unknown_union', 'F', 'FAM']]);
    for (const event of ['1 ENGA\n2 DATE 1 JAN 1990', '1 MARB', '1 EVEN\n2 TYPE Census', '1 MARR N']) {
      expect(said(couple(event))).toEqual([['unknown_union', 'F', 'FAM']]);
    }
  });

  test('a union that ended on a day that isn’t known would last here: it is left out, and that is said', () => {
    for (const end of ['1 DIV', '1 DIV Y', '1 DIV\n2 DATE 1999', '1 ANUL\n2 DATE ABT 2000']) {
      const plan = couple(`1 MARR\n2 DATE 1 JUN 1990\n${end}`);
      expect(plan.unions).toEqual([]);
      expect(said(plan)).toEqual([['ended_union', 'F', end.slice(2, 6).trim()]]);
    }
    expect(of('1 MARR\n1 DIV\n1 MARR\n2 DATE 4 JUL 1914')).toEqual(['marriage 1914-07-04']);
  });

  test('a start that is no day is left out, and the union isn’t', () => {
    const plan = couple('1 MARR\n2 DATE ABT 1990');
    expect(plan.unions).toMatchObject([{ kind: 'marriage', start: null }]);
    expect(said(plan)).toEqual([['imprecise_date', 'F', 'MARR']]);
  });

  test('the two may be of one sex, and called as the file likes', () => {
    for (const roles of [
      ['HUSB', 'WIFE'],
      ['WIFE', 'HUSB'],
      ['HUSB', 'HUSB'],
      ['WIFE', 'WIFE'],
    ]) {
      const plan = read(`0 @F@ FAM\n1 ${roles[0]} @A@\n1 ${roles[1]} @B@\n1 MARR`);
      expect(plan.unions).toMatchObject([{ personXrefs: ['A', 'B'], kind: 'marriage' }]);
    }
  });

  test('one partner alone, or with nobody known, has no union; of a wedding it is said', () => {
    for (const other of ['', '1 WIFE @VOID@\n', '1 WIFE\n', '1 WIFE @A@\n']) {
      const plan = read(`0 @F@ FAM\n1 HUSB @A@\n${other}1 MARR`);
      expect(plan.unions).toEqual([]);
      expect(said(plan)).toEqual([['unknown_partner', 'F', 'MARR']]);
      expect(said(read(`0 @F@ FAM\n1 HUSB @A@\n${other}`))).toEqual([]);
    }
  });

  test('of three partners the first two count, and the third is said', () => {
    const plan = read('0 @F@ FAM\n1 HUSB @A@\n1 WIFE @B@\n1 WIFE @C@\n1 MARR');
    expect(plan.unions).toMatchObject([{ personXrefs: ['A', 'B'] }]);
    expect(said(plan)).toEqual([['third_partner', 'F', 'WIFE']]);
  });

  test('marriages of long ago, and of who is dead since no day, overlap no other', () => {
    const twice = (first: string, second: string, life = '', other = '') =>
      planOf(
        Buffer.from(
          gedcom(`0 @A@ INDI\n${life}\n0 @B@ INDI\n${other}\n0 @C@ INDI
            0 @F1@ FAM\n1 HUSB @A@\n1 WIFE @B@\n1 MARR\n${first}
            0 @F2@ FAM\n1 HUSB @A@\n1 WIFE @C@\n1 MARR\n${second}`),
        ),
        2026,
      ).unions.length;
    const [died, recently] = ['1 DEAT\n2 DATE 3 MAR 1905', '1 DEAT\n2 DATE 3 MAR 2020'];
    expect(twice('2 DATE 1 JAN 1890', '2 DATE 1 JAN 1900', died)).toBe(2);
    expect(twice('2 DATE 1 JAN 1990', '2 DATE 1 JAN 2000', recently, '1 DEAT\n2 DATE ABT 1995')).toBe(2);
    expect(twice('2 DATE 1 JAN 1890', '2 DATE 1 JAN 1900', died, '1 DEAT\n2 DATE 1 JAN 1899')).toBe(2);
    expect(() => twice('2 DATE 1 JAN 1890', '2 DATE 1 JAN 1898', died, '1 DEAT\n2 DATE 1 JAN 1899')).toThrow(
      'impossible_tree',
    );
    expect(twice('2 DATE 1 JAN 1890', '2 DATE 1 JAN 1900')).toBe(2);
    expect(twice('', '')).toBe(2);
    expect(twice('2 DATE 1 JAN 1990', '2 DATE 1 JAN 2000', '1 DEAT Y')).toBe(2);
    expect(() => twice('2 DATE 1 JAN 1990', '2 DATE 1 JAN 2000')).toThrow('impossible_tree');
    expect(() => twice('2 DATE 1 JAN 1990', '2 DATE ABT 2000')).toThrow('impossible_tree');
    expect(() => twice('', '', '1 BIRT\n2 DATE 1970')).toThrow('impossible_tree');
  });
});

describe('parents', () => {
  const family = '0 @F@ FAM\n1 HUSB @A@\n1 WIFE @B@\n1 CHIL @C@\n1 MARR';
  const child = (lines: string, ofFamily = family) =>
    planOf(
      Buffer.from(
        gedcom(
          `0 @A@ INDI\n1 NAME A /X/\n0 @B@ INDI\n1 NAME B /X/\n0 @C@ INDI\n1 NAME C /X/\n${lines}\n${ofFamily}`,
        ),
      ),
      2026,
    );
  const both = (kind: string) => [`C A ${kind}`, `C B ${kind}`];

  test.each<[lines: string, expected: string[]]>([
    ['', both('birth')],
    ['1 FAMC @F@', both('birth')],
    ['1 FAMC @F@\n2 PEDI birth', both('birth')],
    ['1 FAMC @F@\n2 PEDI BIRTH', both('birth')],
    ['1 FAMC @F@\n2 PEDI adopted', both('adoption')],
    ['1 FAMC @F@\n2 PEDI ADOPTED', both('adoption')],
    ['1 FAMC @F@\n1 ADOP Y\n2 FAMC @F@', both('adoption')],
    ['1 FAMC @F@\n1 ADOP\n2 FAMC @F@\n3 ADOP BOTH', both('adoption')],
    ['1 FAMC @F@\n1 ADOP\n2 FAMC @F@\n3 ADOP HUSB', ['C A adoption', 'C B birth']],
    ['1 FAMC @F@\n2 PEDI adopted\n1 ADOP\n2 FAMC @F@\n3 ADOP WIFE', ['C B adoption']],
    ['1 FAMC @F@\n2 _FREL birth\n2 _MREL Adopted', ['C A birth', 'C B adoption']],
  ])('%j', (lines, expected) => {
    expect(links(child(lines))).toEqual(expected);
    expect(said(child(lines))).toEqual([]);
  });

  test.each<[lines: string, expected: string[]]>([
    ['2 _FREL Natural\n2 _MREL Natural', both('birth')],
    ['2 _FREL Adopted\n2 _MREL Adopted', both('adoption')],
    ['2 _FREL Natural\n2 _MREL Adopted', ['C A birth', 'C B adoption']],
    ['2 _FREL Unknown\n2 _MREL Private', both('birth')],
  ])('under the child %j', (lines, expected) => {
    expect(links(child('1 FAMC @F@', family.replace('1 MARR', `${lines}\n1 MARR`)))).toEqual(expected);
  });

  test.each([
    '1 FAMC @F@\n2 PEDI foster',
    '1 FAMC @F@\n2 PEDI SEALING',
    '1 FAMC @F@\n2 PEDI OTHER',
    '1 FAMC @F@\n2 STAT disproven',
  ])('%j is left out, and that is said', (lines) => {
    expect(links(child(lines))).toEqual([]);
    expect(said(child(lines))).toEqual([['other_parenthood', 'C', 'FAMC']]);
  });

  test('a stepparent is left out beside the parent', () => {
    const plan = child('1 FAMC @F@', family.replace('1 MARR', '2 _FREL Natural\n2 _MREL Step\n1 MARR'));
    expect(links(plan)).toEqual(['C A birth']);
    expect(said(plan)).toEqual([['other_parenthood', 'C', 'FAMC']]);
  });

  test('adopted by nobody whom the file names: by birth, as the file has it, and that is said', () => {
    const plan = child('1 FAMC @F@\n1 ADOP\n2 DATE 1 JAN 2000');
    expect(links(plan)).toEqual(both('birth'));
    expect(said(plan)).toEqual([['unclear_adoption', 'C', 'ADOP']]);
  });

  test('it is enough that one of the two points to the other', () => {
    const alone = '0 @F@ FAM\n1 HUSB @A@\n1 WIFE @B@\n1 MARR';
    expect(links(child('1 FAMC @F@', alone))).toEqual(both('birth'));
    expect(links(child('1 ADOP\n2 FAMC @F@', alone))).toEqual(both('adoption'));
    expect(links(child('1 ADOP\n2 FAMC @F@\n3 ADOP WIFE', alone))).toEqual(['C B adoption']);
  });

  test('one parent who is known is one link, and gives no union', () => {
    const plan = read('0 @F@ FAM\n1 WIFE @B@\n1 CHIL @C@\n1 CHIL @D@\n1 CHIL @VOID@');
    expect(links(plan)).toEqual(['C B birth', 'D B birth']);
    expect(plan.unions).toEqual([]);
    expect(said(plan)).toEqual([]);
  });

  test('a parent by birth isn’t the adoptive parent too: he married, and she adopted', () => {
    const plan = read(`
      0 @E@ INDI
      1 NAME E /X/
      1 FAMC @F1@
      1 FAMC @F2@
      2 PEDI adopted
      0 @F1@ FAM
      1 HUSB @A@
      1 WIFE @B@
      1 CHIL @E@
      1 EVEN
      2 TYPE No union
      0 @F2@ FAM
      1 HUSB @A@
      1 WIFE @C@
      1 CHIL @E@
      1 MARR`);
    expect(links(plan)).toEqual(['E A birth', 'E B birth', 'E C adoption']);
  });

  test('a child that is listed twice is one child', () => {
    expect(links(read('0 @F@ FAM\n1 HUSB @A@\n1 CHIL @C@\n1 CHIL @C@'))).toEqual(['C A birth']);
  });
});
