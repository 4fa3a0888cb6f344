import type { Relatives } from '../../domain/kinship.ts';
import type { FamilyDrawing } from './draw-family.ts';

type Card = FamilyDrawing['cards'][number];

/**
 * Whom an arrow key leads to from somebody's card: up to the parents, down to the children, aside to who stands beside;
 * where there is none of them, to the nearest card in that direction.
 */
export function walk(cards: Card[], { parents }: Relatives, from: string, key: string): string | null {
  const here = cards.find(({ id }) => id === from);
  if (!here) return null;
  const others = cards.filter(({ id }) => id !== from);
  const nearest = (some: Card[], far: (card: Card) => number) =>
    some.length === 0 ? null : some.reduce((best, one) => (far(one) < far(best) ? one : best)).id;
  const aside = (card: Card) => Math.abs(card.x - here.x);
  const along = (card: Card) => Math.abs(card.y - here.y) * 1_000 + aside(card);
  const of = (ids: string[]) => others.filter(({ id }) => ids.includes(id));
  switch (key) {
    case 'ArrowUp': {
      const his = parents.filter(({ childId }) => childId === from).map(({ parentId }) => parentId);
      return (
        nearest(of(his), aside) ??
        nearest(
          others.filter(({ y }) => y < here.y),
          along,
        )
      );
    }
    case 'ArrowDown': {
      const his = parents.filter(({ parentId }) => parentId === from).map(({ childId }) => childId);
      return (
        nearest(of(his), aside) ??
        nearest(
          others.filter(({ y }) => y > here.y),
          along,
        )
      );
    }
    case 'ArrowLeft':
      return nearest(
        others.filter(({ x, y }) => y === here.y && x < here.x),
        aside,
      );
    case 'ArrowRight':
      return nearest(
        others.filter(({ x, y }) => y === here.y && x > here.x),
        aside,
      );
    default:
      return null;
  }
}
