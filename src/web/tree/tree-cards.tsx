import { memo, type ReactNode } from 'react';
import type { TreeSizes } from '../../domain/tree-layout.ts';
import type { Schemas } from '../api/client.ts';
import type { FamilyDrawing } from './draw-family.ts';
import classes from './family-tree.module.css';
import { SmallCard } from './small-card.tsx';

type OfCards = {
  sizes: TreeSizes;
  /** Whether they are seen from far, with first names alone. */
  isSmall: boolean;
  /** What stands on somebody's card; the same function for as long as it draws the same. */
  card: (id: string) => ReactNode;
  /** What a card opens; undefined where it is no button. The same function for as long as it gives the same. */
  onOpen: (id: string) => (() => void) | undefined;
};

type Props = OfCards & {
  cards: FamilyDrawing['cards'];
  persons: Map<string, Schemas['Person']>;
  about: ReadonlyMap<string, string>;
  related: ReadonlySet<string>;
  found: string | null;
  /** Whose card the Tab key leads to, also where it is no button: the arrow keys lead on. */
  tabStop: string | undefined;
};

/** Persons' cards in their places. */
export const TreeCards = memo(({ cards, persons, about, related, found, tabStop, ...rest }: Props) => (
  <ul className={classes.cards}>
    {cards.map(({ id, x, y }) => (
      <TreeCard
        key={id}
        person={persons.get(id)!}
        x={x}
        y={y}
        about={about.get(id) ?? ''}
        isTabStop={id === tabStop}
        isRelated={related.has(id)}
        isFound={id === found}
        {...rest}
      />
    ))}
  </ul>
));

type OfCard = OfCards & {
  person: Schemas['Person'];
  x: number;
  y: number;
  about: string;
  isTabStop: boolean;
  isRelated: boolean;
  isFound: boolean;
};

/** A card in its place; it takes the focus itself where it is no button, so that who is looked for is read out. */
const TreeCard = memo((props: OfCard) => {
  const { person, x, y, sizes, isSmall, about, card, onOpen, isTabStop, isRelated, isFound } = props;
  const open = onOpen(person.id);
  return (
    <li
      data-person={person.id}
      tabIndex={isTabStop && !open ? 0 : -1}
      className={classes.card}
      {...(isRelated ? { 'data-related': true } : {})}
      {...(isFound ? { 'data-found': true } : {})}
      style={{ left: x, top: y, width: sizes.width, height: sizes.height }}
    >
      {isSmall ? <SmallCard person={person} about={about} onOpen={open} /> : card(person.id)}
    </li>
  );
});
