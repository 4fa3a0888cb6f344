import { AsyncLocalStorage } from 'node:async_hooks';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { symmetricEncrypt } from 'better-auth/crypto';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from '../../config.ts';
import type { Database, Queries } from '../../db/client.ts';
import {
  accounts,
  credentials,
  mails,
  owed,
  sessions,
  twoFactors,
  verifications,
} from '../../db/schema/index.ts';
import { passwordLength } from '../../domain/password.ts';
import type { Language } from '../../domain/words.ts';
import { codeText, type SendText } from '../text-messages/text-message.ts';
import { accountMaker } from './account-maker.ts';
import { guardCodes } from './guard-codes.ts';

/** The trusted header in which the connection's own address reaches the library. */
export const addressHeader = 'x-client-address';

/** The library's rows in our tables. */
export const authSchema = {
  user: accounts,
  session: sessions,
  account: credentials,
  verification: verifications,
  twoFactor: twoFactors,
};
export const adapterOver = (orm: Queries['orm']) =>
  drizzleAdapter(orm, { provider: 'pg', schema: authSchema });

/** What the library does in the background during one call, and keeps to itself when it fails. */
const background = new AsyncLocalStorage<Promise<unknown>[]>();

/**
 * Runs a call of the library. `waits`: also for what it left in the background, which is heard of if it fails;
 * a password reset doesn't, so that an address that has an account isn't told by the time it takes.
 */
export async function withBackground<T>(call: () => Promise<T>, waits: boolean): Promise<T> {
  const tasks: Promise<unknown>[] = [];
  const result = await background.run(tasks, call);
  const all = Promise.all(tasks);
  if (waits) await all;
  else all.catch(() => {});
  return result;
}

type Context = {
  db: Database;
  config: Pick<Config, 'publicUrl' | 'authSecret'>;
  sendText: SendText;
  nudge(): void;
};
type User = { id: string; email: string };

/** Sign-in, second factor, sessions and password reset (R15), over our tables. There is no sign-up. */
export function createAuth({ db, config, sendText, nudge }: Context) {
  return betterAuth({
    appName: 'Dossier access',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.authSecret,
    trustedOrigins: [new URL(config.publicUrl).origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: adapterOver(db.orm),
    user: {
      additionalFields: {
        phone: { type: 'string', required: true, input: false },
        language: { type: 'string', required: true, input: false },
      },
    },
    // `updatedAt` says within five minutes when a session was last used.
    session: { cookieCache: { enabled: false }, updateAge: 5 * 60 },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => meanReset({ db, config, nudge }, user, token),
    },
    hooks: { before: guardCodes(db, config.authSecret) },
    // What isn't the library's own refusal reaches our error middleware; else it is printed, addresses and all.
    onAPIError: { throw: true },
    advanced: {
      database: { generateId: false },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      backgroundTasks: { handler: (task) => background.getStore()?.push(task) },
    },
    plugins: [
      twoFactor({
        trustDeviceMaxAge: 0,
        otpOptions: {
          storeOTP: 'hashed',
          allowedAttempts: 5,
          period: 5,
          sendOTP: ({ user, otp }) => {
            const { phone, language } = user as typeof user & { phone: string; language: Language };
            const sending = sendText(phone, codeText(otp, language));
            // The library swallows what fails here; the caller hears of it through the background.
            background.getStore()?.push(sending);
            return sending;
          },
        },
      }),
      accountMaker(),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

const resetValidity = 60 * 60 * 1000;

/** Means the e-mail with the link to a new password to leave. The token is kept encrypted until then. */
async function meanReset({ db, config, nudge }: Omit<Context, 'sendText'>, user: User, token: string) {
  const id = uuidv7();
  const encryptedUrl = await symmetricEncrypt({
    key: config.authSecret,
    data: `${config.publicUrl}/reset-password?token=${token}`,
  });
  const data = { encryptedUrl, expiresAt: new Date(Date.now() + resetValidity).toISOString() };
  await db.orm.transaction(async (tx) => {
    await tx
      .insert(mails)
      .values({ id, kind: 'password_reset', accountId: user.id, email: user.email, data });
    await tx.insert(owed).values({
      id: uuidv7(),
      task: { kind: 'mail', mailId: id, mailKind: 'password_reset', dossierId: null },
    });
  });
  nudge();
}
