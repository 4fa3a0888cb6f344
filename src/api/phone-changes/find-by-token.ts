import type { Sql } from '../../db/client.ts';
import { type PhoneChangeWay, tokenHash } from '../../db/token.ts';
import type { PhoneChangeState } from '../../domain/phone-change.ts';
import type { Language } from '../../domain/words.ts';
import { Problem } from '../problem.ts';

/** A live change of number that a link leads to, and how that link came. */
export type Found = {
  id: string;
  accountId: string;
  email: string;
  language: Language;
  newPhone: string;
  state: PhoneChangeState;
  expiresAt: string;
  effectiveAt: string | null;
  way: PhoneChangeWay;
};

/** @throws Problem `not_found` for an unknown, used, expired or dead token alike */
export async function findByToken(sql: Sql, token: string): Promise<Found> {
  const hash = tokenHash(token);
  const [found] = await sql<Found[]>`
    select c.id, c.account_id as "accountId", a.email, a.language, c.new_phone as "newPhone", c.state,
      c.expires_at as "expiresAt", c.effective_at as "effectiveAt",
      case when c.address_hash = ${hash} then 'address' else 'old_number' end as way
    from phone_changes c join accounts a on a.id = c.account_id
    where (c.address_hash = ${hash} or c.old_number_hash = ${hash}) and c.ended_at is null
      and (c.state = 'confirmed' or c.expires_at > now())`;
  if (!found) throw new Problem('not_found');
  return found;
}

/** Like `findByToken`, for what only the link to the account's address may do while nothing is proven. */
export async function findToProve(sql: Sql, token: string): Promise<Found> {
  const found = await findByToken(sql, token);
  if (found.way !== 'address') throw new Problem('not_found');
  if (found.state !== 'asked') throw new Problem('number_proven');
  return found;
}
