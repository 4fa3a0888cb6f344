import { v7 as uuidv7 } from 'uuid';
import type { Changes, Turn } from '../db/changes.ts';
import type { GrantRow } from '../db/queries/line-facts.ts';
import type { Actor, SaveDecision } from '../domain/access.ts';
import { beginning } from '../domain/invitation.ts';
import { endOf, warningOf } from '../domain/until.ts';
import type { Central } from '../domain/words.ts';

type Addressee = { accountId: string; email: string };

/** Where access is given, to whom, by whom; with the account of the address, and whom R5 tells. */
export type Giving = {
  changes: Changes;
  actor: Actor;
  dossier: { id: string; firmId: string; manager: Addressee };
  line: { kind: 'person' | 'advisor'; partyId: string; central: Central | null };
  account: { id: string } | null;
  guardians: Addressee[];
};

type Give = Pick<Extract<SaveDecision, { kind: 'give' }>, 'right' | 'email' | 'phone' | 'until' | 'opens'> & {
  /** A personal message to the invitee, plain text. */
  message?: string | null | undefined;
};

/** An invitation that begins, to an address that nobody wrote to in its cycle. */
export const unwritten = (previousCycle?: number) => ({
  ...beginning(previousCycle),
  written: false,
  lastDelivery: null,
});

/**
 * Gathers what giving access writes, as `decideSave` decided it: the grant, its record, the invitation owed, and who
 * is told. `turn`: when the invitation's turn comes, and what else is then sent about it; left out, it is at once.
 */
export function giveAccess(
  giving: Giving,
  { right, email, phone, until, opens, message = null }: Give,
  turn?: Turn,
): GrantRow & { id: string } {
  const { changes, actor, dossier, line, account } = giving;
  const id = uuidv7();
  const now = new Date().toISOString();
  const bound = opens ? { accountId: account!.id, openedAt: now } : { accountId: null, openedAt: null };
  const isPerson = line.kind === 'person';
  const grant: GrantRow = {
    id,
    right,
    email,
    phone,
    message,
    ...bound,
    ...endUntil(until),
    givenBy: actor.accountId,
    givenAt: now,
    giverName: null,
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
  const subject = { kind: line.kind, id: line.partyId, grantId: id };
  changes.record('access_given', subject, {
    after: { right, ...(until ? { until } : {}) },
    details: { email, phone },
  });
  if (opens) changes.record('access_opened', subject);
  oweInvitation(giving, grant, turn);
  if (until) oweExpiry(giving, id, false);
  tellOfGiving(giving, grant, turn);
  return grant;
}

/** When access until a day ends, and when that is told. */
export function endUntil(until: string | null) {
  const endsAt = endOf(until);
  return { endsAt, warnsAt: warningOf(endsAt, new Date().toISOString()) };
}

/** The workflow of an end, owed to Temporal: to exist, and to look again where the end has changed. */
export const oweExpiry = (
  { changes, dossier }: Pick<Giving, 'changes' | 'dossier'>,
  grantId: string,
  changed: boolean,
) => changes.owe({ kind: 'expiry', grantId, dossierId: dossier.id, changed });

export const oweInvitation = (
  { changes, line, dossier }: Pick<Giving, 'changes' | 'line' | 'dossier'>,
  { id, cycle }: GrantRow,
  turn?: Turn,
) => changes.owe({ kind: 'invite', grantId: id, cycle, partyKind: line.kind, dossierId: dossier.id }, turn);

/** R3: the manager hears of what a holder gives; R5: admins and central persons, of what a central person gets. */
function tellOfGiving(
  { changes, actor, dossier, line, guardians }: Giving,
  { id: grantId, right }: GrantRow,
  turn?: Turn,
) {
  const about = { dossierId: dossier.id, grantId, data: { right, actorId: actor.accountId } };
  if (!actor.roles.some((role) => role.name === 'manager')) {
    const { accountId, email } = dossier.manager;
    changes.mail({ kind: 'holder_gave', accountId, email, ...about }, turn);
  }
  if (!line.central) return;
  for (const { accountId, email } of guardians) {
    if (accountId !== actor.accountId)
      changes.mail({ kind: 'central_given', accountId, email, ...about }, turn);
  }
}

/** The columns that a save may change, from a grant as read or as it will be. */
export function columnsOf(grant: GrantRow) {
  const { id, givenBy, givenAt, giverName, version, written, lastDelivery, ...columns } = grant;
  return columns;
}
