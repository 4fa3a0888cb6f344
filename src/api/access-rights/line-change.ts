import { Changes } from '../../db/changes.ts';
import { type Queries, transaction } from '../../db/client.ts';
import { type LineRow, type LockedLine, lockLine } from '../../db/queries/line-facts.ts';
import type { Actor, LineFacts } from '../../domain/access.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import { causeIn, enter, keepRoles } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Request } from '../route.ts';
import type { Services } from '../services.ts';
import { lineFacts, presentLine } from './present-line.ts';

export type Party = { kind: 'person' | 'advisor'; id: string };

/** A line locked for a change, with who asks, and what is gathered to be written. */
export type LineChange = LockedLine & { tx: Queries; actor: Actor; facts: LineFacts; changes: Changes };

/**
 * Changes one line of the access rights in one transaction of two statements: the first locks and reads what the
 * decision stands on, the second writes what `decide` gathered. `email`: the address that would have access.
 * @returns the line as it is then, for the caller
 */
export async function changeLine(
  { db, starter }: Services,
  request: Pick<Request<never, never, never>, 'caller' | 'origin'>,
  dossierId: string,
  party: Party,
  email: string | null,
  decide: (change: LineChange) => LineRow['grant'],
) {
  const line = await transaction(db, async (tx) => {
    const locked = await lockLine(tx, request.caller, dossierId, party, email);
    const entered = enter(locked?.dossier);
    const actor = { ...request.caller, roles: entered.roles };
    const closed = locked!.dossier.closedAt !== null;
    const changes = new Changes(causeIn(locked!.dossier, request));
    const grant = decide({ ...locked!, tx, actor, facts: lineFacts(actor, locked!.line, closed), changes });
    await keepRoles(tx, request, entered);
    await changes.write(tx);
    const withdrawnBefore = locked!.line.withdrawnBefore || (locked!.line.grant !== null && grant === null);
    return presentLine(actor, { ...locked!.line, grant, withdrawnBefore }, closed);
  });
  starter.nudge();
  return line;
}

/** @throws Problem when a rule refused */
export function permit(refused: { code: ProblemCode } | null): void {
  if (refused) throw new Problem(refused.code);
}

/** At most so many e-mails a day to one address from one dossier. @throws Problem `too_many_emails` */
export function allowMail({ mailsToday }: LockedLine): void {
  if (mailsToday >= 10) throw new Problem('too_many_emails', { retryAfter: 60 * 60 });
}
