import { isUtf8 } from 'node:buffer';
import { decodeAnsel, decodeCp850 } from 'read-gedcom/dist/cjs/parse/decoding/index.js';

/** A file's text, and whether each of its bytes could be read: what couldn't is U+FFFD. */
export type Decoded = { text: string; isWhole: boolean };

/** Reads the text of a GEDCOM file in the encoding that its byte order mark, or its own `CHAR` line, names. */
export function decode(bytes: Buffer): Decoded {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return utf8(bytes.subarray(3));
  if (startsWith(bytes, 0xff, 0xfe)) return utf16(bytes.subarray(2));
  if (startsWith(bytes, 0xfe, 0xff)) return utf16(swapped(bytes.subarray(2)));
  if (startsWith(bytes, 0x30, 0)) return utf16(bytes);
  if (startsWith(bytes, 0, 0x30)) return utf16(swapped(bytes));
  const head = bytes.toString('latin1', 0, 20_000);
  const named = /[\r\n][ \t]*1 +CHAR(?:ACTER)? +([^\r\n]*)/i.exec(head)?.[1]?.trim().toUpperCase();
  switch (named) {
    case 'ANSEL':
      return ansel(bytes);
    case 'ANSI':
    case 'WINDOWS':
    case 'IBM WINDOWS':
    case 'CP1252':
    case 'WINDOWS-1252':
      return windows1252(bytes);
    case 'MACINTOSH':
      return singleByte(bytes, 'macintosh');
    case 'IBMPC':
    case 'IBM DOS':
    case 'MSDOS':
    case 'CP850':
      return mapped(bytes, cp850());
    case 'UTF-8':
    case 'UTF8':
      return utf8(bytes);
    default:
      // Nothing, `ASCII`, or a name of its own: many programs write it above either of these two.
      return isUtf8(bytes) ? utf8(bytes) : windows1252(bytes);
  }
}

const startsWith = (bytes: Buffer, ...start: number[]) => start.every((byte, i) => bytes[i] === byte);

const utf8 = (bytes: Buffer): Decoded => ({ text: bytes.toString('utf8'), isWhole: isUtf8(bytes) });

function utf16(bytes: Buffer): Decoded {
  const text = bytes.toString('utf16le');
  return { text: text.toWellFormed(), isWhole: text.isWellFormed() && bytes.length % 2 === 0 };
}

const swapped = (bytes: Buffer) => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();

const wholeIfKnown = (text: string): Decoded => ({ text, isWhole: !text.includes('\ufffd') });
const singleByte = (bytes: Buffer, encoding: string) => wholeIfKnown(new TextDecoder(encoding).decode(bytes));
const windows1252 = (bytes: Buffer) => singleByte(bytes, 'windows-1252');

/** The character of each byte as the library has it, by code. */
const tableOf = (decodeFile: (file: ArrayBuffer) => string) =>
  Uint16Array.from({ length: 256 }, (_, byte) => decodeFile(Uint8Array.of(byte).buffer).charCodeAt(0));
const cp850 = () => tableOf(decodeCp850);

function mapped(bytes: Buffer, table: Uint16Array): Decoded {
  const codes = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) codes[i] = table[bytes[i]!]!;
  return wholeIfKnown(Buffer.from(codes.buffer).toString('utf16le'));
}

/** In ANSEL (ISO 5426, ANSI Z39.47) the marks of a letter come before it; in Unicode they come after it. */
function ansel(bytes: Buffer): Decoded {
  const table = tableOf(decodeAnsel);
  const codes = new Uint16Array(bytes.length);
  const marks: number[] = [];
  let hasMarks = false;
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte >= 0xe0) {
      marks.push(table[byte]!);
      hasMarks = true;
      continue;
    }
    // A mark at the end of a line belongs to no letter.
    if (byte < 0x20) marks.length = 0;
    codes[length++] = table[byte]!;
    while (marks.length > 0) codes[length++] = marks.shift()!;
  }
  const text = Buffer.from(codes.buffer, 0, length * 2).toString('utf16le');
  return wholeIfKnown(hasMarks ? text.normalize('NFC') : text);
}
