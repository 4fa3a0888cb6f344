import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { password, type Somebody } from './people.ts';
import type { World } from './world.ts';

/** An authenticator app: what a phone makes of the secret. */
export type App = { secret: string; code(later?: number): Promise<string> };

/** An app set up with a secret in base 32. `later`: so many codes after the present one. */
export const appOf = (secret: string): App => ({
  secret,
  code: (later = 0) =>
    createOTP(base32.decode(secret) as unknown as string).hotp(Math.floor(Date.now() / 30_000) + later),
});

/** Enrols an app. Its codes of before are taken as unused, so that a test needn't wait for the next. */
export async function enrol(world: World, { client, id }: Pick<Somebody, 'client' | 'id'>, typed = password) {
  const begun = await client.post('/api/me/authenticator', { password: typed });
  if (begun.status !== 200) throw new Error(JSON.stringify(begun.body));
  const app = appOf(begun.body.secret);
  const ended = await client.post('/api/me/authenticator/confirm', { code: await app.code() });
  if (ended.status !== 200) throw new Error(JSON.stringify(ended.body));
  await unused(world, { id });
  return { app, recoveryCodes: ended.body.recoveryCodes as string[], uri: begun.body.totpUri as string };
}

/** Forgets which codes of an app were used. */
export const unused = ({ owner }: World, { id }: Pick<Somebody, 'id'>) =>
  owner`update two_factors set last_step = null where user_id = ${id}`;

/** A browser that has got as far as the second step. */
export async function withPassword(world: World, { email }: Pick<Somebody, 'email'>) {
  await world.owner`delete from limits`;
  const client = world.client();
  const { body } = await client.post('/api/auth/sign-in/email', { email, password });
  return { client, methods: body.twoFactorMethods as string[] };
}
