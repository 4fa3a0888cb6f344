import { Problem } from '../problem.ts';
import { decode } from './decode.ts';
import { FileErrors } from './file-errors.ts';
import { type Line, linesOf } from './lines.ts';
import { Structure } from './structure.ts';

/** A GEDCOM file: its records of persons and of families in its own order. */
export type GedcomFile = {
  persons: Structure[];
  families: Structure[];
  /** Every record that has a cross-reference; null for one that nothing is read from. */
  records: Map<string, Structure | null>;
  /** How many records and lines there are that nothing is read from, by tag. */
  unread: Map<string, number>;
  /** Lines of a note that the program which wrote the file broke without saying so. */
  brokenLines: number[];
  /** Whether each byte of it could be read as text. */
  isWhole: boolean;
};

/** The lines of a record that something is read from; of other records there is nothing to read. */
const readTags: Record<string, ReadonlySet<string>> = {
  HEAD: new Set(['GEDC']),
  INDI: new Set('NAME SEX BIRT CHR BAPM DEAT BURI CREM NATI RESI ADDR ADOP FAMC FAMS _LANG'.split(' ')),
  FAM: new Set('HUSB WIFE CHIL MARR DIV ANUL EVEN FACT'.split(' ')),
};
/** Records about the file itself. */
const aboutFile = ['HEAD', 'SUBM', 'TRLR'];
const notes = ['NOTE', 'SNOTE', 'TEXT'];

/**
 * Reads a file of GEDCOM 5.5, 5.5.1, 5.5.5 or 7, as the specifications have it and as programs write it.
 * @param mostPersons how many persons it may have
 * @throws Problem `bad_file` with the lines that are wrong, or `too_many`
 */
export function readStructures(bytes: Buffer, mostPersons: number): GedcomFile {
  const errors = new FileErrors();
  const { text, isWhole } = textOf(bytes, errors);
  const file = new FileInMaking(isWhole, errors);
  for (const line of linesOf(text)) {
    if (line.tag === null) file.addBroken(line);
    else file.add(line, line.tag);
    if (errors.areMany) break;
    if (file.persons.length > mostPersons) throw new Problem('too_many');
  }
  if (!errors.areMany) file.end();
  errors.throwIfAny();
  return file;
}

/** A file, line by line. */
class FileInMaking implements GedcomFile {
  readonly persons: Structure[] = [];
  readonly families: Structure[] = [];
  readonly records = new Map<string, Structure | null>();
  readonly unread = new Map<string, number>();
  readonly brokenLines: number[] = [];
  readonly isWhole: boolean;
  private readonly errors: FileErrors;
  /** What the next line may be a part of, by level; null where nothing is read. */
  private readonly path: (Structure | null)[] = [];
  private readonly tags: string[] = [];
  private isVersion7 = false;
  private lastNumber = 0;
  private hasEnded = false;

  constructor(isWhole: boolean, errors: FileErrors) {
    this.isWhole = isWhole;
    this.errors = errors;
  }

  add(line: Line, tag: string): void {
    const { number, level, xref } = line;
    if (this.hasEnded) this.errors.add(number, 'after_end');
    if (level > 99) this.errors.add(number, 'too_deep');
    else if (level > this.path.length) this.errors.add(number, 'level_jump');
    this.path.length = Math.min(this.path.length, level);
    const owner = this.path.at(-1) ?? null;
    const isRead = level === 0 ? tag in readTags : owner && (level > 1 || readTags[owner.tag]?.has(tag));
    const structure = isRead ? structureOf(line, tag, this.isVersion7) : null;
    this.path.push(structure);
    this.tags.length = this.path.length - 1;
    this.tags.push(tag);
    if (structure) owner?.parts.push(structure);
    else if ((level === 0 || owner) && !aboutFile.includes(owner?.tag ?? tag)) count(this.unread, tag);
    if (level === 0) this.addRecord(number, tag, xref, structure);
    if (owner?.tag === 'GEDC' && tag === 'VERS') this.isVersion7 = line.value.trim().startsWith('7');
    this.lastNumber = number;
  }

  private addRecord(number: number, tag: string, xref: string | null, record: Structure | null) {
    if (xref !== null && this.records.has(xref)) this.errors.add(number, 'duplicate_xref');
    if (xref !== null) this.records.set(xref, record);
    if (tag === 'INDI') this.persons.push(record!);
    if (tag === 'FAM') this.families.push(record!);
    this.hasEnded = tag === 'TRLR';
  }

  /** What is no line of GEDCOM: an error, but in a note, where it doesn't look like one either. */
  addBroken({ number, value }: Line): void {
    const isOfNote = this.tags.some((tag) => notes.includes(tag)) && !/^[ \t]*\d{1,3}[ \t]/.test(value);
    if (!isOfNote) this.errors.add(number, 'not_a_line');
    else this.brokenLines.push(number);
    this.lastNumber = number;
  }

  end(): void {
    if (!this.hasEnded) this.errors.add(this.lastNumber + 1, 'truncated');
  }
}

/** The text of a file that looks like GEDCOM. @throws Problem `bad_file` */
function textOf(bytes: Buffer, errors: FileErrors) {
  const isZip = bytes.toString('latin1', 0, 4) === 'PK\x03\x04';
  if (bytes.length === 0) errors.add(1, 'empty');
  else if (isZip) errors.add(1, 'zipped');
  errors.throwIfAny();
  const decoded = decode(bytes);
  if (!/^\s*0[ \t]+HEAD\s/.test(decoded.text.slice(0, 1000))) errors.add(1, 'not_gedcom');
  errors.throwIfAny();
  return { ...decoded, text: withoutEndMark(decoded.text) };
}

/** Under DOS a file ended with this character, perhaps many times. */
function withoutEndMark(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\u001a') end--;
  return text.slice(0, end);
}

function structureOf({ number, xref, value }: Line, tag: string, isVersion7: boolean): Structure {
  const pointer = /^@([^@#\s][^@]*)@[ \t]*$/.exec(value)?.[1] ?? null;
  return new Structure(number, tag, xref, pointer, unescaped(value, isVersion7));
}

/** An at sign is doubled: in version 7 at the beginning alone, before that everywhere. */
function unescaped(value: string, isVersion7: boolean): string {
  if (!value.includes('@@')) return value;
  return isVersion7 ? value.replace(/^@@/, '@') : value.replaceAll('@@', '@');
}

/** Counts one more of a tag. */
export const count = (counts: Map<string, number>, tag: string) =>
  counts.set(tag, (counts.get(tag) ?? 0) + 1);
