import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Caller } from '../../db/queries/dossier-facts.ts';
import type { Services } from '../services.ts';

type SignedIn = Caller & { sessionId: string };

/**
 * Who is signed in; null: nobody. Every call asks, so a session in its first day is found by one prepared statement;
 * any other is the authentication library's to judge, which prolongs it or clears it away.
 */
export async function signedIn(
  { auth, db, config }: Pick<Services, 'auth' | 'db' | 'config'>,
  headers: Headers,
): Promise<SignedIn | null> {
  const { authCookies, sessionConfig } = await auth.$context;
  const token = signedToken(headers.get('cookie') ?? '', authCookies.sessionToken.name, config.authSecret);
  const untouched = sessionConfig.expiresIn - sessionConfig.updateAge;
  const [caller] = token
    ? await db.sql<SignedIn[]>`
        select a.id as "accountId", a.email, s.id as "sessionId" from sessions s join accounts a on a.id = s.user_id
        where s.token = ${token} and s.expires_at > now() + ${untouched} * interval '1 second'`
    : [];
  if (caller) return caller;
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  return { accountId: session.user.id, email: session.user.email, sessionId: session.session.id };
}

/** The token in a cookie of the library's (`<token>.<HMAC-SHA-256 in base64>`, percent-encoded), if we signed it. */
function signedToken(cookies: string, name: string, secret: string): string | undefined {
  const pair = cookies.split('; ').find((one) => one.startsWith(`${name}=`));
  const [, token, signature] = /^([^.]+)\.(.{44})$/.exec(decoded(pair?.slice(name.length + 1) ?? '')) ?? [];
  if (!token || !signature) return undefined;
  const wanted = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
