import { Link, Page, type Styles, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactNode } from 'react';
import type { Share } from '../../../domain/ownership.ts';
import type { ReportData } from '../report-data.ts';
import type { Texts } from '../texts/texts.ts';
import type { Format } from './format.ts';
import { a4, colours, page, text } from './theme.ts';

/** What every section draws with. */
export type Drawing = {
  data: ReportData;
  texts: Texts;
  format: Format;
  /** For `fontFamily`, in the order in which glyphs are looked for. */
  fonts: string[];
  nameOf(personId: string | null): string;
  /** Told while pages are made: which page a section begins on, so that the contents can say so. */
  pages: Map<string, number>;
  onPage(pageNumber: number, totalPages: number | undefined): void;
};

export type Style = Styles[string];
const lineHeight = 1.35;

export const box = (style: Style, ...children: ReactNode[]) => h(View, { style }, ...children);
/** A text. Its size and the height of its lines are set on each: inherited ones come out wrong. */
export const write = (content: string, style: Style = {}, key?: string) =>
  h(Text, { ...(key ? { key } : {}), style: { fontSize: text.body, lineHeight, ...style } }, content);

/** One section of the report, on pages of its own, with the dossier's name above and the page number below. */
export function section(
  drawing: Drawing,
  { id, title, size = [a4.width, a4.height] }: { id: string; title: string; size?: [number, number] },
  ...children: ReactNode[]
) {
  const { data, texts, format, fonts, pages, onPage } = drawing;
  const edge = { position: 'absolute', left: page.margin, right: page.margin, flexDirection: 'row' } as const;
  const small = { fontSize: text.small, color: colours.muted };
  return h(
    Page,
    {
      key: id,
      size,
      experimentalPagination: true,
      bookmark: title,
      style: {
        fontFamily: fonts as unknown as string,
        fontSize: text.body,
        color: colours.ink,
        paddingTop: page.margin + page.header,
        paddingBottom: page.margin + page.footer,
        paddingHorizontal: page.margin,
      },
    },
    h(
      View,
      { fixed: true, style: { ...edge, top: page.margin - 14, justifyContent: 'space-between', ...small } },
      write(data.dossierName, {
        ...small,
        maxLines: 1,
        textOverflow: 'ellipsis',
        flexShrink: 1,
        marginRight: 16,
      }),
      write(title, { ...small, flexShrink: 0 }),
    ),
    h(
      View,
      {
        fixed: true,
        style: { ...edge, bottom: page.margin - 18, justifyContent: 'space-between', ...small },
      },
      write(`${texts.madeOn} ${format.day(data.madeAt)}`, small),
      h(Text, {
        render: ({ pageNumber, totalPages }) => {
          if (!pages.has(id)) pages.set(id, pageNumber);
          onPage(pageNumber, totalPages);
          return texts.page(pageNumber, totalPages);
        },
      }),
    ),
    h(
      View,
      { id, style: { marginBottom: 14 } },
      write(title, { fontSize: text.title, fontWeight: 700, color: colours.accent, lineHeight: 1.2 }),
      box({ height: 2, width: 48, backgroundColor: colours.accent, marginTop: 6 }),
    ),
    ...children,
  );
}

/** A heading. It stays with what follows beside it: `presence` points have to fit below it. */
export const heading = (content: string, presence = 60) =>
  h(Text, { key: `heading ${content}`, minPresenceAhead: presence, style: headingStyle }, content);

const headingStyle: Style = {
  fontSize: text.heading,
  fontWeight: 700,
  color: colours.accent,
  marginTop: 16,
  marginBottom: 6,
  lineHeight: 1.25,
};

/** A name with a share of something, which goes without saying where it is all of it. */
export const withShare = (name: string, share: Share) => (share === '1' ? name : `${name} ${share}`);

export const paragraph = (content: string, style: Style = {}) =>
  write(content, { marginBottom: 6, ...style });

/** A text that has to be seen: a warning, or what figures don't say. */
export const notice = (...contents: string[]) =>
  h(
    View,
    {
      wrap: false,
      style: {
        backgroundColor: colours.faint,
        borderLeftWidth: 3,
        borderLeftColor: colours.accent,
        paddingVertical: 6,
        paddingHorizontal: 10,
        marginBottom: 10,
      },
    },
    ...contents.map((content) => write(content, { fontSize: 8 }, content)),
  );

/** A line of the contents, which leads to its section. */
export const contentsLine = ({ pages }: Drawing, id: string, title: string) =>
  h(
    Link,
    { key: id, src: `#${id}`, style: { textDecoration: 'none', color: colours.ink } },
    h(
      View,
      {
        style: {
          flexDirection: 'row',
          justifyContent: 'space-between',
          borderBottomWidth: 0.5,
          borderBottomColor: colours.rule,
          paddingVertical: 5,
        },
      },
      write(title),
      h(Text, { render: () => String(pages.get(id) ?? '') }),
    ),
  );
