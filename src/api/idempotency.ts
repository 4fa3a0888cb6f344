import type { Queries } from '../db/client.ts';
import { Problem } from './problem.ts';
import type { Request } from './route.ts';

type Creating = Pick<Request<never, never, never>, 'caller' | 'idempotency'>;

/**
 * Carries out a creating request once: its repetition, with the same `Idempotency-Key` and body within 24 hours,
 * gets the first answer. It is part of the transaction, so that a failed request may be repeated.
 * @throws Problem `idempotency_key_reused` when the key came with another body
 */
export async function once<T>(
  { sql }: Queries,
  { caller, idempotency }: Creating,
  create: () => Promise<T>,
): Promise<T> {
  if (!idempotency) return create();
  const { key, path, bodyHash } = idempotency;
  // Waits for a twin that is under way: the row is its, until its transaction ends.
  const [mine] = await sql`
    insert into idempotency_keys (account_id, path, key, body_hash) values (${caller.accountId}, ${path}, ${key}, ${bodyHash})
    on conflict (account_id, path, key) do update set body_hash = excluded.body_hash, answer = null, created_at = now()
      where idempotency_keys.created_at < now() - interval '24 hours'
    returning key`;
  if (!mine) {
    const [first] = await sql<{ bodyHash: string; answer: T }[]>`
      select body_hash as "bodyHash", answer from idempotency_keys
      where account_id = ${caller.accountId} and path = ${path} and key = ${key}`;
    if (first?.bodyHash !== bodyHash) throw new Problem('idempotency_key_reused');
    return first.answer;
  }
  const answer = await create();
  await sql`
    update idempotency_keys set answer = ${JSON.stringify(answer)}::jsonb
    where account_id = ${caller.accountId} and path = ${path} and key = ${key}`;
  return answer;
}

/** Whether a creating request repeats one that was carried out: what is costly before `once` can be spared then. */
export async function isRepetition({ sql }: Queries, { caller, idempotency }: Creating): Promise<boolean> {
  if (!idempotency) return false;
  const { key, path } = idempotency;
  const [known] = await sql`
    select from idempotency_keys
    where account_id = ${caller.accountId} and path = ${path} and key = ${key}
      and created_at >= now() - interval '24 hours'`;
  return known !== undefined;
}
