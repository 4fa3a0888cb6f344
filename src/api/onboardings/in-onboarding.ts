import { eq } from 'drizzle-orm';
import { Changes } from '../../db/changes.ts';
import { type Queries, type Sql, transaction } from '../../db/client.ts';
import { readMembership } from '../../db/queries/members.ts';
import { holdManagers } from '../../db/queries/onboardings.ts';
import { onboardings } from '../../db/schema/index.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { presentOnboarding } from './present-onboarding.ts';

type Acting = Pick<Request<never, never, never>, 'caller' | 'origin'>;
type Caller = Acting['caller'];

/** Who may create dossiers onboards (R1). @throws Problem `not_found` for who isn't in the team, `not_permitted` */
export async function requireImporter(sql: Sql, firmId: string, { accountId }: Caller): Promise<void> {
  const me = await readMembership(sql, firmId, accountId);
  if (!me) throw new Problem('not_found');
  if (me.role === 'support') throw new Problem('not_permitted');
}

/** As `requireImporter`, and he stays who he is until the transaction ends. */
export async function holdImporter(tx: Queries, firmId: string, caller: Caller): Promise<void> {
  const { runner } = await holdManagers(tx, firmId, caller.accountId, null);
  if (!runner) await requireImporter(tx.sql, firmId, caller);
}

export type OnboardingRow = typeof onboardings.$inferSelect;

/** An onboarding of a firm, locked. @throws Problem `not_found` */
export async function lockOwn({ orm }: Queries, { f, o }: { f: string; o: string }): Promise<OnboardingRow> {
  const [onboarding] = await orm.select().from(onboardings).where(eq(onboardings.id, o)).for('no key update');
  if (onboarding?.firmId !== f) throw new Problem('not_found');
  return onboarding;
}

/**
 * Changes an onboarding of a firm, in one transaction, for who may onboard; what `work` gathers is written at its end.
 * @returns it, as it is then
 */
export async function changeOnboarding(
  { db, starter }: Services,
  { caller, origin }: Acting,
  params: { f: string; o: string },
  work: (context: { tx: Queries; changes: Changes; onboarding: OnboardingRow }) => Promise<unknown>,
) {
  const body = await transaction(db, async (tx) => {
    await holdImporter(tx, params.f, caller);
    const onboarding = await lockOwn(tx, params);
    const changes = new Changes({ firmId: params.f, dossierId: null, actorId: caller.accountId, origin });
    await work({ tx, changes, onboarding });
    await changes.write(tx);
    return presentOnboarding(tx.sql, params.o);
  });
  starter.nudge();
  return body;
}
