import { Circle, Link, Path, Svg, View } from '@react-pdf/renderer';
import { createElement as h, type ReactNode } from 'react';
import type { Family } from '../../../domain/kinship.ts';
import { rounded } from '../../../domain/rounded-path.ts';
import type { TreeLayout, TreeSizes } from '../../../domain/tree-layout.ts';
import { type Route, routesOf } from '../../../domain/tree-routes.ts';
import { box, type Drawing, type Style, write } from './parts.ts';
import { colours, lines, text } from './theme.ts';

/** In points, before a drawing is scaled to its page. */
export const personSize: TreeSizes = { width: 112, height: 44, gap: { x: 16, y: 20 } };
const size = personSize;
/** How round the corners of lines are. */
const corner = 3;

export type Tree = {
  /** Which drawing it is, the first being 1, of how many. */
  number: number;
  total: number;
  layout: TreeLayout;
  /** In which other drawings somebody is. */
  elsewhere: Map<string, number[]>;
};

/** A drawing of the family tree, at a scale. */
export function drawTree(
  drawing: Drawing,
  { number, total, layout, elsewhere }: Tree,
  scale: number,
): ReactNode {
  const [width, height] = [layout.width * scale, layout.height * scale];
  const drawn = h(
    Svg,
    {
      key: 'lines',
      width,
      height,
      viewBox: `0 0 ${layout.width} ${layout.height}`,
      style: { position: 'absolute' },
    },
    ...routesOf(layout, size, lines.length).flatMap(familyLines),
  );
  const boxes = layout.persons.map(({ id, at: [x, y] }) => {
    const style: Style = {
      position: 'absolute',
      left: (x - size.width / 2) * scale,
      top: (y - size.height / 2) * scale,
    };
    return h(View, { key: id, style }, personBox(drawing, id, scale, elsewhere.get(id)));
  });
  const title = {
    fontSize: text.subheading,
    fontWeight: 700,
    color: colours.accent,
    marginBottom: 6,
  } as const;
  return h(
    View,
    { key: number, id: treeId(number) },
    total > 1 ? write(drawing.texts.family.drawing(number, total), title) : null,
    h(View, { style: { width, height, position: 'relative' } }, drawn, ...boxes),
  );
}

const treeId = (number: number) => `family-${number}`;

/** A person: name, years of birth and death, whether the dossier is theirs, and where else they are drawn. */
export function personBox(
  { data, texts, nameOf }: Drawing,
  id: string,
  scale: number,
  elsewhere: number[] = [],
): ReactNode {
  const person = data.persons.find((one) => one.id === id)!;
  const year = (day: string | null) => day?.slice(0, 4);
  const life = [year(person.birthDate), person.deathDate && `† ${year(person.deathDate)}`]
    .filter(Boolean)
    .join(' – ');
  const central = person.central && (person.central === 'holder' ? texts.holder : texts.coHolder);
  const fontSize = 8 * scale;
  return h(
    View,
    {
      style: {
        width: size.width * scale,
        height: size.height * scale,
        borderRadius: 3 * scale,
        borderWidth: (central ? 1.6 : 0.8) * scale,
        borderColor: central ? colours.accent : colours.muted,
        backgroundColor: central ? colours.tint : '#ffffff',
        paddingHorizontal: 4 * scale,
        justifyContent: 'center',
      },
    },
    write(nameOf(id), {
      fontSize,
      lineHeight: 1.15,
      fontWeight: 700,
      textAlign: 'center',
      maxLines: 2,
      textOverflow: 'ellipsis',
    }),
    ...[life, central]
      .filter(Boolean)
      .map((line, key) =>
        write(
          line!,
          { fontSize: 6.5 * scale, lineHeight: 1.15, textAlign: 'center', color: colours.muted },
          String(key),
        ),
      ),
    ...elsewhere.slice(0, 1).map((number) =>
      h(
        Link,
        {
          key: 'elsewhere',
          src: `#${treeId(number)}`,
          style: { position: 'absolute', right: 2 * scale, bottom: 0, textDecoration: 'none' },
        },
        write(texts.family.seeDrawing(elsewhere.join(', ')), {
          fontSize: 6 * scale,
          color: colours.accent,
        }),
      ),
    ),
  );
}

/** The lines of one family: from the parents down to a knot, and from there to each child. */
function familyLines({ family, knot, colour: number, up, down }: Route, index: number): ReactNode[] {
  const { colour } = lines[number]!;
  const stroke = { stroke: colour, strokeWidth: 1, fill: 'none' };
  const ended = hasEnded(family.union);
  const parents = up.map(({ parentId, points }) =>
    h(Path, {
      key: `up ${index} ${parentId}`,
      d: rounded(points, corner),
      ...stroke,
      ...(ended ? { strokeDasharray: '3 2' } : {}),
    }),
  );
  const children = down.map(({ childId, adopted, points }) =>
    h(Path, {
      key: `down ${index} ${childId}`,
      d: rounded(points, corner),
      ...stroke,
      ...(adopted ? { strokeDasharray: '1 2' } : {}),
    }),
  );
  const meeting = family.union
    ? [
        h(Circle, {
          key: `knot ${index}`,
          cx: knot[0],
          cy: knot[1],
          r: 3,
          stroke: colour,
          strokeWidth: 1,
          fill: family.union.kind === 'marriage' ? colour : '#ffffff',
        }),
      ]
    : [];
  return [...parents, ...children, ...meeting];
}

const hasEnded = (union: Family['union']) => union?.end != null;

/** What the signs of the drawings mean. */
export function legend({ texts }: Drawing, more: boolean): ReactNode {
  const words = texts.family.legend;
  const { colour } = lines[0];
  const line = { x1: 0, y1: 5, stroke: colour, strokeWidth: 1, fill: 'none' };
  const straight = (key: string, strokeDasharray?: string) =>
    h(Path, { key, d: 'M 0 5 H 20', ...line, ...(strokeDasharray ? { strokeDasharray } : {}) });
  const dot = (fill: string) =>
    h(Circle, { key: 'dot', cx: 10, cy: 5, r: 3, stroke: colour, strokeWidth: 1, fill });
  const signs: [string, ReactNode[]][] = [
    [words.union, [straight('line'), dot(colour)]],
    [words.cohabitation, [straight('line'), dot('#ffffff')]],
    [words.ended, [straight('line', '3 2')]],
    [words.birth, [straight('line')]],
    [words.adoption, [straight('line', '1 2')]],
  ];
  return box(
    { flexDirection: 'row', flexWrap: 'wrap', marginBottom: 14, columnGap: 16, rowGap: 3 },
    ...signs.map(([label, drawn]) =>
      box(
        { flexDirection: 'row', alignItems: 'center' },
        h(Svg, { width: 20, height: 10, viewBox: '0 0 20 10', style: { marginRight: 4 } }, ...drawn),
        write(label, { fontSize: 7, color: colours.muted }),
      ),
    ),
    box(
      { flexDirection: 'row', alignItems: 'center' },
      box({
        width: 16,
        height: 9,
        borderWidth: 1.4,
        borderColor: colours.accent,
        backgroundColor: colours.tint,
        borderRadius: 2,
        marginRight: 4,
      }),
      write(words.central, { fontSize: 7, color: colours.muted }),
    ),
    more
      ? write(texts.colon(texts.family.seeDrawing('…'), words.elsewhere), {
          fontSize: 7,
          color: colours.muted,
        })
      : null,
  );
}
