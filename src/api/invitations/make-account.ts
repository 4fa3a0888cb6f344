import type { z } from 'zod';
import { Changes } from '../../db/changes.ts';
import type { Queries } from '../../db/client.ts';
import { checkCode, forgetCode } from '../codes.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { bindPending } from './bind.ts';
import { findInvitation } from './find-invitation.ts';
import type { MakeAccount } from './schema.ts';

/**
 * Makes the account that an invitation leads to, signed in (R9, R15): the account, the binding of all its grants,
 * the record and what is owed, in one transaction. Of two who accept at once, one makes it.
 */
export async function makeAccount(
  services: Services,
  { params, body, headers, origin }: Request<{ token: string }, undefined, z.output<typeof MakeAccount>>,
) {
  const { auth, db, starter } = services;
  const invitation = await findInvitation(db.sql, params.token);
  if (invitation.accountExists) throw new Problem('not_found');
  const { password, code } = body.get();
  await checkCode(services, invitation, code);
  const { email, phone, language, inviteeName: name, id: grantId, firmId, dossierId } = invitation;
  const { headers: answered, response } = await auth.api.makeAccount({
    headers,
    returnHeaders: true,
    body: {
      db,
      account: { name, email, phone, language, password },
      before: async (tx: Queries) => {
        const [row] = await tx.sql<{ account: unknown }[]>`select lock_address(${email}) as account`;
        if (row?.account) throw new Problem('not_found');
        const now = await findInvitation(tx.sql, params.token);
        if (now.phone !== phone) throw new Problem('bad_code');
        await forgetCode(tx, grantId);
      },
      after: async (tx: Queries, accountId: string) => {
        const changes = new Changes({ firmId, dossierId, actorId: accountId, origin });
        changes.record('account_created', { kind: 'account', id: accountId, grantId });
        await bindPending(tx, changes, { id: accountId, email, phone }, grantId);
        await changes.write(tx);
      },
    },
  });
  starter.nudge();
  return { body: { ...response, dossierId }, headers: answered };
}
