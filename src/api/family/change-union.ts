import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import { readTree } from '../../db/queries/family.ts';
import { unions } from '../../db/schema/index.ts';
import { defined } from '../fields.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { refuseContradictions } from './add-union.ts';
import { changeInFamily } from './in-family.ts';
import { presentUnion } from './present.ts';
import { refuseFlaws } from './refuse-flaws.ts';
import type { ChangeUnion } from './schema.ts';

type UnionRow = Awaited<ReturnType<typeof lockUnion>>;

/** Changes the kind, the regime or the days of a union. */
export const changeUnion = (
  services: Services,
  {
    params,
    body,
    ifMatch,
    ...request
  }: Request<{ d: string; u: string }, undefined, z.output<typeof ChangeUnion>>,
) =>
  changeInFamily(services, request, params.d, async ({ tx, changes }) => {
    const union = await lockUnion(tx, params);
    const change = body.get();
    await requireVersion(tx, ifMatch(), presentUnion(union));
    changes.replaced(presentUnion(union));
    const changed: UnionRow = { ...union, ...defined(change), version: union.version + 1 };
    refuseContradictions(changed);
    await refuseImpossible(tx, union, changed);
    const { kind, regime, start, end, version } = changed;
    await tx.orm.update(unions).set({ kind, regime, start, end, version }).where(eq(unions.id, union.id));
    return { id: union.id, version };
  });

/** @throws Problem `impossible_tree` for a kind and days with which the family can't be */
async function refuseImpossible(tx: Queries, before: UnionRow, after: UnionRow) {
  const fields = (['kind', 'start', 'end'] as const).filter((field) => before[field] !== after[field]);
  if (fields.length === 0) return;
  const tree = await readTree(tx, before.dossierId);
  const treeWith = (union: UnionRow) => ({
    ...tree,
    unions: tree.unions.map((one) => (one.id === union.id ? union : one)),
  });
  const without = fields.map((field) => [field, treeWith({ ...after, [field]: before[field] })] as const);
  refuseFlaws(tree, treeWith(after), Object.fromEntries(without), fields[0]!);
}

/** @throws Problem `not_found` */
export async function lockUnion({ orm }: Queries, { d, u }: { d: string; u: string }) {
  const [union] = await orm
    .select()
    .from(unions)
    .where(and(eq(unions.id, u), eq(unions.dossierId, d)))
    .for('update');
  if (!union) throw new Problem('not_found');
  return { ...union, personIds: [union.personA, union.personB] as [string, string] };
}
