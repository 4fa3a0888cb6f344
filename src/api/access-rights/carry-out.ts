import {
  columnsOf,
  endUntil,
  giveAccess,
  oweExpiry,
  oweInvitation,
  unwritten,
} from '../../commands/give-access.ts';
import type { GrantRow } from '../../db/queries/line-facts.ts';
import { decideSave, type SaveDecision, type SaveRequest } from '../../domain/access.ts';
import { isWaiting } from '../../domain/invitation.ts';
import { lastDay } from '../../domain/until.ts';
import { Problem } from '../problem.ts';
import { allowMail, type LineChange } from './line-change.ts';

/** A personal message (null: none; left out: as it is) goes with an invitation that the save begins; else it isn't read. */
type Message = { message?: string | null | undefined };
type Save = SaveRequest & Message;
type Of<K extends SaveDecision['kind']> = Extract<SaveDecision, { kind: K }> & Message;

/**
 * Decides what a save does to a line, and gathers it: the grant, its record, who is told, and what is owed.
 * @returns the grant as it is then; null where there is none
 * @throws Problem with the rule's code
 */
export function save(change: LineChange, { message, ...request }: Save): GrantRow | null {
  const { facts, account, emailInUse, line } = change;
  const decision = decideSave({ ...facts, account, emailInUse }, request);
  switch (decision.kind) {
    case 'refused':
      throw new Problem(decision.code);
    case 'contact_missing':
      throw new Problem('invalid', {
        errors: decision.fields.map((field) => ({
          field,
          code: 'required',
          message: 'Needed to give access.',
        })),
      });
    case 'nothing':
      return line.grant;
    case 'withdraw':
      return withdraw(change);
    case 'give':
      return give(change, { ...decision, message });
    case 'update':
      return update(change, { ...decision, message });
  }
}

function give(change: LineChange, decision: Of<'give'>): GrantRow {
  allowMail(change);
  return { ...giveAccess(change, decision), giverName: change.callerName };
}

function update(
  change: LineChange,
  { right, email, phone, until, opens, newCycle, message }: Of<'update'>,
): GrantRow {
  const { changes, dossier, line, account, actor, guardians } = change;
  const before = line.grant!;
  const subject = subjectOf(change, before.id);
  const grant: GrantRow = { ...before, right, email, phone, version: before.version + 1 };
  if (newCycle) {
    allowMail(change);
    Object.assign(grant, unwritten(before.cycle), message === undefined ? {} : { message });
    oweInvitation(change, grant);
  }
  if (opens) Object.assign(grant, { accountId: account!.id, openedAt: new Date().toISOString() });
  const was = { right: before.right, until: lastDay(before.endsAt) };
  const changed = { right: right !== was.right, until: until !== was.until };
  if (changed.until) {
    Object.assign(grant, endUntil(until));
    oweExpiry(change, before.id, true);
  }
  changes.updateGrant({ ...columnsOf(grant), id: before.id, version: before.version });

  if (changed.right || changed.until) {
    const only = (of: typeof was) => ({
      ...(changed.right ? { right: of.right } : {}),
      ...(changed.until ? { until: of.until } : {}),
    });
    changes.record('access_changed', subject, { before: only(was), after: only({ right, until }) });
    if (before.accountId) {
      allowMail(change);
      changes.mail({
        kind: 'right_changed',
        accountId: before.accountId,
        email,
        dossierId: dossier.id,
        grantId: before.id,
        data: { right, until, changed },
      });
    }
  }
  if (email !== before.email || phone !== before.phone) {
    changes.record('contact_corrected', subject, {
      after: {
        fields: [...(email === before.email ? [] : ['email']), ...(phone === before.phone ? [] : ['phone'])],
      },
      details: { before: { email: before.email, phone: before.phone }, after: { email, phone } },
    });
    for (const guardian of line.central ? guardians : []) {
      if (guardian.accountId === actor.accountId) continue;
      changes.mail({
        kind: 'central_corrected',
        accountId: guardian.accountId,
        email: guardian.email,
        dossierId: dossier.id,
        grantId: before.id,
        data: { actorId: actor.accountId },
      });
    }
  }
  if (opens) changes.record('access_opened', subject);
  return grant;
}

/** R12: word of a withdrawal goes to an account, or to an address that was written to. */
function withdraw(change: LineChange): null {
  const { changes, dossier, line } = change;
  const { id: grantId, accountId, email, written } = line.grant!;
  if (accountId || written) {
    changes.mail({ kind: 'withdrawn', accountId, email, dossierId: dossier.id, grantId });
  }
  endLine(change, 'access_withdrawn');
  return null;
}

/** Ends the access of a line before its day, and with it the invitation (R13). */
export function endLine(
  change: Pick<LineChange, 'changes' | 'dossier' | 'line'>,
  action: 'access_withdrawn' | 'access_left',
): void {
  const { changes, line } = change;
  const grant = line.grant!;
  const ended = { endedAt: new Date(), nextReminderAt: null, expiresAt: null };
  changes.updateGrant({
    id: grant.id,
    version: grant.version,
    ...ended,
    ...(isWaiting(grant.state) ? { state: 'withdrawn' } : {}),
  });
  changes.record(action, subjectOf(change, grant.id), { before: { right: grant.right } });
  if (isWaiting(grant.state)) {
    changes.owe({ kind: 'settle', grantId: grant.id, cycle: grant.cycle, outcome: 'withdrawn' });
  }
  if (grant.endsAt) oweExpiry(change, grant.id, true);
}

/** Begins a new cycle of the invitation at the same address (R13): the links of the one before die. */
export function beginAnew(change: LineChange): GrantRow {
  const { changes, line } = change;
  const before = line.grant!;
  const grant: GrantRow = { ...before, ...unwritten(before.cycle), version: before.version + 1 };
  changes.updateGrant({ ...columnsOf(grant), id: before.id, version: before.version });
  oweInvitation(change, grant);
  return grant;
}

export const subjectOf = ({ line }: Pick<LineChange, 'line'>, grantId: string) => ({
  kind: line.kind,
  id: line.partyId,
  grantId,
});
