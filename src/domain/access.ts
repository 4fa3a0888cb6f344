import { allows, type Capabilities, capabilitiesOf, type Role } from './capabilities.ts';
import { type InvitationState, resendIn } from './invitation.ts';
import type { ProblemCode } from './problems.ts';
import { type Central, type GrantedRight, grantedRights, type Right } from './words.ts';

/** Who asks. `email` in lower case. */
export type Actor = { accountId: string; email: string; roles: readonly Role[] };

/** What a decision about one line of the access rights stands on. */
export type LineFacts = {
  actor: Actor;
  party: { kind: 'person'; central: Central | null; deceased: boolean } | { kind: 'advisor' };
  /** The grant that hasn't ended, if there is one. */
  grant: {
    right: GrantedRight;
    email: string;
    phone: string;
    accountId: string | null;
    givenBy: string | null;
    state: InvitationState;
    /** The last day of the access, ISO 8601; null: without end. */
    until: string | null;
  } | null;
  /**
   * Whether an earlier grant was withdrawn; only a manager can have done it. One that came to its end wasn't, nor one
   * whose holder left the dossier.
   */
  withdrawnBefore: boolean;
  /** Whether the dossier is closed (R16): access can be withdrawn there, and nothing else. */
  closed: boolean;
};

/** What the decision about a save needs besides: what is known about the address that would have access. */
export type SaveFacts = LineFacts & {
  account: { id: string; phone: string } | null;
  emailInUse: boolean;
};

/**
 * A right, the contact data it is given with (normal e-mail address, E.164 number), and its last day (null: without
 * end); what is left out stays as it is.
 */
export type SaveRequest = {
  right: Right;
  email?: string | undefined;
  phone?: string | undefined;
  until?: string | null | undefined;
};

export type Refused = { kind: 'refused'; code: ProblemCode };
export type SaveDecision =
  | Refused
  | { kind: 'nothing' }
  | { kind: 'contact_missing'; fields: ('email' | 'phone')[] }
  | { kind: 'withdraw' }
  /** `opens`: the address has an account with this number, which is bound at once (R10, R11). */
  | { kind: 'give'; right: GrantedRight; email: string; phone: string; until: string | null; opens: boolean }
  | {
      kind: 'update';
      right: GrantedRight;
      email: string;
      phone: string;
      until: string | null;
      opens: boolean;
      /** Another address: its own cycle of invitation, and the old links die (R13). */
      newCycle: boolean;
    };

const refuse = (code: ProblemCode): Refused => ({ kind: 'refused', code });
const level = (right: Right) => (grantedRights as readonly Right[]).indexOf(right);

const manages = ({ actor, party }: LineFacts) =>
  party.kind === 'person'
    ? allows(capabilitiesOf(actor.roles), 'familyAccess', 'manage')
    : allows(capabilitiesOf(actor.roles), 'advisorAccess', 'manage');

/** Whether a line is the actor's own access, which nobody gives, changes or corrects himself (R2). */
export const isOwn = ({
  actor,
  grant,
}: {
  actor: Omit<Actor, 'roles'>;
  grant: Pick<NonNullable<LineFacts['grant']>, 'accountId' | 'email'> | null;
}) => grant !== null && (grant.accountId === actor.accountId || grant.email === actor.email);

/** The most that a holder may give: his own level (R3). Null for who isn't a holder. */
function mostToGive({ actor }: LineFacts): GrantedRight | null {
  const own = actor.roles.filter((role) => role.name === 'holder' || role.name === 'co_holder');
  return own.length === 0
    ? null
    : own.some((role) => role.right === 'read_write')
      ? 'read_write'
      : 'read_only';
}

/** Why the actor may not touch this line at all, whatever he asks for (R2, R3); null if he may. */
export function refusalToTouch(facts: LineFacts): Refused | null {
  if (!manages(facts)) {
    const { party, grant, actor } = facts;
    if (party.kind === 'advisor' || !allows(capabilitiesOf(actor.roles), 'familyAccess', 'give')) {
      return refuse('not_permitted');
    }
    if (isOwn(facts)) return refuse('own_access');
    if (grant && (grant.givenBy !== actor.accountId || grant.accountId)) return refuse('not_permitted');
    if (!grant && facts.withdrawnBefore) return refuse('withdrawn_by_manager');
  }
  return isOwn(facts) ? refuse('own_access') : null;
}

/** Why the actor may not ask for this right on this line; null if he may. Needs the right's shape alone. */
export function refusalOfRight(facts: LineFacts, right: Right): Refused | null {
  const refused = refusalToTouch(facts) ?? (manages(facts) ? null : refusalToGive(facts, right));
  return refused ?? (facts.closed && right !== 'none' ? refuse('dossier_closed') : null);
}

/** Why a holder may not give this right (R3). */
function refusalToGive(facts: LineFacts, right: Right): Refused | null {
  if (right === 'none') return refuse('not_permitted');
  if (level(right) > level(mostToGive(facts) ?? 'none')) return refuse('above_own_level');
  return facts.grant && right !== facts.grant.right ? refuse('not_permitted') : null;
}

/** Why the actor may not ask for this last day, of whatever shape; null if he may: a holder sets it when giving (R3). */
export function refusalOfUntil(facts: LineFacts, until: unknown): Refused | null {
  const { grant } = facts;
  if (!grant || until === undefined || until === grant.until || manages(facts)) return null;
  return refuse('not_permitted');
}

/**
 * What saving a line of the access rights does (R2 to R6, R10, R11, R13, R18). Access of a central person has no end.
 * Pure: the caller carries it out in the transaction in which the facts were locked.
 */
export function decideSave(facts: SaveFacts, request: SaveRequest): SaveDecision {
  const refused = refusalOfRight(facts, request.right) ?? refusalOfUntil(facts, request.until);
  if (refused) return refused;
  const { grant, party, account, actor } = facts;
  const isPerson = party.kind === 'person';
  if (request.right === 'none') {
    if (!grant) return { kind: 'nothing' };
    return isPerson && party.central ? refuse('access_irrevocable') : { kind: 'withdraw' };
  }
  const right = request.right;
  const email = request.email ?? grant?.email;
  const phone = request.phone ?? grant?.phone;
  const until = request.until === undefined ? (grant?.until ?? null) : request.until;
  const newAddress = email !== grant?.email;
  if (newAddress && email === actor.email) return refuse('own_access');
  if (!email || !phone) {
    return {
      kind: 'contact_missing',
      fields: [...(email ? [] : ['email' as const]), ...(phone ? [] : ['phone' as const])],
    };
  }
  if (isPerson && party.central && until) return refuse('central_without_end');
  const newContact = newAddress || phone !== grant?.phone;
  const deceased = isPerson && party.deceased;
  if (grant?.accountId && newContact) return refuse('account_exists');
  if (newContact && deceased) return refuse('person_deceased');
  if (newAddress && facts.emailInUse) return refuse('email_in_use');
  const opens = !deceased && !grant?.accountId && account?.phone === phone;
  if (!grant) return { kind: 'give', right, email, phone, until, opens };
  if (!newContact && right === grant.right && until === grant.until) return { kind: 'nothing' };
  return { kind: 'update', right, email, phone, until, opens, newCycle: newAddress };
}

export type ResendDecision = Refused | { kind: 'nothing' | 'repeat' | 'new_cycle' };

/** What a resend does to a pending invitation (R3, R13). */
export function decideResend(facts: LineFacts): ResendDecision {
  const refused = refusalToTouch(facts);
  if (refused) return refused;
  const { grant, party, closed } = facts;
  if (closed) return refuse('dossier_closed');
  if (!grant) return refuse('no_access');
  if (grant.accountId) return refuse('already_open');
  if (party.kind === 'person' && party.deceased) return refuse('person_deceased');
  return { kind: resendIn(grant.state) };
}

export const lineActions = ['give', 'change', 'correct', 'withdraw', 'resend'] as const;
export type LineAction = (typeof lineActions)[number];

/** What the actor may do with a line: the page shows the buttons that no rule would refuse. */
export function actionsOn(facts: LineFacts): LineAction[] {
  if (refusalToTouch(facts)) return [];
  const { grant, party, closed } = facts;
  const deceased = party.kind === 'person' && party.deceased;
  const may: Record<LineAction, boolean> = {
    give: !grant && !deceased && !closed,
    change: grant !== null && manages(facts) && !closed,
    correct: grant !== null && !grant.accountId && !deceased && !refusalOfRight(facts, grant.right),
    withdraw: grant !== null && manages(facts) && !(party.kind === 'person' && party.central),
    resend: decideResend(facts).kind !== 'refused',
  };
  return lineActions.filter((action) => may[action]);
}

/** Who sees the tab of access rights (R17). */
export const mayListRights = (capabilities: Capabilities) => allows(capabilities, 'familyAccess', 'view');
