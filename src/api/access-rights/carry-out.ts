import { v7 as uuidv7 } from 'uuid';
import type { GrantRow } from '../../db/queries/line-facts.ts';
import { decideSave, type SaveDecision, type SaveRequest } from '../../domain/access.ts';
import { beginning, isWaiting } from '../../domain/invitation.ts';
import { endOf, lastDay, warningOf } from '../../domain/until.ts';
import { Problem } from '../problem.ts';
import { allowMail, type LineChange } from './line-change.ts';

type Of<K extends SaveDecision['kind']> = Extract<SaveDecision, { kind: K }>;

/**
 * Decides what a save does to a line, and gathers it: the grant, its record, who is told, and what is owed.
 * @returns the grant as it is then; null where there is none
 * @throws Problem with the rule's code
 */
export function save(change: LineChange, request: SaveRequest): GrantRow | null {
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
      return give(change, decision);
    case 'update':
      return update(change, decision);
  }
}

/** An invitation that begins, to an address that nobody wrote to in its cycle. */
const unwritten = (previousCycle?: number) => ({
  ...beginning(previousCycle),
  written: false,
  lastDelivery: null,
});

const oweInvitation = ({ changes, line, dossier }: LineChange, { id, cycle }: GrantRow) =>
  changes.owe({ kind: 'invite', grantId: id, cycle, partyKind: line.kind, dossierId: dossier.id });

/** When access until a day ends, and when that is told. */
function endUntil(until: string | null) {
  const endsAt = endOf(until);
  return { endsAt, warnsAt: warningOf(endsAt, new Date().toISOString()) };
}

/** The workflow of an end, owed to Temporal: to exist, and to look again where the end has changed. */
const oweExpiry = ({ changes, dossier }: LineChange, grantId: string, changed: boolean) =>
  changes.owe({ kind: 'expiry', grantId, dossierId: dossier.id, changed });

function give(change: LineChange, { right, email, phone, until, opens }: Of<'give'>): GrantRow {
  const { changes, actor, dossier, line, account } = change;
  allowMail(change);
  const id = uuidv7();
  const now = new Date().toISOString();
  const bound = opens ? { accountId: account!.id, openedAt: now } : { accountId: null, openedAt: null };
  const isPerson = line.kind === 'person';
  const grant: GrantRow = {
    id,
    right,
    email,
    phone,
    ...bound,
    ...endUntil(until),
    givenBy: actor.accountId,
    version: 1,
    ...unwritten(),
  };
  changes.giveGrant({
    ...columnsOf(grant),
    id,
    givenBy: actor.accountId,
    firmId: dossier.firmId,
    dossierId: dossier.id,
    personId: isPerson ? line.partyId : null,
    advisorId: isPerson ? null : line.partyId,
    givenAt: now,
  });
  changes.record('access_given', subjectOf(change, id), {
    after: { right, ...(until ? { until } : {}) },
    details: { email, phone },
  });
  if (opens) changes.record('access_opened', subjectOf(change, id));
  oweInvitation(change, grant);
  if (until) oweExpiry(change, id, false);
  tellOfGiving(change, id, right);
  return grant;
}

/** R3: the manager hears of what a holder gives; R5: admins and central persons, of what a central person gets. */
function tellOfGiving(
  { changes, actor, dossier, line, guardians }: LineChange,
  grantId: string,
  right: string,
) {
  const data = { right, actorId: actor.accountId };
  const about = { dossierId: dossier.id, grantId, data };
  if (!actor.roles.some((role) => role.name === 'manager')) {
    const { accountId, email } = dossier.manager;
    changes.mail({ kind: 'holder_gave', accountId, email, ...about });
  }
  if (!line.central) return;
  for (const { accountId, email } of guardians) {
    if (accountId !== actor.accountId) changes.mail({ kind: 'central_given', accountId, email, ...about });
  }
}

function update(change: LineChange, { right, email, phone, until, opens, newCycle }: Of<'update'>): GrantRow {
  const { changes, dossier, line, account, actor, guardians } = change;
  const before = line.grant!;
  const subject = subjectOf(change, before.id);
  const grant: GrantRow = { ...before, right, email, phone, version: before.version + 1 };
  if (newCycle) {
    allowMail(change);
    Object.assign(grant, unwritten(before.cycle));
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

/** R12, R13: the invitation ends with the access; word goes to an account, or to an address that was written to. */
function withdraw(change: LineChange): null {
  const { changes, dossier, line } = change;
  const grant = line.grant!;
  const ended = { endedAt: new Date(), nextReminderAt: null, expiresAt: null };
  changes.updateGrant({
    id: grant.id,
    version: grant.version,
    ...ended,
    ...(isWaiting(grant.state) ? { state: 'withdrawn' } : {}),
  });
  changes.record('access_withdrawn', subjectOf(change, grant.id), { before: { right: grant.right } });
  if (grant.accountId || grant.written) {
    changes.mail({
      kind: 'withdrawn',
      accountId: grant.accountId,
      email: grant.email,
      dossierId: dossier.id,
      grantId: grant.id,
    });
  }
  if (isWaiting(grant.state)) {
    changes.owe({ kind: 'settle', grantId: grant.id, cycle: grant.cycle, outcome: 'withdrawn' });
  }
  if (grant.endsAt) oweExpiry(change, grant.id, true);
  return null;
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

export const subjectOf = ({ line }: LineChange, grantId: string) => ({
  kind: line.kind,
  id: line.partyId,
  grantId,
});

/** The columns that a save may change, from a grant as read or as it will be. */
function columnsOf(grant: GrantRow) {
  const { id, givenBy, version, written, lastDelivery, ...columns } = grant;
  return columns;
}
