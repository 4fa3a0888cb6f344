import { Changes } from '../../db/changes.ts';
import { type Queries, transaction } from '../../db/client.ts';
import { type LineRow, type LockedLine, lockLine } from '../../db/queries/line-facts.ts';
import type { Actor, LineFacts } from '../../domain/access.ts';
import type { ProblemCode } from '../../domain/problems.ts';
import { type Acting, causeIn, type Entered, enter, keepRoles } from '../dossiers/entered.ts';
import { Problem } from '../problem.ts';
import type { Services } from '../services.ts';
import { lineFacts, presentLine } from './present-line.ts';

export type Party = { kind: 'person' | 'advisor'; id: string };

/** A line locked for a change, with who asks, and what is gathered to be written. */
export type LineChange = LockedLine & { tx: Queries; actor: Actor; facts: LineFacts; changes: Changes };

/** Gathers the changes that a decision makes to a line. @returns the grant as it is then; null where there is none */
export type Decide = (change: LineChange) => LineRow['grant'];

/**
 * Changes one line of the access rights in one transaction of two statements: the first locks and reads what the
 * decision stands on, the second writes what `decide` gathered. `email`: the address that would have access.
 * @returns the line as it is then, for the caller
 */
export async function changeLine(
  { db, starter }: Pick<Services, 'db'> & { starter: Pick<Services['starter'], 'nudge'> },
  request: Acting,
  dossierId: string,
  party: Party,
  email: string | null,
  decide: Decide,
) {
  const line = await transaction(db, async (tx) => {
    const locked = await lockLine(tx, request.caller, dossierId, party, email);
    const entered = enter(locked?.dossier);
    const change = lineChange(tx, request, entered, locked!, new Changes(causeIn(entered.dossier, request)));
    const grant = decide(change);
    await keepRoles(tx, request, entered);
    await change.changes.write(tx);
    return presentChanged(change, grant);
  });
  starter.nudge();
  return line;
}

const isClosed = ({ dossier }: Pick<LockedLine, 'dossier'>) => dossier.closedAt !== null;

/** What a decision about a line is given. */
export function lineChange(
  tx: Queries,
  { caller }: Acting,
  { roles }: Entered,
  locked: LockedLine,
  changes: Changes,
): LineChange {
  const actor = { ...caller, roles };
  return { ...locked, tx, actor, facts: lineFacts(actor, locked.line, isClosed(locked)), changes };
}

/** A line as it is once its change is written. */
export function presentChanged({ actor, line, dossier }: LineChange, grant: LineRow['grant']) {
  const withdrawnBefore = line.withdrawnBefore || (line.grant !== null && grant === null);
  return presentLine(actor, { ...line, grant, withdrawnBefore }, isClosed({ dossier }));
}

/** @throws Problem when a rule refused */
export function permit(refused: { code: ProblemCode } | null): void {
  if (refused) throw new Problem(refused.code);
}

/** At most so many e-mails a day to one address from one dossier. @throws Problem `too_many_emails` */
export function allowMail({ mailsToday }: LockedLine): void {
  if (mailsToday >= 10) throw new Problem('too_many_emails', { retryAfter: 60 * 60 });
}
