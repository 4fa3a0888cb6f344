import { memo } from 'react';
import { rounded } from '../../domain/rounded-path.ts';
import type { TreeSizes } from '../../domain/tree-layout.ts';
import type { FamilyDrawing } from './draw-family.ts';
import classes from './family-tree.module.css';
import { lineColors } from './line-styles.ts';

type Props = { drawing: FamilyDrawing; sizes: TreeSizes; marked: ReadonlySet<string> };

/** A tree too far away for names: boxes and lines alone, in few elements; those of the marked persons stand out. */
export const TreeOverview = memo(({ drawing, sizes, marked }: Props) => {
  const { cards, routes, width, height } = drawing;
  const boxes = (some: FamilyDrawing['cards']) =>
    some.map(({ x, y }) => `M ${x} ${y} h ${sizes.width} v ${sizes.height} h ${-sizes.width} Z`).join(' ');
  return (
    <svg aria-hidden width={width} height={height} className={classes.overview}>
      {lineColors.map((stroke, colour) => (
        <path
          key={stroke}
          style={{ fill: 'none', stroke, opacity: 0.5 }}
          d={routes
            .filter((route) => route.colour === colour)
            .flatMap(({ up, down }) => [...up, ...down].map(({ points }) => rounded(points, 0)))
            .join(' ')}
        />
      ))}
      <path
        d={boxes(cards.filter(({ id }) => !marked.has(id)))}
        style={{ fill: 'var(--mantine-color-dimmed)' }}
      />
      <path
        d={boxes(cards.filter(({ id }) => marked.has(id)))}
        style={{
          fill: 'var(--mantine-primary-color-filled)',
          stroke: 'var(--mantine-primary-color-filled)',
          strokeWidth: 'calc(4px * var(--shrunk))',
        }}
      />
    </svg>
  );
});
