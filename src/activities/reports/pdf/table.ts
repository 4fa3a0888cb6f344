import { View } from '@react-pdf/renderer';
import { createElement as h, type ReactNode } from 'react';
import { heading, type Style, write } from './parts.ts';
import { colours, text } from './theme.ts';

/** A column: its width as a part of the table's, in percent. Numbers stand at the right. */
export type Column = { title: string; width: number; align?: 'left' | 'right' };
/** A cell: a text, or a main text with a smaller one below it. */
export type Cell = string | { main: string; sub: string };
/** `total`: a sum; `group`: what the rows below belong to, which stays with the next of them. */
export type Row = { cells: Cell[]; as?: 'total' | 'group' };

/** A table, with its heading if it has one. Its head is repeated on each page, and its rows are kept whole. */
export function table(title: string | null, columns: Column[], rows: Row[]): ReactNode {
  const head = h(
    View,
    { key: 'head', fixed: true, wrap: false, style: headLine },
    ...columns.map((column, i) => {
      const style: Style = {
        ...placed(column),
        fontSize: text.small,
        fontWeight: 700,
        color: colours.accent,
      };
      return write(column.title, style, String(i));
    }),
  );
  const pieces = rows.flatMap(inPieces);
  const lines = pieces.map(({ cells, as }, row) =>
    h(
      View,
      {
        key: row,
        wrap: false,
        style: as ? { ...line, backgroundColor: colours.faint } : line,
        ...(as === 'group' && pieces[row + 1]?.as !== 'group' ? { minPresenceAhead: 24 } : {}),
      },
      ...columns.map((column, i) => cell(cells[i] ?? '', column, as !== undefined, String(i))),
    ),
  );
  // In one box: what a heading has to stay with is looked for beside it alone. Nothing, before it, so that the page
  // may end there.
  const above = title === null ? [] : [h(View, { key: 'nothing' }), heading(title, beginningOf(rows))];
  return h(View, { key: title ?? 'table', style: { marginBottom: 10 } }, ...above, head, ...lines);
}

/** How much of a table, in points, has to fit below its heading: the head, and the first rows. */
function beginningOf(rows: Row[]): number {
  const lines = ({ cells }: Row) =>
    Math.max(
      ...cells.map(
        (one) => textOf(one).split('\n').length + (typeof one !== 'string' && one.sub.length > 60 ? 1 : 0),
      ),
    );
  return rows.slice(0, 2).reduce((height, row) => height + 8 + 12 * lines(row), 24);
}

const line: Style = {
  flexDirection: 'row',
  borderBottomWidth: 0.5,
  borderBottomColor: colours.rule,
  paddingVertical: 3.5,
};
const headLine: Style = { ...line, borderBottomWidth: 1, borderBottomColor: colours.accent };

const placed = ({ width, align = 'left' }: Column): Style => ({
  width: `${width}%`,
  textAlign: align,
  ...(align === 'right' ? { paddingLeft: 6 } : { paddingRight: 6 }),
});

const textOf = (content: Cell) =>
  typeof content === 'string' ? content : [content.main, content.sub].filter(Boolean).join('\n');

/** So much of a cell is kept whole: less than a page, in whatever script and however narrow the column. */
const most = { lines: 10, characters: 900 };

/** A row that may not fit on a page becomes several, one below the other. */
function inPieces({ cells, ...row }: Row): Row[] {
  const divided = cells.map((content) => {
    if (typeof content === 'string') return textPieces(content);
    return textPieces(content.sub).map((sub, i) => ({ main: i === 0 ? content.main : '', sub }));
  });
  const count = Math.max(...divided.map((pieces) => pieces.length));
  return Array.from({ length: count }, (_, i) => ({
    ...row,
    cells: divided.map((pieces) => pieces[i] ?? ''),
  }));
}

function textPieces(content: string): string[] {
  const pieces = [''];
  for (const line of content.split('\n').flatMap(shortLines)) {
    const piece = pieces.at(-1)!;
    const longer = piece === '' ? line : `${piece}\n${line}`;
    const isRoom = longer.length <= most.characters && longer.split('\n').length <= most.lines;
    if (isRoom) pieces[pieces.length - 1] = longer;
    else pieces.push(line);
  }
  return pieces;
}

/** A line that is very long, divided between words where there are any. */
const shortLines = (line: string): string[] =>
  line.length <= most.characters
    ? [line]
    : (line.match(new RegExp(`.{1,${most.characters}}(?= |$)|.{1,${most.characters}}`, 'gu')) ?? []);

function cell(content: Cell, column: Column, strong: boolean, key: string): ReactNode {
  const style: Style = { fontSize: 8.5, fontWeight: strong ? 700 : 400 };
  const place = placed(column);
  if (typeof content === 'string') return write(content, { ...style, ...place }, key);
  const small: Style = { fontSize: text.small, color: colours.muted };
  return h(View, { key, style: place }, write(content.main, style, 'main'), write(content.sub, small, 'sub'));
}
