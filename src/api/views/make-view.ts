import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { readDossier } from '../../db/queries/dossier-facts.ts';
import { onceIn, readParty } from '../../db/queries/parties.ts';
import { changeInDossier, enter } from '../dossiers/entered.ts';
import { isManager } from '../dossiers/is-manager.ts';
import { isoInstant } from '../fields.ts';
import { once } from '../idempotency.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import type { MakeView } from './schema.ts';

/**
 * Begins a view of the manager's on a dossier as somebody who has access there, or will have: it is recorded, it reads
 * only (`lookAs`), and it lasts an hour by the database's clock.
 * @throws Problem `not_permitted`, `not_found` for who isn't in the dossier, `no_access`, `person_deceased`
 */
export const makeView = (
  services: Services,
  { params, body, ...request }: Request<{ d: string }, undefined, z.output<typeof MakeView>>,
) =>
  changeInDossier(
    services,
    request,
    params.d,
    async (context) => {
      const { tx, changes } = context;
      if (!isManager(context)) throw new Problem('not_permitted');
      return once(tx, request, async () => {
        const { kind, id: partyId } = body.get();
        const party = await readParty(tx.sql, params.d, { kind, id: partyId });
        if (!party) throw new Problem('not_found');
        const { grant, deceased } = party;
        if (!grant) throw new Problem('no_access');
        if (deceased && !grant.accountId) throw new Problem('person_deceased');
        const seen = enter(await readDossier(tx.sql, onceIn({ ...party, grant }), params.d));
        const id = uuidv7();
        const [view] = await tx.sql<{ expiresAt: string }[]>`
          insert into views (id, dossier_id, account_id, ${tx.sql(`${kind}_id`)}, expires_at)
          values (${id}, ${params.d}, ${request.caller.accountId}, ${partyId}, now() + interval '1 hour')
          returning expires_at as "expiresAt"`;
        const expiresAt = isoInstant(view!.expiresAt)!;
        changes.record(
          'viewed_as',
          { kind, id: partyId, grantId: grant.id },
          { after: { view: id, expiresAt } },
        );
        return { id, expiresAt, roles: seen.roles, capabilities: seen.capabilities };
      });
    },
    'share',
    'closed',
  );
