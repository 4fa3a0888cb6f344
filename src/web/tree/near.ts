/** A rectangle of a drawing: its upper left corner and its size. */
export type Place = { x: number; y: number; width: number; height: number };
/** A part of a drawing by its edges. */
export type Area = { left: number; top: number; right: number; bottom: number };

/** What is in sight with as much again around it, to whole tiles, so that it changes only now and then while scrolling. */
export function tilesAround(seen: { left: number; top: number; width: number; height: number }): Area {
  const [across, down] = [seen.width / 2, seen.height / 2];
  return {
    left: (Math.floor(seen.left / across) - 1) * across,
    right: (Math.ceil((seen.left + seen.width) / across) + 1) * across,
    top: (Math.floor(seen.top / down) - 1) * down,
    bottom: (Math.ceil((seen.top + seen.height) / down) + 1) * down,
  };
}

export const isSameArea = (a: Area | null, b: Area) =>
  a !== null && a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;

/** Whether any of a rectangle is in an area. */
export const touches = ({ left, right, top, bottom }: Area, { x, y, width, height }: Place) =>
  x < right && x + width > left && y < bottom && y + height > top;
