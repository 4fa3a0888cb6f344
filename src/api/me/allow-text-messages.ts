import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { accounts } from '../../db/schema/index.ts';
import { confirmPassword } from '../auth/check-password.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { isEnrolled } from './authenticator.ts';
import { changeOwnAccount } from './own-account.ts';
import type { AllowTextMessages } from './schema.ts';

/** Says whether codes by text message sign in besides those of an app (R15); without an app they always do. */
export async function allowTextMessages(
  services: Services,
  { caller, body, origin }: Request<unknown, undefined, z.output<typeof AllowTextMessages>>,
): Promise<undefined> {
  const { password, allowed } = body.get();
  await confirmPassword(services, caller, password);
  return changeOwnAccount(services, { ...caller, origin }, async ({ tx, account, record, tell }) => {
    if (!allowed && !(await isEnrolled({ tx, account }))) throw new Problem('no_authenticator');
    if (account.textMessages === allowed) return undefined;
    await tx.orm.update(accounts).set({ textMessages: allowed }).where(eq(accounts.id, account.id));
    record('text_messages_changed', { before: { allowed: !allowed }, after: { allowed } });
    tell(allowed ? 'text_messages_on' : 'text_messages_off');
    return undefined;
  });
}
