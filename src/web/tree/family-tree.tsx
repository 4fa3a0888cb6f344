import { Box } from '@mantine/core';
import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type PointerEvent,
  type ReactNode,
  useMemo,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeSizes } from '../../domain/tree-layout.ts';
import type { Schemas } from '../api/client.ts';
import { drawFamily } from './draw-family.ts';
import classes from './family-tree.module.css';
import { touches } from './near.ts';
import { nearestOf } from './relatives-of.ts';
import { TreeCards } from './tree-cards.tsx';
import { TreeLegend } from './tree-legend.tsx';
import { TreeLines } from './tree-lines.tsx';
import { TreeOverview } from './tree-overview.tsx';
import { TreeTools } from './tree-tools.tsx';
import { useDrag } from './use-drag.ts';
import { usePinch } from './use-pinch.ts';
import { useTreeFocus } from './use-tree-focus.ts';
import { useZoom, zoomStep } from './use-zoom.ts';
import { walk } from './walk.ts';

type Props = {
  family: Schemas['Family'];
  sizes: TreeSizes;
  /** Each person's relatives in words. */
  about: ReadonlyMap<string, string>;
  /** What stands on somebody's card; the same function for as long as it draws the same. */
  card: (id: string) => ReactNode;
  /** What a card opens; undefined where it is no button. The same function for as long as it gives the same. */
  onOpen: (id: string) => (() => void) | undefined;
};

/** From this scale on a whole card is legible, and from the other a first name in large letters; below, boxes alone. */
const [whole, names] = [0.6, 1 / 3];
/** So many persons are all in the document, where the browser's own search finds them (as in long lists). */
const few = 60;

/**
 * A family, drawn: a card for each person, and lines between couples and children; it opens with the holder in the
 * middle. It scrolls in its own box, is dragged, and zoomed by buttons, by `+`, `-` and `0`, by Ctrl and the wheel and
 * by two fingers; the arrow keys lead from a card to parents, children and who stands beside, also where no card opens. Of a large family only
 * what is near what is in sight is in the document: the list, beside which the tree is always offered, is the equal of
 * it for who listens or reads with the browser's own search, and the field above finds anybody.
 */
export const FamilyTree = memo(({ family, sizes, about, card, onOpen }: Props) => {
  const { t } = useTranslation();
  const drawing = useMemo(() => drawFamily(family, sizes), [family, sizes]);
  const persons = useMemo(() => new Map(family.persons.map((one) => [one.id, one])), [family]);
  const placeOf = (id: string) => {
    const at = drawing.cards.find((one) => one.id === id);
    return at && { x: at.x, y: at.y, width: sizes.width, height: sizes.height };
  };
  const holder = family.persons.find(({ central }) => central === 'holder');
  const start = (holder && placeOf(holder.id)) ?? placeOf(drawing.cards[0]?.id ?? '');
  const { box, paper, scale, near, zoomTo, zoomBy, show, fit, look } = useZoom(drawing, start);
  const { kept, setKept, focusedId, focusOn, keepFocus } = useTreeFocus(box);
  const [chosen, setChosen] = useState<string | null>(null);
  const [found, setFound] = useState<string | null>(null);
  const tabStop = (kept && persons.has(kept) ? kept : holder?.id) ?? drawing.cards[0]?.id;
  usePinch(box, zoomBy);
  useDrag(box);
  const level = scale >= whole ? 'whole' : scale >= names ? 'names' : 'overview';
  const cards = useMemo(
    () =>
      level === 'overview' || !near
        ? []
        : drawing.cards.length <= few
          ? drawing.cards
          : drawing.cards.filter(({ id, x, y }) => id === tabStop || touches(near, { x, y, ...sizes })),
    [drawing, near, level, tabStop, sizes],
  );
  const related = useMemo(() => nearestOf(family, chosen), [family, chosen]);
  const marked = useMemo(
    () => new Set(family.persons.filter(({ id, central }) => central || id === found).map(({ id }) => id)),
    [family, found],
  );
  const zoom = (factor: number) =>
    keepFocus(() => {
      const card_ = document.activeElement?.closest('[data-person]')?.getBoundingClientRect();
      zoomTo(scale * factor, card_ && { x: card_.x + card_.width / 2, y: card_.y + card_.height / 2 });
    });
  const find = (id: string) => {
    show(placeOf(id)!, Math.max(scale, 1));
    setFound(id);
    focusOn(id);
  };
  const follow = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = focusedId();
    const to = from && event.key.startsWith('Arrow') ? walk(drawing.cards, family, from, event.key) : null;
    if (to) focusOn(to);
    else if (event.key === '+' || event.key === '=') zoom(zoomStep);
    else if (event.key === '-') zoom(1 / zoomStep);
    else if (event.key === '0') keepFocus(fit);
    else return;
    event.preventDefault();
  };
  const personAt = ({ target }: { target: EventTarget }) =>
    (target as Element).closest('[data-person]')?.getAttribute('data-person') ?? null;
  return (
    <div>
      <TreeTools
        persons={family.persons}
        scale={scale}
        isOverview={level === 'overview'}
        onFind={find}
        onZoom={zoom}
        onNormal={() => zoomTo(1)}
        onFit={fit}
      />
      <Box
        ref={box}
        role="region"
        aria-label={t('tree.label')}
        tabIndex={0}
        className={classes.box}
        style={{ ['--drawn' as string]: `${drawing.height + 34}px` }}
        {...(level === 'overview' ? { 'data-overview': true } : {})}
        onScroll={look}
        onKeyDown={follow}
        onPointerOver={(event: PointerEvent) => event.pointerType === 'mouse' && setChosen(personAt(event))}
        onPointerLeave={() => setChosen(null)}
        onFocus={(event: FocusEvent) => {
          setChosen(personAt(event));
          setKept(personAt(event) ?? kept);
        }}
        onBlur={() => {
          setChosen(null);
          setFound(null);
        }}
        onClick={({ clientX: x, clientY: y }) => level === 'overview' && zoomTo(1, { x, y })}
      >
        <div
          ref={paper}
          className={classes.paper}
          style={{ width: drawing.width * scale, height: drawing.height * scale }}
        >
          <div
            className={classes.drawing}
            style={{ transform: `scale(${scale})`, ['--shrunk' as string]: 1 / scale }}
          >
            {level === 'overview' ? (
              <TreeOverview drawing={drawing} sizes={sizes} marked={marked} />
            ) : (
              near && <TreeLines drawing={drawing} near={near} chosen={chosen} />
            )}
            <TreeCards
              cards={cards}
              persons={persons}
              sizes={sizes}
              isSmall={level === 'names'}
              about={about}
              tabStop={tabStop}
              card={card}
              onOpen={onOpen}
              related={related}
              found={found}
            />
          </div>
        </div>
      </Box>
      <TreeLegend />
    </div>
  );
});
