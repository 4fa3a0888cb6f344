/** A line of GEDCOM as it stands, with its number in the file; what has no tag is no line of GEDCOM, but its beginning. */
export type Line = { number: number; level: number; xref: string | null; tag: string | null; value: string };

const line = /[ \t]*(\d{1,3})[ \t]+(?:@([^@\s][^@\r\n]*)@[ \t]+)?(\w+)(?:[ \t]([^\r\n]*))?(?:\r\n?|\n|$)/y;
const blanks = /[ \t\r\n]*/y;
const lineEnd = /\r\n?|\n|$/g;

/** The lines of a file one after the other, indented or not, without the empty ones. */
export function* linesOf(text: string): Generator<Line> {
  let number = 1;
  for (let at = 0; at < text.length; ) {
    line.lastIndex = at;
    const match = line.exec(text);
    if (match) {
      const [, level, xref = null, tag = null, value = ''] = match;
      yield { number, level: Number(level), xref, tag, value };
      at = line.lastIndex;
      number++;
      continue;
    }
    const empty = emptyLinesAt(text, at);
    if (empty) {
      number += lineEndsIn(empty);
      at += empty.length;
    } else {
      yield { number: number++, level: 0, xref: null, tag: null, value: text.slice(at, at + 10) };
      lineEnd.lastIndex = at;
      const end = lineEnd.exec(text)!;
      at = end[0] ? lineEnd.lastIndex : text.length;
    }
  }
}

function emptyLinesAt(text: string, at: number): string {
  blanks.lastIndex = at;
  const found = blanks.exec(text)![0];
  const isToTheEnd = at + found.length === text.length;
  return isToTheEnd ? found : found.slice(0, Math.max(found.lastIndexOf('\n'), found.lastIndexOf('\r')) + 1);
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) count++;
  }
  return count;
}
