import { eq, sql } from 'drizzle-orm';
import { phoneChanges } from '../../db/schema/index.ts';
import { effectiveAfter } from '../../domain/phone-change.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { asConfirmer } from './as-confirmer.ts';

/** Confirms somebody else's new number (R15): it takes effect in 24 hours, of which the account is told. */
export const confirmChange = (
  services: Services,
  request: Request<{ change: string }, undefined, undefined>,
) =>
  asConfirmer(services, request, async ({ tx, changes, change }) => {
    const { id, accountId, email } = change;
    if (change.state === 'confirmed') throw new Problem('already_confirmed');
    const [confirmed] = await tx.orm
      .update(phoneChanges)
      .set({
        state: 'confirmed',
        confirmedAt: sql`now()`,
        confirmedBy: request.caller.accountId,
        effectiveAt: sql`now() + ${effectiveAfter} * interval '1 millisecond'`,
      })
      .where(eq(phoneChanges.id, id))
      .returning({ effectiveAt: phoneChanges.effectiveAt });
    changes.record(
      'phone_change_confirmed',
      { kind: 'account', id: accountId },
      { after: { phoneChange: id } },
    );
    changes.mail({ kind: 'phone_change_confirmed', accountId, email, data: { phoneChangeId: id } });
    changes.owe({ kind: 'phone_change', changeId: id });
    return { body: { id, state: 'confirmed' as const, effectiveAt: confirmed!.effectiveAt!.toISOString() } };
  });
