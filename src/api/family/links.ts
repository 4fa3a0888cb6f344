import { and, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Queries } from '../../db/client.ts';
import { parentLinks, unions } from '../../db/schema/index.ts';
import { once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { changeInFamily, requirePersons } from './in-family.ts';
import type { AddParent, AddUnion, ChangeUnion } from './schema.ts';

type In<P, B = undefined> = Request<P & { d: string }, undefined, B>;

/** Adds a union between two persons of the family. */
export const addUnion = (
  services: Services,
  { params, body, ...request }: In<unknown, z.output<typeof AddUnion>>,
) =>
  changeInFamily(services, request, params.d, ({ tx }) =>
    once(tx, request, async () => {
      const { personIds, ...union } = body.get();
      const [personA, personB] = personIds;
      refuseSame(personA, personB, 'personIds');
      refuseReversed(union);
      await requirePersons(tx, params.d, { 'personIds.0': personA, 'personIds.1': personB });
      const id = uuidv7();
      await tx.orm.insert(unions).values({ id, dossierId: params.d, personA, personB, ...union });
      return { id, version: 1 };
    }),
  );

/** Changes the kind or the dates of a union. */
export const changeUnion = (
  services: Services,
  { params, body, ifMatch, ...request }: In<{ u: string }, z.output<typeof ChangeUnion>>,
) =>
  changeInFamily(services, request, params.d, async ({ tx }) => {
    const union = await lockUnion(tx, params);
    const change = body.get();
    if (ifMatch() !== union.version) throw new Problem('version_stale');
    const { kind, start, end } = { ...union, ...change };
    refuseReversed({ start, end });
    const version = union.version + 1;
    await tx.orm.update(unions).set({ kind, start, end, version }).where(eq(unions.id, union.id));
    return { id: union.id, version };
  });

export const removeUnion = (services: Services, { params, ifMatch, ...request }: In<{ u: string }>) =>
  changeInFamily(services, request, params.d, async ({ tx }) => {
    const union = await lockUnion(tx, params);
    if (ifMatch() !== union.version) throw new Problem('version_stale');
    await tx.orm.delete(unions).where(eq(unions.id, union.id));
    return undefined;
  });

/** Links a child to a parent. */
export const addParent = (
  services: Services,
  { params, body, ...request }: In<unknown, z.output<typeof AddParent>>,
) =>
  changeInFamily(services, request, params.d, ({ tx }) =>
    once(tx, request, async () => {
      const { childId, parentId, kind } = body.get();
      refuseSame(childId, parentId, 'parentId');
      await requirePersons(tx, params.d, { childId, parentId });
      const id = uuidv7();
      const added = await tx.orm
        .insert(parentLinks)
        .values({ id, dossierId: params.d, childId, parentId, kind })
        .onConflictDoNothing()
        .returning({ id: parentLinks.id });
      if (added.length === 0) throw new Problem('link_exists');
      return { id, version: 1 };
    }),
  );

export const removeParent = (services: Services, { params, ifMatch, ...request }: In<{ l: string }>) =>
  changeInFamily(services, request, params.d, async ({ tx }) => {
    const [link] = await tx.orm
      .select()
      .from(parentLinks)
      .where(and(eq(parentLinks.id, params.l), eq(parentLinks.dossierId, params.d)))
      .for('update');
    if (!link) throw new Problem('not_found');
    if (ifMatch() !== link.version) throw new Problem('version_stale');
    await tx.orm.delete(parentLinks).where(eq(parentLinks.id, link.id));
    return undefined;
  });

async function lockUnion({ orm }: Queries, { d, u }: { d: string; u: string }) {
  const [union] = await orm
    .select()
    .from(unions)
    .where(and(eq(unions.id, u), eq(unions.dossierId, d)))
    .for('update');
  if (!union) throw new Problem('not_found');
  return union;
}

function refuseSame(one: string, other: string, field: string) {
  if (one === other) {
    throw new Problem('invalid', {
      errors: [{ field, code: 'same_person', message: 'These are two different persons.' }],
    });
  }
}

function refuseReversed({
  start,
  end,
}: {
  start?: string | null | undefined;
  end?: string | null | undefined;
}) {
  if (start && end && end < start) {
    throw new Problem('invalid', {
      errors: [{ field: 'end', code: 'before_start', message: 'It ends before it starts.' }],
    });
  }
}
