import { stairs, type TreeSizes } from '../../domain/tree-layout.ts';
import type { FamilyDrawing } from './draw-family.ts';
import { adopted as dotted, ended, lineColors } from './line-styles.ts';

/** The lines between couples and their children, below the cards. What they say is said in words on each card. */
export const TreeLines = ({ drawing, sizes }: { drawing: FamilyDrawing; sizes: TreeSizes }) => {
  const startOf = starts(drawing);
  return (
    <svg
      aria-hidden
      width={drawing.width}
      height={drawing.height}
      style={{ position: 'absolute', inset: 0, pointerEvents: 'none' }}
    >
      {drawing.families.map((family, i) => (
        <FamilyLines
          key={family.family.id}
          drawn={family}
          index={i}
          half={sizes.height / 2}
          startOf={startOf}
        />
      ))}
    </svg>
  );
};

/** Where on the lower edge of a parent's card the line of each family starts: who has several has them side by side. */
function starts({ families }: FamilyDrawing): (parentId: string, familyId: string) => number {
  const his = new Map<string, { id: string; x: number }[]>();
  for (const { family, at } of families) {
    for (const id of family.parentIds) his.set(id, [...(his.get(id) ?? []), { id: family.id, x: at[0] }]);
  }
  for (const those of his.values()) those.sort((a, b) => a.x - b.x);
  return (parentId, familyId) => {
    const those = his.get(parentId)!;
    return (those.findIndex(({ id }) => id === familyId) - (those.length - 1) / 2) * 24;
  };
}

type Props = {
  drawn: FamilyDrawing['families'][number];
  index: number;
  half: number;
  startOf: (parentId: string, familyId: string) => number;
};

/** The lines of one couple or single parent: down to a knot, and from there to each child. */
function FamilyLines({ drawn: { family, at, up, down }, index, half, startOf }: Props) {
  const stroke = lineColors[index % lineColors.length]!;
  // Neighbours' lines run at different heights, so that they don't look like one.
  const y = at[1] + ((index % 5) - 2) * 4;
  const line = { fill: 'none', strokeWidth: 2, style: { stroke } };
  return (
    <g>
      {up.map(({ parentId, path }) => (
        <path
          key={parentId}
          data-from={parentId}
          d={stairs(
            [
              [path[0]![0] + startOf(parentId, family.id), path[0]![1] + half],
              ...path.slice(1, -1),
              [at[0], y],
            ],
            'late',
          )}
          {...line}
          {...(family.union?.end ? { strokeDasharray: ended } : {})}
        />
      ))}
      {down.map(({ childId, adopted, path }) => {
        const end = path.at(-1)!;
        return (
          <path
            key={childId}
            data-to={childId}
            d={stairs([[at[0], y], ...path.slice(1, -1), [end[0], end[1] - half]], 'middle')}
            {...line}
            {...(adopted ? { strokeDasharray: dotted } : {})}
          />
        );
      })}
      {family.union && (
        <circle
          cx={at[0]}
          cy={y}
          r={5}
          strokeWidth={2}
          style={{ stroke, fill: family.union.kind === 'marriage' ? stroke : 'var(--mantine-color-body)' }}
        />
      )}
    </g>
  );
}
