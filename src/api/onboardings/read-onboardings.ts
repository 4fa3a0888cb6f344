import { listOnboardings, readOnboarding } from '../../db/queries/onboarding-files.ts';
import { pageOf } from '../fields.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireImporter } from './in-onboarding.ts';
import { presentOnboarding, presentSummary } from './present-onboarding.ts';

/** A firm's onboardings, newest first, for who may onboard. */
export async function readOnboardings(
  { db: { sql } }: Services,
  {
    params,
    caller,
    query,
  }: Request<{ f: string }, { cursor?: string | undefined; limit: number }, undefined>,
) {
  await requireImporter(sql, params.f, caller);
  const { cursor = null, limit } = query;
  const { items, nextCursor } = pageOf([...(await listOnboardings(sql, params.f, cursor, limit + 1))], limit);
  return { items: items.map(presentSummary), nextCursor };
}

/** One onboarding: what it would do, what was rejected, and how far it is. */
export async function openOnboarding(
  { db: { sql } }: Services,
  { params, caller }: Request<{ f: string; o: string }, undefined, undefined>,
) {
  await requireImporter(sql, params.f, caller);
  if ((await readOnboarding(sql, params.o))?.firmId !== params.f) throw new Problem('not_found');
  return presentOnboarding(sql, params.o);
}
