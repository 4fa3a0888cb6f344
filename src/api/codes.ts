import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Queries } from '../db/client.ts';
import { codes } from '../db/schema/index.ts';
import type { Language } from '../domain/words.ts';
import { consume } from './limits.ts';
import { Problem } from './problem.ts';
import type { Services } from './services.ts';
import { codeText } from './text-messages/text-message.ts';

/** A code is good for five minutes and five tries. */
const goodFor = 5 * 60;
const tries = 5;

/** Whose code it is: a grant, or a change of number, and the number typed in it. */
type Typed = { id: string; phone: string; language: Language };

const hashOf = (secret: string, subjectId: string, code: string) =>
  createHmac('sha256', secret).update(`code:${subjectId}:${code}`).digest('base64url');

/**
 * Sends a new six-digit code to the number typed; the one before stops working.
 * @throws Problem `too_many_codes` after 10 codes an hour to one number
 */
export async function sendCode(
  { db, sendText, config }: Services,
  { id, phone, language }: Typed,
): Promise<void> {
  await consume(db, 'codes', phone);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const hash = hashOf(config.authSecret, id, code);
  await db.sql`
    insert into codes (subject_id, phone, hash, tries, expires_at)
    values (${id}, ${phone}, ${hash}, 0, now() + ${goodFor} * interval '1 second')
    on conflict (subject_id) do update set phone = excluded.phone, hash = excluded.hash, tries = 0, expires_at = excluded.expires_at`;
  await sendText(phone, codeText(code, language));
}

/**
 * Checks a code, and counts the try, whatever becomes of the transaction that follows.
 * @throws Problem `bad_code` for a wrong, expired or overtaken one, `too_many_tries` after five
 */
export async function checkCode({ db, config }: Services, { id, phone }: Typed, code: string): Promise<void> {
  const [row] = await db.sql<{ hash: string; tries: number }[]>`
    update codes set tries = tries + 1
    where subject_id = ${id} and phone = ${phone} and expires_at > now() returning hash, tries`;
  if (!row) throw new Problem('bad_code');
  if (row.tries > tries) throw new Problem('too_many_tries', { retryAfter: goodFor });
  const given = Buffer.from(hashOf(config.authSecret, id, code));
  if (!timingSafeEqual(given, Buffer.from(row.hash))) throw new Problem('bad_code');
}

/** A code that was right works once. @throws Problem `bad_code` when another request used it just before */
export async function forgetCode({ orm }: Queries, subjectId: string): Promise<void> {
  const used = await orm
    .delete(codes)
    .where(eq(codes.subjectId, subjectId))
    .returning({ id: codes.subjectId });
  if (used.length === 0) throw new Problem('bad_code');
}
