import { sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { Changes } from '../../db/changes.ts';
import { transaction } from '../../db/client.ts';
import { endPhoneChange, lockLiveChange } from '../../db/queries/phone-changes.ts';
import { phoneChanges } from '../../db/schema/index.ts';
import { phoneChangeToken, tokenHash } from '../../db/token.ts';
import { confirmedWithin } from '../../domain/phone-change.ts';
import { accountOf, countedUnder } from '../auth/check-password.ts';
import type { LostPhone } from '../auth/schema.ts';
import { consume } from '../limits.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';

/**
 * Asks for a new number, by who lost his phone (R15): with the right password, a link goes to the account's address.
 * It takes the place of what was asked for before, unless that is confirmed already. The answer is always the same.
 */
export async function askNewNumber(
  services: Services,
  { body, origin }: Request<unknown, undefined, z.output<typeof LostPhone>>,
) {
  const { db, config, starter } = services;
  const { email, password, newPhone } = body.get();
  await consume(db, 'lostPhone', countedUnder(email));
  const account = await accountOf(services, email, password);
  if (!account) return { body: {} };
  await transaction(db, async (tx) => {
    // Of two who ask at once, the second replaces what the first asked for.
    const [{ phone: oldPhone } = account] = await tx.sql<{ phone: string }[]>`
      select phone from accounts where id = ${account.id} for no key update`;
    const changes = new Changes({ firmId: null, dossierId: null, actorId: null, origin });
    const before = await lockLiveChange(tx, account.id);
    if (before?.state === 'confirmed') return;
    if (before) await endPhoneChange(tx, changes, before, { email, as: 'replaced' });
    const id = uuidv7();
    const hashOf = (way: 'address' | 'old_number') => tokenHash(phoneChangeToken(config.authSecret, id, way));
    await tx.orm.insert(phoneChanges).values({
      id,
      accountId: account.id,
      oldPhone,
      newPhone,
      addressHash: hashOf('address'),
      oldNumberHash: hashOf('old_number'),
      expiresAt: sql`now() + ${confirmedWithin} * interval '1 millisecond'`,
    });
    changes.record(
      'phone_change_asked',
      { kind: 'account', id: account.id },
      { after: { phoneChange: id }, details: { before: oldPhone, after: newPhone } },
    );
    changes.mail({ kind: 'phone_change_link', accountId: account.id, email, data: { phoneChangeId: id } });
    changes.owe({ kind: 'phone_change', changeId: id });
    await changes.write(tx);
  });
  starter.nudge();
  return { body: {} };
}
