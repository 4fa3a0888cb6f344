import { Page, Text, View } from '@react-pdf/renderer';
import { createElement as h } from 'react';
import { box, contentsLine, type Drawing, write } from './parts.ts';
import { a4, colours, page, text } from './theme.ts';

/** The first page: whose dossier, of which day, by whom, and what is in it. */
export function cover(drawing: Drawing, contents: { id: string; title: string }[]) {
  const { data, texts, format, fonts, onPage } = drawing;
  const fact = (label: string, value: string) =>
    box(
      { flexDirection: 'row', marginBottom: 4 },
      write(label, { width: 110, color: colours.muted }),
      write(value, { flexGrow: 1, flexShrink: 1, flexBasis: 0 }),
    );
  const central = (['holder', 'co_holder'] as const).flatMap((which) =>
    data.persons
      .filter((person) => person.central === which)
      .map((person) => fact(which === 'holder' ? texts.holder : texts.coHolder, drawing.nameOf(person.id))),
  );
  return h(
    Page,
    {
      key: 'cover',
      size: [a4.width, a4.height],
      experimentalPagination: true,
      style: {
        fontFamily: fonts as unknown as string,
        fontSize: 10,
        color: colours.ink,
        padding: page.margin + 16,
      },
    },
    h(View, {
      fixed: true,
      style: { position: 'absolute', left: 0, top: 0, bottom: 0, width: 14, backgroundColor: colours.accent },
    }),
    write(data.firmName, { fontSize: 11, fontWeight: 700, color: colours.accent }),
    box(
      { marginTop: 120, marginBottom: 36 },
      write(texts.report, { fontSize: 12, color: colours.muted, marginBottom: 6 }),
      write(data.dossierName, { fontSize: 30, fontWeight: 700, color: colours.accent, lineHeight: 1.15 }),
      box({ height: 3, width: 72, backgroundColor: colours.accent, marginTop: 14 }),
    ),
    ...central,
    fact(texts.madeOn, format.longDay(data.madeAt)),
    fact(texts.madeBy, data.firmName),
    fact(texts.manager, data.managerName),
    box(
      { marginTop: 40 },
      write(texts.contents, {
        fontSize: text.heading,
        fontWeight: 700,
        color: colours.accent,
        marginBottom: 4,
      }),
      ...contents.map(({ id, title }) => contentsLine(drawing, id, title)),
    ),
    h(Text, {
      fixed: true,
      style: {
        position: 'absolute',
        left: page.margin + 16,
        right: page.margin + 16,
        bottom: page.margin,
        fontSize: text.small,
        color: colours.muted,
      },
      render: ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) => {
        onPage(pageNumber, totalPages);
        return texts.confidential;
      },
    }),
  );
}
