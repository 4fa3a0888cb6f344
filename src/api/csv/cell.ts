/** What spreadsheets calculate: a cell that begins like that is a formula to them (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;
/**
 * Where a cell may begin to a spreadsheet, up to the sign of a formula: where the text does, and behind each semicolon
 * and line break in it, since a spreadsheet that separates by semicolons divides the file there, whatever its quotes.
 */
const beginning = /(^|[;\n](?:[^\S\n]|")*)('*)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g;

/** A text as a cell: one more apostrophe where a formula would begin, so that what was typed is told from it. */
export const cellOf = (text: string): string => text.replace(beginning, "$1'$2");

/** A cell's text, without surrounding spaces; null where it is a formula. */
export function textIn(cell: string): string | null {
  const text = cell.trim();
  if (formula.test(cell) || formula.test(text)) return null;
  return text.replace(beginning, (_, before: string, apostrophes: string) => before + apostrophes.slice(1));
}
