/**
 * What spreadsheets calculate: a cell that begins like that is a formula to them (OWASP, CSV injection). The export
 * puts an apostrophe before it, and one more before a text that begins with such an apostrophe itself, so that what
 * was escaped is told from what was typed.
 */
const formula = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/;
const escaped = /^'+[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/;

/** A text as a cell, but for the first apostrophe, which csv-stringify puts (`escape_formulas`). */
export const cellOf = (text: string): string => (escaped.test(text) ? `'${text}` : text);

/** A cell's text, without surrounding spaces; null where it is a formula. */
export function textIn(cell: string): string | null {
  const text = cell.trim();
  if (formula.test(cell) || formula.test(text)) return null;
  return escaped.test(text) ? text.slice(1) : text;
}
