import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, textIn } from '../../../src/api/csv/cell.ts';
import { parseFile } from '../../../src/api/csv/parse-file.ts';
import { Currency } from '../../../src/api/fields.ts';
import { amountText, centsIn } from '../../../src/api/wealth/csv/amount.ts';
import { columns, shape } from '../../../src/api/wealth/csv/columns.ts';
import { csvOf } from '../../../src/api/wealth/csv/export-items.ts';
import { familyNames } from '../../../src/api/wealth/csv/family-names.ts';
import { ownersIn, ownersText } from '../../../src/api/wealth/csv/owners-cell.ts';
import { type ReadItem, readLine } from '../../../src/api/wealth/csv/read-line.ts';
import { countries } from '../../../src/domain/countries.ts';
import { minorDigits } from '../../../src/domain/currencies.ts';
import { assetKinds, debtKinds } from '../../../src/domain/words.ts';
import { inFull, owners } from '../../support/owners.ts';
import { lines, name } from '../../support/texts.ts';

/* CSV files of the inventory, without HTTP: cells, lines, and the way out and in again. */

const today = '2026-11-24';
const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const named = (...names: [string, string][]) =>
  familyNames(names.map(([firstName, lastName], n) => ({ id: id(n), firstName, lastName })));

describe('amounts', () => {
  it.each([
    ['0', 'EUR', 0],
    ['1', 'EUR', 100],
    ['1.5', 'EUR', 150],
    ['1.05', 'EUR', 105],
    ['007.10', 'EUR', 710],
    ['100000000000.00', 'EUR', 10 ** 13],
    ['12', 'JPY', 12],
    ['12', 'HUF', 1200],
    ['1.234', 'KWD', 1234],
  ])('%s %s is %d', (typed, currency, cents) => {
    expect(centsIn(typed, currency, false)).toBe(cents);
  });

  it.each([
    ['', 'EUR', 'not_an_amount'],
    ['-1', 'EUR', 'not_an_amount'],
    ['1,5', 'EUR', 'not_an_amount'],
    ['1.000,50', 'EUR', 'not_an_amount'],
    ['1 000', 'EUR', 'not_an_amount'],
    ["1'000", 'EUR', 'not_an_amount'],
    ['.5', 'EUR', 'not_an_amount'],
    ['1.', 'EUR', 'not_an_amount'],
    ['1e3', 'EUR', 'not_an_amount'],
    ['1e300', 'EUR', 'not_an_amount'],
    ['NaN', 'EUR', 'not_an_amount'],
    ['Infinity', 'EUR', 'not_an_amount'],
    ['0x10', 'EUR', 'not_an_amount'],
    ['١٢', 'EUR', 'not_an_amount'],
    ['€1', 'EUR', 'not_an_amount'],
    ['9'.repeat(400), 'EUR', 'not_an_amount'],
    ['1.005', 'EUR', 'too_many_decimals'],
    ['1.0', 'JPY', 'too_many_decimals'],
    ['1.2345', 'KWD', 'too_many_decimals'],
  ])('%s %s: %s', (typed, currency, code) => {
    expect(centsIn(typed, currency, false)).toBe(code);
  });

  it('take a decimal comma where semicolons separate', () => {
    expect(centsIn('1234,5', 'EUR', true)).toBe(123450);
    expect(centsIn('1234.5', 'EUR', true)).toBe(123450);
    expect(centsIn('1.234,50', 'EUR', true)).toBe('not_an_amount');
    expect(centsIn('1,234', 'EUR', true)).toBe('too_many_decimals');
  });

  it('come back as they were, in every currency that the API knows', () => {
    const currencies = Intl.supportedValuesOf('currency').filter((code) => Currency.safeParse(code).success);
    expect(currencies.length).toBeGreaterThan(150);
    expect(new Set(currencies.map(minorDigits))).toEqual(new Set([0, 2, 3]));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 13 }),
        fc.constantFrom(...currencies),
        (cents, currency) => {
          const typed = amountText(cents, currency);
          expect(typed).toMatch(new RegExp(`^\\d+(\\.\\d{${minorDigits(currency)}})?$`));
          expect(centsIn(typed, currency, false)).toBe(cents);
        },
      ),
    );
    expect([amountText(5, 'EUR'), amountText(0, 'KWD'), amountText(12, 'JPY')]).toEqual([
      '0.05',
      '0.000',
      '12',
    ]);
  });
});

describe('cells', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\nx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1',
    '\u00a0=1',
    '\ufeff=1',
  ])('%j is a formula', (cell) => {
    expect(textIn(cell)).toBeNull();
  });

  it.each([
    ["'=1+1", '=1+1'],
    ["''=1+1", "'=1+1"],
    ["'''-x", "''-x"],
    ["'x", "'x"],
    ["'", "'"],
    [' x ', 'x'],
    ['1-1', '1-1'],
    ['', ''],
  ])('%j is the text %j', (cell, text) => {
    expect(textIn(cell)).toBe(text);
  });

  it('the export’s own escapes are told from what was typed', () => {
    expect([cellOf('=1'), cellOf("'=1"), cellOf("''=1"), cellOf("'x"), cellOf('x')]).toEqual([
      "'=1",
      "''=1",
      "'''=1",
      "'x",
      'x',
    ]);
  });

  it.each([
    ['x;=1+1', "x;'=1+1"],
    ['x; =1;y', "x; '=1;y"],
    ['x;"=1+1"', 'x;"\'=1+1"'],
    ["x;'@a", "x;''@a"],
    ['x\n\n-1\ny', "x\n\n'-1\ny"],
    ['=1;=2\n＝3', "'=1;'=2\n'＝3"],
    ['a-1; b=2, =3', 'a-1; b=2, =3'],
  ])('%j is no formula either where semicolons separate: %j', (text, cell) => {
    expect(cellOf(text)).toBe(cell);
    expect(textIn(cell)).toBe(text);
  });
});

describe('owners', () => {
  const family = named(
    ['Jeanne', 'Dupont'],
    ['Paul', 'Martin'],
    ['Léa', 'Dupont 3'],
    ['Zoé', 'x; full y 1'],
    ['A', 'B'],
    ['a', 'b'],
  );
  const own = (personId: string | null, form: string, share: string) => ({ personId, form, share });

  it.each([
    ['full Jeanne Dupont 1', [own(id(0), 'full', '1')]],
    ['full Jeanne Dupont 1/2; full Paul Martin 1/2', [own(id(0), 'full', '1/2'), own(id(1), 'full', '1/2')]],
    [
      ' FULL  jeanne   DUPONT  1/2 ;Full Outside 1/2; ',
      [own(id(0), 'full', '1/2'), own(null, 'full', '1/2')],
    ],
    ['usufruct Léa Dupont 3 1', [own(id(2), 'usufruct', '1')]],
    ['bare Le\u0301a Dupont 3 1/3', [own(id(2), 'bare', '1/3')]],
    [`full ${id(3)} 1`, [own(id(3), 'full', '1')]],
    [`full ${id(4).toUpperCase()} 1`, [own(id(4), 'full', '1')]],
    ['nue-propriété Paul Martin one', [own(id(1), 'nue-propriété', 'one')]],
    [';;', []],
  ])('%s', (cell, read) => {
    expect(ownersIn(cell, family)).toEqual(read);
  });

  it.each([
    ['full', 'not_an_owner'],
    ['full 1/2', 'not_an_owner'],
    ['Jeanne Dupont', 'not_an_owner'],
    ['full Jeanne 1', 'not_in_family'],
    ['full Jeanne Dupont', 'not_in_family'],
    ['full Jeanne Dupont 1 full Paul Martin 1', 'not_in_family'],
    [`full ${id(99)} 1`, 'not_in_family'],
    ['full constructor prototype 1', 'not_in_family'],
    ['full A B 1', 'ambiguous_person'],
    ['full a b 1', 'ambiguous_person'],
  ])('%s: %s', (cell, code) => {
    expect(ownersIn(cell, family)).toBe(code);
  });

  it('are written by name where that tells them from all others, by id elsewhere', () => {
    const all = [0, 2, 3, 4, 5].map((n) => ({ personId: id(n), form: 'full' as const, share: '1/5' }));
    expect(ownersText([...all, { personId: null, form: 'bare', share: '1' }], family)).toBe(
      `full Jeanne Dupont 1/5; full Léa Dupont 3 1/5; full ${id(3)} 1/5; full ${id(4)} 1/5; full ${id(5)} 1/5; bare outside 1`,
    );
  });
});

describe('a file', () => {
  const header = 'kind,name,value,currency,valued_on,owners';
  const line = 'loan,x,1,EUR,2020-01-01,full outside 1';
  const errorsOf = (bytes: Buffer | string) => {
    try {
      parseFile(Buffer.from(bytes as string), shape);
    } catch (error) {
      const { code, errors } = error as { code: string; errors?: { field: string; code: string }[] };
      return [code, ...(errors ?? []).map((one) => [one.field, one.code])];
    }
    return [];
  };

  it.each<[string, Buffer | string, unknown[]]>([
    ['nothing', '', [['file', 'empty']]],
    ['a BOM', '\ufeff', [['file', 'empty']]],
    ['empty lines', '\r\n\r\n ,,\n', [['file', 'empty']]],
    ['a spreadsheet', Buffer.from('PK\x03\x04\x14\0\x06', 'latin1'), [['file', 'spreadsheet']]],
    ['an old spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex'), [['file', 'spreadsheet']]],
    ['UTF-16', Buffer.from(`\ufeff${header}`, 'utf16le'), [['file', 'not_utf8']]],
    ['Windows-1252', Buffer.from(`${header}\n${line.replace('x', 'é')}`, 'latin1'), [['file', 'not_utf8']]],
    [
      'half a character',
      Buffer.concat([Buffer.from(header), Buffer.from([0xe5, 0xae])]),
      [['file', 'not_utf8']],
    ],
    ['a surrogate in UTF-8', Buffer.from('eda080', 'hex'), [['file', 'not_utf8']]],
    ['a NUL', `${header}\n${line}\0`, [['file', 'nul_character']]],
    [
      'no column that is needed',
      'kind,name',
      ['value', 'currency', 'valued_on', 'owners'].map((one) => [`line 1: ${one}`, 'missing_column']),
    ],
    ['an unknown column', `${header},colour`, [['line 1', 'unknown_column']]],
    ['a column without a name', `${header},`, [['line 1', 'unknown_column']]],
    ['a column twice', `${header},name`, [['line 1: name', 'doubled_column']]],
    ['a column twice, in capitals', `${header}, NAME `, [['line 1: name', 'doubled_column']]],
    [
      'a quote that nothing closes',
      `${header}\n${line}\n\n"x,${line}\n${line}`,
      [['line 3', 'unbalanced_quotes']],
    ],
    ['a quote in the middle', `${header}\n${line}\nlo"an,x`, [['line 3', 'unbalanced_quotes']]],
    ['something after a quote', `${header}\n"loan"x,x`, [['line 2', 'unbalanced_quotes']]],
    ['JSON', '{"kind": "loan"}', [['line 1', 'unbalanced_quotes']]],
  ])('%s', (_name, bytes, errors) => {
    expect(errorsOf(bytes)).toEqual(['bad_file', ...errors]);
  });

  it('500 lines are read; more are too many, however many', () => {
    expect(parseFile(Buffer.from([header, ...Array(500).fill(line)].join('\n')), shape).lines).toHaveLength(
      500,
    );
    expect(errorsOf([header, ...Array(501).fill(line)].join('\n'))).toEqual(['too_many']);
    expect(errorsOf(`${header}\n${'a\n'.repeat(500_000)}`)).toEqual(['too_many']);
  });

  it('what is made to take long doesn’t', () => {
    const before = performance.now();
    for (const one of [' ', '\n', ',', ';', '"']) errorsOf('\n'.repeat(200_000) + one.repeat(200_000));
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it('tells where a line begins, with line breaks of every kind in and between cells', () => {
    const text = `\ufeff\n${header}\r\n${line}\r\n\r\n"lo\r\nan\n",b,c,d,e,f\n,,,,,\n1,2\r1,2,3,4,5,6`;
    const { lines: read, delimiter } = parseFile(Buffer.from(text), shape);
    expect(delimiter).toBe(',');
    expect(read.map(({ line: at, cells }) => [at, cells?.kind])).toEqual([
      [3, 'loan'],
      [5, 'lo\nan\n'],
      [9, undefined],
      [10, '1'],
    ]);
  });
});

describe('a line', () => {
  const family = named(['Jeanne', 'Dupont'], ['A', 'B'], ['a', 'b']);
  const good = {
    kind: 'loan',
    name: 'x',
    value: '1.5',
    currency: 'EUR',
    valued_on: '2020-01-01',
    owners: 'full Jeanne Dupont 1',
    description: '',
    country: '',
  };
  const read = (cells: Partial<typeof good>, delimiter: ',' | ';' = ',') =>
    readLine({ line: 7, cells: { ...good, ...cells } }, delimiter, family);

  it('is read as people type it', () => {
    const item = {
      kind: 'loan',
      name: 'x',
      cents: 150,
      currency: 'EUR',
      valuedOn: '2020-01-01',
      owners: [{ personId: id(0), form: 'full', share: '1' }],
      description: null,
      country: null,
    };
    expect(read({})).toEqual({ item });
    const typed = {
      kind: ' Loan',
      currency: 'eur ',
      country: 'be',
      owners: 'FULL jeanne dupont 2/2',
      value: '1,50',
    };
    expect(read(typed, ';')).toEqual({ item: { ...item, country: 'BE' } });
  });

  it.each<[Partial<typeof good>, [string, string][]]>([
    [{ kind: 'yacht' }, [['kind', 'invalid_value']]],
    [
      { kind: '', name: ' ' },
      [
        ['kind', 'required'],
        ['name', 'required'],
      ],
    ],
    [{ name: '=1+1' }, [['name', 'formula']]],
    [{ value: '-5' }, [['value', 'formula']]],
    [
      { description: '@x', country: '\tBE' },
      [
        ['description', 'formula'],
        ['country', 'formula'],
      ],
    ],
    [{ name: 'x'.repeat(101) }, [['name', 'too_big']]],
    [{ name: 'a\u0007b' }, [['name', 'invalid_format']]],
    [{ value: '1,5' }, [['value', 'not_an_amount']]],
    [{ value: '1.555' }, [['value', 'too_many_decimals']]],
    [{ value: '100000000000.01' }, [['value', 'too_big']]],
    [{ value: '999999999999999' }, [['value', 'too_big']]],
    [{ currency: 'XXY' }, [['currency', 'unknown_currency']]],
    [{ currency: '' }, [['currency', 'required']]],
    [{ valued_on: '31/12/2020' }, [['valued_on', 'invalid_format']]],
    [{ valued_on: '0001-01-01' }, [['valued_on', 'custom']]],
    [{ valued_on: '2999-12-31' }, [['valued_on', 'in_the_future']]],
    [{ owners: 'full Jeanne Dupont' }, [['owners', 'not_in_family']]],
    [{ owners: 'Jeanne' }, [['owners', 'not_an_owner']]],
    [{ owners: 'full A B 1' }, [['owners', 'ambiguous_person']]],
    [{ owners: 'whole Jeanne Dupont 1' }, [['owners', 'invalid_value']]],
    [{ owners: 'full Jeanne Dupont 0.5' }, [['owners', 'not_a_share']]],
    [{ owners: 'full Jeanne Dupont 1/2' }, [['owners', 'does_not_add_up']]],
    [{ owners: 'full Jeanne Dupont 1/2; full Jeanne Dupont 1/2' }, [['owners', 'same_owner']]],
    [{ owners: 'usufruct Jeanne Dupont 1; bare outside 1' }, [['owners', 'debt_in_full']]],
    [{ owners: 'full outside 1; '.repeat(60_000) }, [['owners', 'too_big']]],
    [{ owners: ';' }, [['owners', 'too_small']]],
    [{ country: 'XX' }, [['country', 'invalid_value']]],
    [
      {
        kind: 'x',
        name: '',
        value: 'a',
        currency: 'b',
        valued_on: 'c',
        owners: 'd',
        description: '=',
        country: 'e',
      },
      [
        ['kind', 'invalid_value'],
        ['name', 'required'],
        ['currency', 'unknown_currency'],
        ['valued_on', 'invalid_format'],
        ['owners', 'not_an_owner'],
        ['description', 'formula'],
        ['country', 'invalid_value'],
      ],
    ],
    [
      { name: '', valued_on: '2999-12-31', owners: 'full outside 1/2' },
      [
        ['name', 'required'],
        ['valued_on', 'in_the_future'],
        ['owners', 'does_not_add_up'],
      ],
    ],
  ])('%j: %j', (cells, errors) => {
    const judged = read(cells);
    const rejected = 'rejected' in judged ? judged.rejected : [];
    const order = (column: string | null) => columns.indexOf(column as (typeof columns)[number]);
    expect(
      rejected
        .toSorted((a, b) => order(a.field) - order(b.field))
        .map(({ line, field, code }) => [line, field, code]),
    ).toEqual(errors.map(([field, code]) => [7, field, code]));
  });

  it('with more or fewer cells than the header is rejected as a whole', () => {
    const judged = readLine({ line: 3, cells: null }, ',', family);
    expect(judged).toEqual({
      rejected: [{ line: 3, field: null, code: 'wrong_number_of_cells', message: expect.any(String) }],
    });
  });

  it('says what is wrong and quotes nothing', () => {
    const secret = 'Qwxyz';
    for (const column of columns) {
      for (const value of [secret, `=${secret}`, `full ${secret} ${secret} 1`, `${secret}\u0007`]) {
        const judged = read({ [column]: value });
        if ('rejected' in judged) expect(JSON.stringify(judged.rejected)).not.toMatch(/qwxyz/i);
      }
    }
  });
});

describe('out and in again', () => {
  const family = fc.array(fc.tuple(name, name), { minLength: 4, maxLength: 7 }).map((names) => {
    // The first two have one name, in small letters and in capitals: only their ids tell them apart.
    const [[first, last]] = names as [[string, string]];
    return [[first.toLowerCase(), last] as [string, string], ...names];
  });
  const file = family.chain((names) => {
    const persons = [...names.keys()].map(id);
    const fields = {
      name,
      description: fc.option(lines),
      country: fc.option(fc.constantFrom(...countries)),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      cents: fc.integer({ min: 0, max: 10 ** 13 }),
      valuedOn: fc.constantFrom('1000-01-01', '1999-12-31', '2024-02-29', today),
    };
    const item = fc.oneof(
      fc.record({ ...fields, kind: fc.constantFrom(...assetKinds), owners: owners([...persons, null]) }),
      fc.record({ ...fields, kind: fc.constantFrom(...debtKinds), owners: inFull([...persons, null]) }),
    );
    return fc.tuple(fc.constant(names), fc.array(item, { maxLength: 6 }) as fc.Arbitrary<ReadItem[]>);
  });

  it('an inventory is the same, whatever its names and texts, and nothing in the file is a formula', () => {
    fc.assert(
      fc.property(file, ([names, items]) => {
        const persons = named(...names);
        const csv = csvOf(items, persons);
        const { lines: read, delimiter } = parseFile(Buffer.from(csv), shape);
        for (const cell of read.flatMap(({ cells }) => Object.values(cells!))) {
          expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        }
        // A spreadsheet that separates by semicolons divides the file there, and at each line break.
        for (const cell of csv.slice(1).split(/[;\r\n]/)) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
        expect(read.map((line) => readLine(line, delimiter, persons))).toEqual(
          items.map((item) => ({ item })),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('also after a spreadsheet saved it with semicolons and decimal commas', () => {
    fc.assert(
      fc.property(file, ([names, items]) => {
        const persons = named(...names);
        const cells = parseFile(Buffer.from(csvOf(items, persons)), shape).lines.map(({ cells: of }) =>
          columns.map((column) => {
            const cell = column === 'value' ? of![column]!.replace('.', ',') : of![column]!;
            return `"${cell.replaceAll('"', '""')}"`;
          }),
        );
        const saved = [[...columns], ...cells].map((row) => row.join(';')).join('\r\n');
        const { lines: read, delimiter } = parseFile(Buffer.from(saved), shape);
        expect(read.map((line) => readLine(line, delimiter, persons))).toEqual(
          items.map((item) => ({ item })),
        );
      }),
    );
  });
});
