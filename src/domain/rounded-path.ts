import type { Point } from './tree-layout.ts';

/** An SVG path through points, its corners rounded by at most `radius`. */
export function rounded(points: Point[], radius: number): string {
  const corners = points
    .filter((point, i) => i === 0 || !isSame(points[i - 1]!, point))
    .filter((point, i, all) => {
      const [before, after] = [all[i - 1], all[i + 1]];
      return !before || !after || !isStraight(before, point, after);
    });
  const [[x, y], ...rest] = corners as [Point, ...Point[]];
  const parts = rest.map((corner, i) => {
    const next = rest[i + 1];
    if (!next) return `L ${corner[0]} ${corner[1]}`;
    const before = corners[i]!;
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, next) / 2);
    const [a, b] = [towards(corner, before, r), towards(corner, next, r)];
    return `L ${a[0]} ${a[1]} Q ${corner[0]} ${corner[1]} ${b[0]} ${b[1]}`;
  });
  return [`M ${x} ${y}`, ...parts].join(' ');
}

const distance = (a: Point, b: Point) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]);
const isSame = (a: Point, b: Point) => distance(a, b) < 0.01;
const isStraight = (a: Point, b: Point, c: Point) =>
  (Math.abs(a[0] - b[0]) < 0.01 && Math.abs(b[0] - c[0]) < 0.01) ||
  (Math.abs(a[1] - b[1]) < 0.01 && Math.abs(b[1] - c[1]) < 0.01);
const towards = (from: Point, to: Point, by: number): Point => {
  const share = by / distance(from, to);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
};
