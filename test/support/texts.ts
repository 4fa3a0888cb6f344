import fc from 'fast-check';
import { LongText, Name } from '../../src/api/fields.ts';

/* Texts for property tests: whatever the API takes, and much of what trips programs. */

const awkward = fc.constantFrom(
  ...[
    '=1+1',
    "'=1+1",
    "''=1",
    "'",
    '"',
    '""',
    ',',
    ';',
    '; full',
    'outside',
    'full',
    '1/2',
    '-',
    '+32',
    '@x',
    "'-x",
  ],
  ...[
    '＝1',
    "'＋",
    '\ufeffx',
    '\u200b',
    '\u202e',
    'é',
    'e\u0301',
    'İ',
    'ß',
    '𐍈',
    '👨‍👩‍👧',
    '家',
    'منزل',
    'N/A',
    '\u00a0x',
  ],
);
const characters = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(' ', "'", '"', ';', ',', '=', '-', 'a', '\n', '1', '/'), maxLength: 8 }),
);
const text = fc
  .array(fc.oneof(awkward, characters), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));

const taken = <T>(of: fc.Arbitrary<string>, schema: { safeParse(typed: string): { data?: T } }) =>
  of.map((typed) => schema.safeParse(typed).data).filter((valid) => valid !== undefined);

/** Names as the API keeps them. */
export const name: fc.Arbitrary<string> = taken(text, Name);
/** Texts of several lines as the API keeps them. */
export const lines: fc.Arbitrary<string> = taken(
  fc.array(text, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n')),
  LongText,
);
