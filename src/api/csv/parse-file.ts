import { CsvError, parse } from 'csv-parse/sync';
import { Problem } from '../problem.ts';

/** A line of a file: where it begins, and its cells by column; null where it has more or fewer cells than the header. */
export type Line<Column extends string> = { line: number; cells: Partial<Record<Column, string>> | null };
export type Parsed<Column extends string> = { lines: Line<Column>[]; delimiter: ',' | ';' };

/** What a kind of file holds. */
export type FileShape<Column extends string> = {
  columns: readonly Column[];
  /** Columns that a file may lack. */
  optional: readonly Column[];
  /** How many lines it may have after the header, and what says that there are more. */
  most: number;
  tooMany: () => Problem;
};

/**
 * Reads a CSV file: UTF-8 with or without BOM, `,` or `;` between cells.
 * @throws Problem `bad_file`, or what the shape says for too many lines
 */
export function parseFile<Column extends string>(bytes: Buffer, shape: FileShape<Column>): Parsed<Column> {
  // Within cells a line ends as it does in a text of the API.
  const text = textOf(bytes).replace(/\r\n?/g, '\n');
  const [firstLine = ''] = text.trimStart().split('\n', 1);
  const delimiter = firstLine.includes(';') ? ';' : ',';
  const [header, ...records] = recordsIn(text, delimiter, shape);
  if (!header) throw bad('file', 'empty', 'The file is empty.');
  const names = columnsOf(header, shape);
  return {
    delimiter,
    lines: records.map(({ line, cells }) => ({
      line,
      cells: cells.length === names.length ? cellsOf(names, cells) : null,
    })),
  };
}

const cellsOf = <Column extends string>(names: Column[], cells: string[]) =>
  Object.fromEntries(names.map((name, i) => [name, cells[i]])) as Partial<Record<Column, string>>;

const bad = (field: string, code: string, message: string) =>
  new Problem('bad_file', { errors: [{ field, code, message }] });

const containers = ['504b0304', 'd0cf11e0'];

/** @throws Problem `bad_file` for what is no text */
function textOf(bytes: Buffer): string {
  if (containers.includes(bytes.toString('hex', 0, 4)))
    throw bad('file', 'spreadsheet', 'A spreadsheet’s own format: save it as CSV (UTF-8).');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw bad('file', 'not_utf8', 'The file is not UTF-8: save it as CSV (UTF-8).');
  }
  if (text.includes('\0')) throw bad('file', 'nul_character', 'The file holds a NUL: it is no text.');
  return text;
}

type CsvRecord = { line: number; cells: string[] };

/**
 * The records, without empty ones.
 * @throws Problem `bad_file` for quotes that don't match, or for too many lines
 */
function recordsIn(
  text: string,
  delimiter: string,
  { most, tooMany }: Pick<FileShape<never>, 'most' | 'tooMany'>,
): CsvRecord[] {
  const records: CsvRecord[] = [];
  let lastLine = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      on_record: (cells, { lines }) => {
        // The header is one more. A megabyte can hold half a million lines, which take many seconds.
        if (records.length > most) throw tooMany();
        records.push({ line: lines - cells.join('').split('\n').length + 1, cells });
        lastLine = lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that nothing closes is found at the end of the file: what is wrong begins after the last good line.
    const line = error.code === 'CSV_QUOTE_NOT_CLOSED' ? lastLine + 1 : error.lines;
    throw bad(`line ${line}`, 'unbalanced_quotes', 'A quote opens or closes where it should not.');
  }
  return records;
}

/** @throws Problem `bad_file` for columns that are missing, unknown or there twice */
function columnsOf<Column extends string>(
  { line, cells }: CsvRecord,
  { columns, optional }: FileShape<Column>,
): Column[] {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const known = (name: string): name is Column => (columns as readonly string[]).includes(name);
  const at = (column?: string) => (column ? `line ${line}: ${column}` : `line ${line}`);
  const unknown = names.flatMap((name, i) => (known(name) ? [] : i + 1));
  const message = `There is no such column: number ${unknown.slice(0, 20).join(', ')}.`;
  const errors = [
    ...(unknown.length > 0 ? [{ field: at(), code: 'unknown_column', message }] : []),
    ...columns.flatMap((column) => {
      const times = names.filter((name) => name === column).length;
      if (times > 1) return [{ field: at(column), code: 'doubled_column', message: 'There twice.' }];
      const isMissing = times === 0 && !optional.includes(column);
      return isMissing ? [{ field: at(column), code: 'missing_column', message: 'There is none.' }] : [];
    }),
  ];
  if (errors.length > 0) throw new Problem('bad_file', { errors });
  return names.filter(known);
}
