import { memo } from 'react';
import { rounded } from '../../domain/rounded-path.ts';
import type { Route } from '../../domain/tree-routes.ts';
import type { FamilyDrawing } from './draw-family.ts';
import classes from './family-tree.module.css';
import { adopted as dotted, ended, lineColors } from './line-styles.ts';
import { type Area, touches } from './near.ts';

type Props = {
  drawing: FamilyDrawing;
  /** The part that is drawn. */
  near: Area;
  /** Whose lines stand out. */
  chosen: string | null;
};

/** The lines between couples and their children, below the cards. What they say is said in words on each card. */
export const TreeLines = memo(({ drawing, near, chosen }: Props) => (
  <svg
    aria-hidden
    width={drawing.width}
    height={drawing.height}
    className={classes.lines}
    {...(chosen ? { 'data-chosen': true } : {})}
  >
    {drawing.routes
      .filter((route) => touches(near, route.extent))
      .map((route) => (
        <FamilyLines key={route.family.id} route={route} isOwn={chosen !== null && isOf(route, chosen)} />
      ))}
  </svg>
));

const isOf = ({ family }: Route, id: string) =>
  family.parentIds.includes(id) || family.children.some((child) => child.id === id);

/** How round the corners of lines are. */
const corner = 6;

/** The lines of one couple or single parent: down to a knot, and from there to each child. */
const FamilyLines = memo(({ route, isOwn }: { route: Route; isOwn: boolean }) => {
  const { family, knot, colour, up, down } = route;
  const stroke = lineColors[colour]!;
  const line = { fill: 'none', style: { stroke } };
  return (
    <g strokeWidth={2} {...(isOwn ? { 'data-own': true } : {})}>
      {up.map(({ parentId, points }) => (
        <path
          key={parentId}
          data-from={parentId}
          d={rounded(points, corner)}
          {...line}
          {...(family.union?.end ? { strokeDasharray: ended } : {})}
        />
      ))}
      {down.map(({ childId, adopted, points }) => (
        <path
          key={childId}
          data-to={childId}
          d={rounded(points, corner)}
          {...line}
          {...(adopted ? { strokeDasharray: dotted } : {})}
        />
      ))}
      {family.union && (
        <circle
          cx={knot[0]}
          cy={knot[1]}
          r={5}
          style={{ stroke, fill: family.union.kind === 'marriage' ? stroke : 'var(--mantine-color-body)' }}
        />
      )}
    </g>
  );
});
