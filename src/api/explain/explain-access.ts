import type { z } from 'zod';
import { snapshot } from '../../db/client.ts';
import { readDossier } from '../../db/queries/dossier-facts.ts';
import { asCaller, readParty } from '../../db/queries/parties.ts';
import { explain, reasons } from '../../domain/explanation.ts';
import { rolesOf } from '../../domain/roles.ts';
import { valid } from '../body.ts';
import { enterToRead } from '../dossiers/entered.ts';
import { isManager } from '../dossiers/is-manager.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { type ExplainQuery, type Explanation, Question } from './schema.ts';

/**
 * Whether somebody may do something in the dossier, through which role, by which rule: for the manager alone. It says
 * nothing of his account but its roles in this dossier (R17).
 * @throws Problem `not_permitted`, `invalid`, `not_found` for who isn't of the dossier or of the firm
 */
export async function explainAccess(
  services: Services,
  { caller, params, query }: Request<{ d: string }, z.output<typeof ExplainQuery>, undefined>,
): Promise<z.input<typeof Explanation>> {
  if (!isManager(await enterToRead(services, { caller }, params.d))) throw new Problem('not_permitted');
  const { kind, id, action } = valid(Question, query);
  const { party, dossier } = await snapshot(services.db, async ({ sql }) => {
    const found = await readParty(sql, params.d, { kind, id });
    return { party: found, dossier: found && (await readDossier(sql, asCaller(found), params.d)) };
  });
  if (!party || !dossier) throw new Problem('not_found');
  const { grant, accountId, deceased, hasLeft } = party;
  const open = grant?.accountId != null;
  const { reason, ...explained } = explain(
    {
      kind,
      roles: rolesOf(dossier),
      grant: grant && { open, state: grant.state },
      accountExists: accountId !== null,
      deceased,
      hasLeft,
      closed: dossier.closedAt !== null,
    },
    action,
  );
  const [rule, text] = reasons[reason];
  return { ...explained, rule, reason, invitation: grant && !open ? grant.state : null, text };
}
