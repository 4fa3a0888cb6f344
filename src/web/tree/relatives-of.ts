import type { Relatives } from '../../domain/kinship.ts';

const nobody: ReadonlySet<string> = new Set();

/** Somebody's parents, partners and children. */
export function nearestOf({ unions, parents }: Relatives, id: string | null): ReadonlySet<string> {
  if (id === null) return nobody;
  return new Set([
    ...unions.filter(({ personIds }) => personIds.includes(id)).flatMap(({ personIds }) => personIds),
    ...parents.filter(({ childId }) => childId === id).map(({ parentId }) => parentId),
    ...parents.filter(({ parentId }) => parentId === id).map(({ childId }) => childId),
  ]);
}
