import { snapshot } from '../../db/client.ts';
import { readDossier } from '../../db/queries/dossier-facts.ts';
import type { Assumptions, Inputs } from '../../domain/simulation.ts';
import { enter, requireLevel } from '../dossiers/entered.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { calculate } from './calculate.ts';
import { readInputs } from './read-inputs.ts';

export type Projected = {
  name: string;
  assumptions: Assumptions;
  inputs: Inputs;
  /** As JSON. */
  result: string;
  /** When family and inventory stood so, by the database's clock. */
  at: string;
};

/**
 * Projects a dossier's inventory as it stands; nothing is written, and no connection held while it is calculated.
 * @throws Problem `advisor_creates_nothing` (R7), `not_permitted`, `invalid` for impossible assumptions
 */
export async function projectInventory(
  { db }: Services,
  { caller, params, body }: Request<{ d: string }, undefined, Assumptions & { name: string }>,
): Promise<Projected> {
  const read = await snapshot(db, async (tx) => {
    const entered = enter(await readDossier(tx.sql, caller, params.d));
    requireLevel(entered, 'simulations', 'create');
    body.get();
    return readInputs(tx, params.d);
  });
  const { name, ...assumptions } = body.get();
  return { name, assumptions, ...read, result: await calculate({ inputs: read.inputs, assumptions }) };
}
