import { transaction } from '../../db/client.ts';
import { deleteOnboarding } from '../../db/queries/onboarding-files.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { requireVersion } from '../versions.ts';
import { holdImporter, lockOwn } from './in-onboarding.ts';
import { presentOnboarding } from './present-onboarding.ts';

/** Removes an onboarding that nobody started, with its lines. @throws Problem `onboarding_started` */
export const removeOnboarding = (
  { db }: Services,
  { params, caller, ifMatch }: Request<{ f: string; o: string }, undefined, undefined>,
) =>
  transaction(db, async (tx) => {
    await holdImporter(tx, params.f, caller);
    const { id, state } = await lockOwn(tx, params);
    await requireVersion(tx, ifMatch(), await presentOnboarding(tx.sql, id));
    if (state !== 'checked' && state !== 'rejected') throw new Problem('onboarding_started');
    await deleteOnboarding(tx.sql, id);
    return undefined;
  });
