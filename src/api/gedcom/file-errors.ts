import { type FieldError, Problem } from '../problem.ts';

const messages = {
  empty: 'The file is empty.',
  zipped: 'This is a ZIP archive: unpack it, and send the GEDCOM file that is in it.',
  not_gedcom: 'This is no GEDCOM file: it does not begin with 0 HEAD.',
  not_a_line: 'A line of GEDCOM has a level, a tag and perhaps a value.',
  level_jump: 'A level is at most one more than the level of the line before.',
  too_deep: 'Levels go from 0 to 99.',
  duplicate_xref: 'Another record has this cross-reference already.',
  truncated: 'The file ends before 0 TRLR: a part of it is missing.',
  after_end: 'Nothing comes after 0 TRLR.',
  not_a_pointer: 'This line points to a record.',
  dangling_pointer: 'There is no such record in the file.',
  wrong_record: 'The record that this line points to is of another kind.',
  not_decodable: 'This name has bytes that the character encoding of the file does not know.',
  name_too_long: 'A first or last name has at most 100 characters.',
} as const;

/** What is wrong with a file, by line: at most 100 entries, which quote nothing of the file. */
export class FileErrors {
  private readonly errors: FieldError[] = [];

  add(line: number, code: keyof typeof messages): void {
    if (this.errors.length < 100) this.errors.push({ field: `line ${line}`, code, message: messages[code] });
  }

  get areMany(): boolean {
    return this.errors.length === 100;
  }

  /** @throws Problem `bad_file` */
  throwIfAny(): void {
    if (this.errors.length > 0) throw new Problem('bad_file', { errors: this.errors });
  }
}
