import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gedcomType } from '../../../src/api/gedcom/schema.ts';
import { expectRefused } from '../../support/access.ts';
import { heldToContract } from '../../support/contract.ts';
import { gedcom, gedcomPath, importFile, persons, preview, wrongLines } from '../../support/gedcom.ts';
import { type Dossier, dossier, firm, member } from '../../support/people.ts';
import { createWorld } from '../../support/world.ts';

let world: ReturnType<typeof heldToContract>;
let manager: Awaited<ReturnType<typeof member>>;
let where: Dossier;

beforeAll(async () => {
  world = heldToContract(await createWorld());
  manager = await member(world, await firm(world));
  where = await dossier(manager);
});
afterAll(async () => {
  await world.close();
  expect(world.breaches).toEqual([]);
});

/** Bytes of a picture and of noise, the same in every run. */
const noise = Buffer.from(Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 256));
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('\0\x10JFIF\0'), noise]);
const zip = Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\x08\0', 'latin1'), deflateRawSync(noise)]);

test.each<[name: string, file: string | Buffer, errors: [string, string][]]>([
  ['an empty file', '', [['line 1', 'empty']]],
  ['blanks', ' \n\n\t', [['line 1', 'not_gedcom']]],
  ['a picture', jpeg, [['line 1', 'not_gedcom']]],
  ['noise', noise, [['line 1', 'not_gedcom']]],
  ['a PDF', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', [['line 1', 'not_gedcom']]],
  ['a page', '<!DOCTYPE html>\n<html><body>0 HEAD</body></html>', [['line 1', 'not_gedcom']]],
  ['a table', 'first name;last name\nJeanne;Dupont\n', [['line 1', 'not_gedcom']]],
  ['JSON', '{"persons": []}', [['line 1', 'not_gedcom']]],
  ['an archive', zip, [['line 1', 'zipped']]],
  ['no head', '0 @I1@ INDI\n1 NAME Jeanne /Dupont/\n0 TRLR', [['line 1', 'not_gedcom']]],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x30, 0, 0, 0, 0x20, 0, 0, 0]), [['line 1', 'not_gedcom']]],
  [
    'a file that was cut',
    gedcom('0 @I1@ INDI\n1 NAME Je').split('\n').slice(0, -2).join('\n'),
    [['line 7', 'truncated']],
  ],
  ['a head alone', '0 HEAD\n', [['line 2', 'truncated']]],
  ['a table in the middle', gedcom('0 @I1@ INDI\nJeanne;Dupont\n1 SEX F'), [['line 6', 'not_a_line']]],
  ['two files in one', gedcom('') + gedcom(''), [['line 7', 'after_end']]],
  ['an xref without its end', gedcom('0 @I1 INDI\n1 NAME A /B/'), [['line 5', 'not_a_line']]],
  [
    'an xref twice',
    gedcom('0 @I1@ INDI\n0 @I1@ FAM\n0 @I1@ NOTE'),
    [
      ['line 6', 'duplicate_xref'],
      ['line 7', 'duplicate_xref'],
    ],
  ],
  ['a level that jumps', gedcom('0 @I1@ INDI\n1 BIRT\n3 DATE 1 JAN 2000'), [['line 7', 'level_jump']]],
  ['a part of nothing', '0 HEAD\n2 VERS 7.0\n0 TRLR', [['line 2', 'level_jump']]],
  [
    'deep nesting',
    gedcom(Array.from({ length: 120 }, (_, i) => `${i} NOTE`).join('\n')),
    Array.from({ length: 20 }, (_, i) => [`line ${105 + i}`, 'too_deep']),
  ],
  [
    'pointers to nobody',
    gedcom('0 @I1@ INDI\n1 FAMC @F9@\n1 FAMS @F1@\n0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I8@\n1 CHIL @I9@'),
    [
      ['line 10', 'dangling_pointer'],
      ['line 11', 'dangling_pointer'],
      ['line 6', 'dangling_pointer'],
    ],
  ],
  [
    'pointers to what is no person or family',
    gedcom('0 @I1@ INDI\n1 FAMC @N1@\n0 @F1@ FAM\n1 HUSB @F1@\n1 WIFE I1\n0 @N1@ NOTE x'),
    [
      ['line 8', 'wrong_record'],
      ['line 9', 'not_a_pointer'],
      ['line 6', 'wrong_record'],
    ],
  ],
  [
    'a name that is too long',
    gedcom(`0 @I1@ INDI\n1 NAME Jeanne /${'x'.repeat(101)}/`),
    [['line 6', 'name_too_long']],
  ],
  [
    'another encoding than it says',
    Buffer.from(gedcom('0 @I1@ INDI\n1 NAME Zo\xe9 /Dupont/\n0 @I2@ INDI\n1 NAME Max /M\xfcller/'), 'latin1'),
    [
      ['line 6', 'not_decodable'],
      ['line 8', 'not_decodable'],
    ],
  ],
  [
    'garbage without end',
    gedcom(`0 @I1@ INDI\n${'garbage\n'.repeat(150_000)}`),
    Array.from({ length: 100 }, (_, i) => [`line ${6 + i}`, 'not_a_line']),
  ],
])('%s is refused, line by line, and nothing is saved', async (_name, file, errors) => {
  for (const call of [preview, importFile]) {
    const answer = await expectRefused(world, () => call(manager, where, file), 422, 'bad_file');
    expect(wrongLines(answer)).toEqual(errors);
  }
});

test.each<[name: string, file: string, errors: [line: string, code: string, xrefs: string][]]>([
  [
    'somebody who is his own ancestor',
    gedcom(`
      0 @I1@ INDI
      0 @I2@ INDI
      0 @F1@ FAM
      1 HUSB @I1@
      1 CHIL @I2@
      0 @F2@ FAM
      1 HUSB @I2@
      1 CHIL @I1@`),
    [['line 6', 'own_ancestor', 'I2']],
  ],
  [
    'his own child',
    gedcom('0 @I1@ INDI\n0 @F1@ FAM\n1 HUSB @I1@\n1 CHIL @I1@'),
    [['line 5', 'own_ancestor', 'I1']],
  ],
  [
    'a child before its mother',
    gedcom(`
      0 @mother@ INDI
      1 BIRT
      2 DATE 1 JAN 1950
      0 @child@ INDI
      1 BIRT
      2 DATE 31 DEC 1949
      0 @F1@ FAM
      1 WIFE @mother@
      1 CHIL @child@`),
    [['line 8', 'born_before_parent', 'child, mother']],
  ],
  [
    'three parents by birth',
    gedcom(`
      0 @A@ INDI
      0 @B@ INDI
      0 @C@ INDI
      0 @D@ INDI
      0 @F1@ FAM
      1 HUSB @A@
      1 WIFE @B@
      1 CHIL @D@
      0 @F2@ FAM
      1 HUSB @A@
      1 WIFE @C@
      1 CHIL @D@`),
    [['line 8', 'third_birth_parent', 'D']],
  ],
  [
    'two marriages at a time',
    gedcom(`
      0 @A@ INDI
      0 @B@ INDI
      0 @C@ INDI
      0 @F1@ FAM
      1 HUSB @A@
      1 WIFE @B@
      1 MARR
      2 DATE 1 JAN 1990
      1 DIV
      2 DATE 1 JAN 2000
      0 @F2@ FAM
      1 HUSB @A@
      1 WIFE @C@
      1 MARR
      2 DATE 31 DEC 1999`),
    [['line 5', 'overlapping_marriages', 'A']],
  ],
  [
    'a wedding after death, a death before birth, an end before the start',
    gedcom(`
      0 @A@ INDI
      1 DEAT
      2 DATE 1 JAN 1980
      0 @B@ INDI
      1 BIRT
      2 DATE 1 JAN 1950
      1 DEAT
      2 DATE 1 JAN 1949
      0 @C@ INDI
      0 @F1@ FAM
      1 HUSB @A@
      1 WIFE @C@
      1 MARR
      2 DATE 1 JAN 1990
      1 DIV
      2 DATE 1 JAN 1989`),
    [
      ['line 8', 'before_birth', 'B'],
      ['line 5', 'before_start', 'A, C'],
      ['line 5', 'union_outside_life', 'A'],
    ],
  ],
])('%s: the family is impossible, and the cross-references are named', async (_name, file, errors) => {
  for (const call of [preview, importFile]) {
    const answer = await expectRefused(world, () => call(manager, where, file), 422, 'impossible_tree');
    const found = answer.body.errors.map(({ field, code, message }: Record<string, string>) => [
      field,
      code,
      message!.split(': ')[1],
    ]);
    for (const [line, code, xrefs] of errors)
      expect(found).toContainEqual([line, code, expect.stringContaining(xrefs)]);
  }
});

test('what is refused is told without a word of the file', async () => {
  const file = gedcom(
    '0 @I1@ INDI\n1 NAME Secret /Dupont/\nSecret line\n0 @Secret Person@ INDI\n0 @Secret Person@ INDI\n1 FAMC @Secret@',
  );
  const answer = await preview(manager, where, file);
  expect(answer.body.errors).toHaveLength(2);
  expect(JSON.stringify(answer.body)).not.toMatch(/secret|dupont/i);
  const impossible = gedcom(
    '0 @Secret Person@ INDI\n1 NAME Secret /Dupont/\n0 @F1@ FAM\n1 HUSB @Secret Person@\n1 CHIL @Secret Person@',
  );
  const refused = await preview(manager, where, impossible);
  expect(refused).toMatchObject({ status: 422, body: { code: 'impossible_tree' } });
  expect(JSON.stringify(refused.body)).not.toMatch(/secret|dupont/i);
});

test('100,000 persons are too many, and one line of 10 MB is no person', async () => {
  await expectRefused(world, () => importFile(manager, where, persons(100_000)), 409, 'too_many');
  const long = gedcom(`0 @I1@ INDI\n1 NOTE ${'x'.repeat(9_900_000)}`);
  expect(await preview(manager, where, long)).toMatchObject({
    status: 200,
    body: { counts: { persons: 1 } },
  });
  const name = gedcom(`0 @I1@ INDI\n1 NAME ${'x'.repeat(9_900_000)}`);
  const refused = await expectRefused(world, () => importFile(manager, where, name), 422, 'bad_file');
  expect(wrongLines(refused)).toEqual([['line 6', 'name_too_long']]);
  const brackets = gedcom(`0 @I1@ INDI\n${'1 NAME A /B/\n2 GIVN A\n'.repeat(300_000)}`);
  expect((await preview(manager, where, brackets)).body.leftOut).toContainEqual({
    code: 'no_place',
    xref: null,
    line: null,
    tag: 'NAME',
    count: 299_999,
  });
});

test.each([
  ['dates', '1 BIRT\n2 DATE INT 1 JAN 1900 ', '('],
  ['names', '1 NAME ', ' '],
  ['names with slashes', '1 NAME ', '/ '],
  ['types', '1 ADOP\n0 @F1@ FAM\n1 HUSB @I1@\n1 EVEN\n2 TYPE ', 'wettelijk'],
  ['countries', '1 NATI ', 'e\u0301'],
  ['addresses', '1 RESI\n2 ADDR\n3 CTRY BE\n3 STAE ', 'wall'],
  ['heads', '0 @N@ NOTE ', '\t'],
])('%s of megabytes are read in time', async (_name, before, repeated) => {
  const file = gedcom(`0 @I1@ INDI\n${before}${repeated.repeat(4_000_000 / repeated.length)}x`);
  expect((await preview(manager, where, file)).status).toBeOneOf([200, 422]);
});

test('10 MB are taken, one byte more is too large, and another type is refused', async () => {
  const exactly = (size: number) => {
    const file = gedcom('0 @I1@ INDI\n1 NAME Jeanne /Dupont/\n1 NOTE x');
    return file.replace('NOTE x', `NOTE ${'x'.repeat(size - file.length + 1)}`);
  };
  expect(exactly(10_000_000)).toHaveLength(10_000_000);
  expect((await preview(manager, where, exactly(10_000_000))).status).toBe(200);
  for (const call of [preview, importFile]) {
    await expectRefused(world, () => call(manager, where, exactly(10_000_001)), 413, 'file_too_large');
  }
  for (const type of [
    'text/plain',
    'application/json',
    'application/octet-stream',
    'text/vnd.familysearch.gedcomx',
  ]) {
    const path = gedcomPath(where);
    const file = gedcom('0 @I1@ INDI');
    await expectRefused(world, () => manager.client.upload(path, type, file), 415, 'wrong_file_type');
  }
  const typed = await manager.client.upload(
    `${gedcomPath(where)}/preview`,
    `${gedcomType}; charset=utf-8`,
    gedcom(''),
  );
  expect(typed.status).toBe(200);
});

test('while a large file is read, the API answers others', async () => {
  const events = '1 EVEN\n2 DATE 1 JAN 1900\n'.repeat(390_000);
  let isRead = false;
  const read = preview(manager, where, gedcom(`0 @I1@ INDI\n1 NAME A /B/\n${events}`)).finally(() => {
    isRead = true;
  });
  let answered = 0;
  while (!isRead) {
    expect((await world.client().get('/api/health/live')).status).toBe(200);
    answered++;
  }
  expect((await read).status).toBe(200);
  expect(answered).toBeGreaterThan(10);
});
