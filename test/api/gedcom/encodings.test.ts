import { describe, expect, test } from 'vitest';
import { planOf } from '../../../src/api/gedcom/plan.ts';

const fileOf = (char: string, name: string) =>
  `0 HEAD\n1 SOUR TEST\n1 GEDC\n2 VERS 5.5.1\n1 CHAR ${char}\n0 @I1@ INDI\n1 NAME ${name}\n0 TRLR\n`;
const nameIn = (bytes: Buffer) => {
  const { firstName, lastName } = planOf(bytes, 2026).persons[0]!;
  return `${firstName} ${lastName}`;
};
/** The file with other bytes in place of the name. */
const withName = (char: string, ...name: (string | number)[]) => {
  const [before, after] = fileOf(char, '\u0000').split('\u0000');
  const bytes = name.map((part) =>
    typeof part === 'number' ? Buffer.of(part) : Buffer.from(part, 'latin1'),
  );
  return Buffer.concat([Buffer.from(before!), ...bytes, Buffer.from(after!)]);
};

const everyScript = 'Zoé 🌷 /李 בן Żółć/';
const read = 'Zoé 🌷 李 בן Żółć';

test.each<[name: string, file: Buffer]>([
  ['UTF-8', Buffer.from(fileOf('UTF-8', everyScript))],
  ['UTF-8 with its mark, whatever it says', Buffer.from(`\ufeff${fileOf('ANSEL', everyScript)}`)],
  ['UTF-8 that calls itself UTF8', Buffer.from(fileOf('UTF8', everyScript))],
  ['UTF-8 that calls itself ASCII', Buffer.from(fileOf('ASCII', everyScript))],
  ['UTF-8 that calls itself nothing', Buffer.from(fileOf('', everyScript).replace('1 CHAR \n', ''))],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${fileOf('UNICODE', everyScript)}`, 'utf16le')],
  ['UTF-16 without its mark', Buffer.from(fileOf('UNICODE', everyScript), 'utf16le')],
  [
    'UTF-16, high byte first, with its mark',
    Buffer.from(`\ufeff${fileOf('UNICODE', everyScript)}`, 'utf16le').swap16(),
  ],
  [
    'UTF-16, high byte first, without its mark',
    Buffer.from(fileOf('UNICODE', everyScript), 'utf16le').swap16(),
  ],
])('%s', (_name, file) => {
  expect(nameIn(file)).toBe(read);
});

test.each<[char: string, bytes: (string | number)[], name: string]>([
  ['ANSI', ['Zo', 0xe9, ' /M', 0xfc, 'ller', 0x80, '/'], 'Zoé Müller€'],
  ['WINDOWS', ['Zo', 0xe9, ' /X/'], 'Zoé X'],
  ['ASCII', ['Zo', 0xe9, ' /X/'], 'Zoé X'],
  ['MACINTOSH', ['Zo', 0x8e, ' /M', 0x9f, 'ller/'], 'Zoé Müller'],
  ['IBMPC', ['Zo', 0x82, ' /M', 0x81, 'ller/'], 'Zoé Müller'],
  ['ANSEL', ['Zo', 0xe2, 'e /M', 0xe8, 'uller/'], 'Zoé Müller'],
  // Polish, with letters of their own and marks; Vietnamese, with two marks on a letter.
  ['ANSEL', [0xa1, 'ukasz /', 0xe7, 'Z', 0xe2, 'o', 0xb1, 0xe2, 'c/'], 'Łukasz Żółć'],
  ['ANSEL', ['Vi', 0xf2, 0xe3, 'et /X/'], 'Việt X'],
  // A mark at the end of a line has no letter.
  ['ANSEL', ['Zoe /X/', 0xe2], 'Zoe X'],
])('%s %j', (char, bytes, name) => {
  expect(nameIn(withName(char, ...bytes))).toBe(name.normalize('NFC'));
});

test('a character that the file’s encoding doesn’t have is an error in a name, and nothing elsewhere', () => {
  for (const [char, byte] of [
    ['UTF-8', 0xe9],
    ['ANSEL', 0xff],
  ] as const) {
    expect(() => nameIn(withName(char, 'Zo', byte, ' /X/'))).toThrow('bad_file');
    expect(nameIn(withName(char, 'Zoe /X/\n1 NOTE Zo', byte))).toBe('Zoe X');
  }
  expect(nameIn(Buffer.from(fileOf('UTF-8', 'Zo\ufffd /X/')))).toBe('Zo\ufffd X');
});

describe('lines', () => {
  const file = fileOf('UTF-8', 'Zoé /X/');

  test.each<[name: string, file: string]>([
    ['of Windows', file.replaceAll('\n', '\r\n')],
    ['of old Macs', file.replaceAll('\n', '\r')],
    ['without the last end', file.trimEnd()],
    ['with the end of DOS', `${file}\u001a\u001a`],
    ['with blanks around', `\n  ${file}\n\n \t`],
    ['with empty ones between', file.replaceAll('\n', '\n\n')],
    ['indented', file.replace(/^1/gm, '  1').replace(/^2/gm, '\t2')],
    ['with blanks at their end', file.replaceAll('\n', ' \n')],
    ['with several blanks between', file.replaceAll(/^(\d) /gm, '$1   ')],
  ])('%s', (_name, text) => {
    expect(nameIn(Buffer.from(text))).toBe('Zoé X');
  });

  test('their numbers are those that an editor shows, whatever ends them', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['0 HEAD', '', '1 SOUR x', '0 @I1@ INDI', ' ', '1 FAMC @F1@', '0 TRLR'].join(end);
      expect(() => planOf(Buffer.from(text), 2026)).toThrow(
        expect.objectContaining({ errors: [expect.objectContaining({ field: 'line 6' })] }),
      );
    }
  });
});
