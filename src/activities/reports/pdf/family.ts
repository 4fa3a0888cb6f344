import { View } from '@react-pdf/renderer';
import { createElement as h, type ReactNode } from 'react';
import { kinshipOf } from '../../../domain/kinship.ts';
import { layOut } from '../../../domain/tree-layout.ts';
import { familyLists } from './family-lists.ts';
import { type Drawing, paragraph, type Style, section } from './parts.ts';
import { a3, a4, page } from './theme.ts';
import { drawTree, legend, personSize, type Tree } from './tree.ts';
import { childrenAtOnce, treeParts } from './tree-parts.ts';

/** The family: its tree, in as many drawings as it needs, then its persons and unions as lists. */
export function family(drawing: Drawing): ReactNode[] {
  const { texts, data } = drawing;
  const frame = { id: 'family', title: texts.family.title };
  if (data.persons.length === 0) return [section(drawing, frame, paragraph(texts.family.empty))];
  const kinship = kinshipOf(data, childrenAtOnce);
  const central = data.persons.filter((person) => person.central).map((person) => person.id);
  const parts = treeParts(kinship, central);
  if (parts.length === 0) return [familyLists(drawing, frame, kinship.alone)];
  const numbersOf = new Map<string, number[]>();
  for (const [i, { personIds }] of parts.entries()) {
    for (const id of personIds) numbersOf.set(id, [...(numbersOf.get(id) ?? []), i + 1]);
  }
  const trees = parts.map((part, i): Tree => {
    const others = (id: string) => numbersOf.get(id)!.filter((number) => number !== i + 1);
    return {
      number: i + 1,
      total: parts.length,
      layout: layOut(part, kinship.generationOf, personSize),
      elsewhere: new Map([...part.personIds].map((id) => [id, others(id)])),
    };
  });
  // Small drawings stay on A4, where their texts have their size, or nearly so.
  const paper = trees.every((tree) => scaleOn(a4, tree) >= 0.8) ? a4 : a3;
  return [
    section(
      drawing,
      { ...frame, size: [paper.height, paper.width] },
      legend(drawing, parts.length > 1),
      ...inRows(drawing, paper, trees),
    ),
    familyLists(drawing, { id: 'persons', title: texts.family.persons }, kinship.alone),
  ];
}

type Paper = { width: number; height: number };

/** The drawings in their order, small ones side by side; a row of them is kept whole. */
function inRows(drawing: Drawing, paper: Paper, trees: Tree[]): ReactNode[] {
  const gap = 28;
  const rows: { room: number; drawn: ReactNode[] }[] = [];
  for (const tree of trees) {
    const scale = scaleOn(paper, tree);
    const width = tree.layout.width * scale + gap;
    let row = rows.at(-1);
    if (!row || row.room < width) {
      row = { room: paper.height - 2 * page.margin + gap, drawn: [] };
      rows.push(row);
    }
    row.room -= width;
    row.drawn.push(drawTree(drawing, tree, scale));
  }
  const style: Style = { flexDirection: 'row', justifyContent: 'center', columnGap: gap, marginBottom: 24 };
  return rows.map(({ drawn }, key) => h(View, { key, wrap: false, style }, ...drawn));
}

/** How large a drawing can be on a paper that lies on its side; never larger than it is. */
function scaleOn(paper: Paper, { layout }: Tree): number {
  const aboveAndBelow = 2 * page.margin + page.header + page.footer + 100;
  return Math.min(
    1,
    (paper.height - 2 * page.margin) / layout.width,
    (paper.width - aboveAndBelow) / layout.height,
  );
}
