import type { Queries } from '../../db/client.ts';
import { changeInDossier } from '../dossiers/entered.ts';
import { isManager } from '../dossiers/is-manager.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';

/** Ends a view before its hour is over. @throws Problem `not_permitted`, `not_found` */
export const endView = (
  services: Services,
  { params, ...request }: Request<{ d: string; view: string }, undefined, undefined>,
) =>
  changeInDossier(
    services,
    request,
    params.d,
    async (context) => {
      if (!isManager(context)) throw new Problem('not_permitted');
      const { count } = await context.tx.sql`
        update views set ended_at = now()
        where id = ${params.view} and dossier_id = ${params.d} and account_id = ${request.caller.accountId}
          and ended_at is null and expires_at > now()`;
      if (count === 0) throw new Problem('not_found');
      return undefined;
    },
    'share',
    'closed',
  );

/** A dossier that is handed over: the views of it end for good. */
export const endViews = ({ sql }: Queries, dossierId: string) => sql`
  update views set ended_at = now() where dossier_id = ${dossierId} and ended_at is null`;
