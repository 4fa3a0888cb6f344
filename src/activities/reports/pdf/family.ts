import type { ReactNode } from 'react';
import { kinshipOf } from './kinship.ts';
import { box, type Drawing, heading, paragraph, section } from './parts.ts';
import { type Row, table } from './table.ts';
import { a3, a4, page } from './theme.ts';
import { drawTree, personBox } from './tree.ts';
import { layOut } from './tree-layout.ts';
import { treePages } from './tree-pages.ts';

/** The family: its tree, drawn on as many pages as it needs, then its persons and unions as lists. */
export function family(drawing: Drawing): ReactNode[] {
  const { texts, data } = drawing;
  const words = texts.family;
  if (data.persons.length === 0) {
    return [section(drawing, { id: 'family', title: words.title }, paragraph(words.empty))];
  }
  const kinship = kinshipOf(data);
  const central = data.persons.filter((person) => person.central).map((person) => person.id);
  const pages = treePages(kinship, central);
  const drawingsOf = new Map<string, number[]>();
  for (const [i, { personIds }] of pages.entries()) {
    for (const id of personIds) drawingsOf.set(id, [...(drawingsOf.get(id) ?? []), i]);
  }
  const drawn = pages.map((tree, i) => {
    const layout = layOut(tree, kinship.generationOf);
    const elsewhere = new Map(
      [...tree.personIds].map((id) => [id, drawingsOf.get(id)!.filter((other) => other !== i)]),
    );
    return treePage(drawing, { number: i, total: pages.length, layout, elsewhere });
  });
  return [...drawn, lists(drawing, kinship.alone, pages.length === 0)];
}

type Tree = Parameters<typeof drawTree>[1];

function treePage(drawing: Drawing, tree: Tree & { number: number; total: number }) {
  const { texts } = drawing;
  const room = ({ width, height }: { width: number; height: number }) => ({
    width: height - 2 * page.margin,
    height: width - 2 * page.margin - page.header - page.footer - 70,
  });
  const scaleOn = (paper: { width: number; height: number }) =>
    Math.min(1, room(paper).width / tree.layout.width, room(paper).height / tree.layout.height);
  // A small drawing stays on A4, where its texts have their size, or nearly so.
  const paper = scaleOn(a4) >= 0.8 ? a4 : a3;
  const title = tree.total > 1 ? texts.family.drawing(tree.number + 1, tree.total) : texts.family.title;
  return section(
    drawing,
    { id: tree.number === 0 ? 'family' : `family-${tree.number}`, title, size: [paper.height, paper.width] },
    drawTree(drawing, tree, scaleOn(paper)),
  );
}

function lists(drawing: Drawing, alone: string[], isFirst: boolean) {
  const { texts, data, format, nameOf } = drawing;
  const words = texts.family;
  const day = (iso: string | null) => (iso ? format.day(iso) : '');
  const place = (country: string | null) => (country ? format.country(country) : '');
  const persons = data.persons.map(
    (one): Row => ({
      cells: [
        nameOf(one.id),
        day(one.birthDate),
        day(one.deathDate),
        place(one.nationality),
        [one.region && words.regions[one.region], place(one.country)].filter(Boolean).join(', '),
      ],
    }),
  );
  const unions = data.unions.map(
    ({ personIds, kind, regime, start, end }): Row => ({
      cells: [
        personIds.map(nameOf).join('\n'),
        words.kind[kind],
        regime ? words.regimes[regime] : '',
        day(start),
        day(end),
      ],
    }),
  );
  return section(
    drawing,
    { id: isFirst ? 'family' : 'persons', title: isFirst ? words.title : words.persons },
    ...(alone.length > 0
      ? [
          heading(words.alone),
          box(
            { flexDirection: 'row', flexWrap: 'wrap', gap: 8 },
            ...alone.map((id) => personBox(drawing, id, 1)),
          ),
        ]
      : []),
    table(
      isFirst || alone.length > 0 ? words.persons : null,
      [
        { title: words.name, width: 34 },
        { title: words.born, width: 14 },
        { title: words.died, width: 14 },
        { title: words.nationality, width: 16 },
        { title: words.domicile, width: 22 },
      ],
      persons,
    ),
    ...(unions.length > 0
      ? [
          table(
            words.unions,
            [
              { title: words.couple, width: 32 },
              { title: words.union, width: 20 },
              { title: words.regime, width: 22 },
              { title: words.since, width: 13 },
              { title: words.until, width: 13 },
            ],
            unions,
          ),
        ]
      : []),
  );
}
