import { Box } from '@mantine/core';
import { type KeyboardEvent, memo, type ReactNode, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Relatives } from '../../domain/kinship.ts';
import type { TreeSizes } from '../../domain/tree-layout.ts';
import { drawFamily } from './draw-family.ts';
import { TreeLegend } from './tree-legend.tsx';
import { TreeLines } from './tree-lines.tsx';
import { walk } from './walk.ts';

type Props = {
  relatives: Relatives;
  sizes: TreeSizes;
  /** Whose card is seen first. */
  centre: string | null;
  /** What stands on somebody's card; the same function for as long as it draws the same. */
  card: (id: string) => ReactNode;
};

/**
 * A family, drawn: a card for each person, and lines between couples and children. It scrolls in its own box; the arrow
 * keys lead from a card to parents, children and who stands beside. It is laid out once for the same family.
 */
export const FamilyTree = memo(({ relatives, sizes, centre, card }: Props) => {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const drawing = useMemo(() => drawFamily(relatives, sizes), [relatives, sizes]);
  const start = drawing.cards.find(({ id }) => id === centre) ?? drawing.cards[0];
  const [startX, startY] = [start?.x ?? 0, start?.y ?? 0];
  useLayoutEffect(() => {
    const { current } = box;
    current?.scrollTo(
      startX + (sizes.width - current.clientWidth) / 2,
      startY + (sizes.height - current.clientHeight) / 2,
    );
  }, [startX, startY, sizes]);
  const follow = (event: KeyboardEvent<HTMLDivElement>) => {
    const from = (event.target as Element).closest('[data-person]')?.getAttribute('data-person');
    if (!from || !box.current) return;
    const buttons = new Map(
      [...box.current.querySelectorAll<HTMLElement>('[data-person] button')].map((button) => [
        button.closest('[data-person]')!.getAttribute('data-person')!,
        button,
      ]),
    );
    const to = walk(drawing.cards, relatives, from, event.key, new Set(buttons.keys()));
    if (to === null) return;
    event.preventDefault();
    buttons.get(to)!.focus();
  };
  return (
    <div>
      <Box
        ref={box}
        role="region"
        aria-label={t('tree.label')}
        tabIndex={0}
        onKeyDown={follow}
        p="md"
        mah="70vh"
        bd="1px solid var(--mantine-color-default-border)"
        bdrs="md"
        style={{ overflow: 'auto' }}
      >
        <Box pos="relative" mx="auto" w={drawing.width} h={drawing.height}>
          <TreeLines drawing={drawing} sizes={sizes} />
          <Box component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
            {drawing.cards.map(({ id, x, y }) => (
              <li
                key={id}
                data-person={id}
                style={{ position: 'absolute', left: x, top: y, width: sizes.width, height: sizes.height }}
              >
                {card(id)}
              </li>
            ))}
          </Box>
        </Box>
      </Box>
      <TreeLegend />
    </div>
  );
});
