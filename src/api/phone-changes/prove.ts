import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { Changes } from '../../db/changes.ts';
import { transaction } from '../../db/client.ts';
import { type Confirmer, lockPhoneChange, readConfirmers } from '../../db/queries/phone-changes.ts';
import { phoneChanges } from '../../db/schema/index.ts';
import { checkCode, forgetCode } from '../codes.ts';
import { isoInstant } from '../fields.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { findToProve } from './find-by-token.ts';
import type { ProveNumber } from './schema.ts';

/**
 * Proves the new number, by a code that was sent to it from the link to the address (R15). From then on somebody else
 * has to confirm it: those who may now are told, one e-mail each.
 */
export async function proveNumber(
  services: Services,
  { params, body, origin }: Request<{ token: string }, undefined, z.output<typeof ProveNumber>>,
) {
  const { db, starter } = services;
  const found = await findToProve(db.sql, params.token);
  const { code } = body.get();
  const { id, accountId, newPhone, language } = found;
  await checkCode(services, { id, phone: newPhone, language }, code);
  const canBeConfirmed = await transaction(db, async (tx) => {
    const change = await lockPhoneChange(tx, id);
    if (!change || change.endedAt) throw new Problem('not_found');
    if (change.state !== 'asked') throw new Problem('number_proven');
    await forgetCode(tx, id);
    await tx.orm
      .update(phoneChanges)
      .set({ state: 'waiting', provenAt: sql`now()` })
      .where(eq(phoneChanges.id, id));
    const changes = new Changes({ firmId: null, dossierId: null, actorId: accountId, origin });
    changes.record('phone_change_proven', { kind: 'account', id: accountId }, { after: { phoneChange: id } });
    const confirmers = await readConfirmers(tx.sql, accountId);
    const told = new Set<string>();
    for (const { longAgo, ...confirmer } of confirmers) {
      if (!longAgo || told.has(confirmer.accountId)) continue;
      told.add(confirmer.accountId);
      ask(changes, id, confirmer);
    }
    changes.owe({ kind: 'phone_change', changeId: id });
    await changes.write(tx);
    return told.size > 0;
  });
  starter.nudge();
  return { body: { state: 'waiting' as const, expiresAt: isoInstant(found.expiresAt)!, canBeConfirmed } };
}

const ask = (changes: Changes, phoneChangeId: string, confirmer: Omit<Confirmer, 'longAgo'>) =>
  changes.mail({ kind: 'phone_change_to_confirm', ...confirmer, data: { phoneChangeId } });
