import { and, eq, isNull } from 'drizzle-orm';
import { Changes } from '../../db/changes.ts';
import { transaction } from '../../db/client.ts';
import { phoneChanges } from '../../db/schema/index.ts';
import { phoneChangeToken } from '../../db/token.ts';
import type { Language } from '../../domain/words.ts';
import type { ActivityContext } from '../activities.ts';
import { coded, notYet } from '../delivery.ts';
import { warningText } from './warning-text.ts';

type Row = { accountId: string; oldPhone: string; effectiveAt: string; language: Language };

/** Tells the old number of a confirmed change, and how to cancel it (R15); once, as far as its provider says. */
export const warnOldNumber = (
  { db, sendText, publicUrl, authSecret }: ActivityContext,
  { changeId }: { changeId: string },
): Promise<'warned' | 'over'> =>
  coded(async () => {
    const [change] = await db.sql<Row[]>`
      select c.account_id as "accountId", c.old_phone as "oldPhone", c.effective_at as "effectiveAt", a.language
      from phone_changes c join accounts a on a.id = c.account_id
      where c.id = ${changeId} and c.state = 'confirmed' and c.warned_at is null`;
    if (!change) return 'over';
    const { accountId, oldPhone, effectiveAt, language } = change;
    const link = `${publicUrl}/phone-changes/${phoneChangeToken(authSecret, changeId, 'old_number')}`;
    try {
      await sendText(oldPhone, warningText(language, { link, effectiveAt: new Date(effectiveAt) }));
    } catch {
      throw notYet('text_message_failed');
    }
    await transaction(db, async (tx) => {
      const warned = await tx.orm
        .update(phoneChanges)
        .set({ warnedAt: new Date() })
        .where(and(eq(phoneChanges.id, changeId), isNull(phoneChanges.warnedAt)))
        .returning({ id: phoneChanges.id });
      if (warned.length === 0) return;
      const changes = new Changes({ firmId: null, dossierId: null, actorId: null, origin: null });
      changes.record(
        'phone_change_warned',
        { kind: 'account', id: accountId },
        { after: { phoneChange: changeId } },
      );
      await changes.write(tx);
    });
    return 'warned';
  });
