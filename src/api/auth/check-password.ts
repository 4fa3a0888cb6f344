import { createHash } from 'node:crypto';
import type { Caller } from '../../db/queries/dossier-facts.ts';
import { consume, forgive } from '../limits.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';

/** What wrong passwords are counted under: the same for addresses with and without an account. */
export const countedUnder = (email: string) => createHash('sha256').update(email).digest('base64url');

/**
 * The account that an address and a password belong to; undefined for a wrong password and for an unknown address,
 * which take the same time. Wrong ones are counted with those of signing in.
 * @throws Problem `too_many_tries` after 10 wrong passwords in 15 minutes
 */
export async function accountOf(
  { auth, db }: Services,
  email: string,
  password: string,
): Promise<{ id: string; phone: string } | undefined> {
  const key = countedUnder(email);
  await consume(db, 'password', key);
  const context = await auth.$context;
  const [row] = await db.sql<{ id: string; phone: string; hash: string }[]>`
    select a.id, a.phone, c.password as hash from accounts a join credentials c on c.user_id = a.id
    where a.email = ${email} and c.provider_id = 'credential' and c.password is not null`;
  if (!row) {
    await context.password.hash(password);
    return undefined;
  }
  if (!(await context.password.verify({ hash: row.hash, password }))) return undefined;
  await forgive(db, 'password', key);
  return row;
}

/** Asks for the password again, before a change of how one signs in. @throws Problem `wrong_password`, `too_many_tries` */
export async function confirmPassword(
  services: Services,
  { email }: Caller,
  password: string,
): Promise<void> {
  if (!(await accountOf(services, email, password))) throw new Problem('wrong_password');
}
