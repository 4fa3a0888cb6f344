import { type Action, allowsAction, capabilitiesOf, type Role, type Section } from './capabilities.ts';
import { type InvitationState, isWaiting } from './invitation.ts';
import type { PartyKind } from './words.ts';

/** What an explanation stands on: a party of a dossier as things are now. */
export type ExplainedFacts = {
  kind: PartyKind;
  /** All that the party's account is in this dossier (R14); nothing where it has no open access. */
  roles: readonly Role[];
  /** What binds the party to the dossier (a member, to the firm's team), if anything does. */
  grant: { open: boolean; state: InvitationState } | null;
  /** Whether there is an account with the address of that access. */
  accountExists: boolean;
  deceased: boolean;
  /** Whether his last access ended since he left the dossier. */
  hasLeft: boolean;
  /** Whether the dossier is closed. */
  closed: boolean;
};

/** Why somebody may or may not: the rule that says so, and words for developers; the page has its own. */
export const reasons = {
  role_allows: ['R2', 'His role and right in the dossier allow it.'],
  manager_allows: ['R1', 'He is the dossier manager.'],
  team_allows: ['R8', 'He is of the team, and the dossier is open to him.'],
  holder_gives: ['R3', 'A holder may give access, at most at his own level.'],
  advisor_allows: ['R7', 'His right as an advisor allows it.'],
  other_role_allows: ['R14', 'His account has another role in the dossier, which allows it.'],
  no_access: ['R2', 'He has no access: nobody has given him any, or it was withdrawn.'],
  left_dossier: ['R2', 'He has left the dossier himself. Access can be given to him again.'],
  invitation_pending: ['R9', 'He has been invited, and has no account yet.'],
  invitation_unanswered: ['R9', 'He has not answered the invitation; no reminder follows. Send it again.'],
  invitation_declined: ['R13', 'He has declined the invitation. The right stays; send it again.'],
  invitation_undeliverable: ['R9', 'The mail server refused his address for good. Correct it.'],
  invitation_ended: ['R13', 'His invitation has ended; the right stays. Send it again.'],
  not_joined: ['R15', 'The member has not joined the team yet.'],
  number_unconfirmed: ['R10', 'He has an account, and has yet to confirm the number typed for this access.'],
  deceased: ['R18', 'He has a date of death: nobody gets access who has one.'],
  no_team_access: ['R8', 'The dossier is not open to this member of the team.'],
  dossier_closed: ['R16', 'The dossier is closed: everybody reads on, and nobody writes, gives or creates.'],
  read_only: ['R2', 'His right is to read only.'],
  advisor_creates_nothing: ['R7', 'An advisor creates no simulations and no reports, whatever his right.'],
  manager_alone: ['R2', 'Only the dossier manager may.'],
  holders_give: ['R3', 'Only the manager and a holder may give access.'],
  may_not_list: ['R17', 'Only the manager, the team and holders see who has access.'],
  settings_are_the_teams: [
    'R8',
    'Only the manager, and an admin who has access, set who of the team has access.',
  ],
} as const satisfies Record<string, readonly [rule: `R${number}`, text: string]>;
export type Reason = keyof typeof reasons;

export type Explanation = {
  allowed: boolean;
  roles: (Role & { allows: boolean })[];
  /** The role through which it is allowed: his as the party asked about, where that one allows it. */
  through: Role | null;
  reason: Reason;
};

/** Whether a party may do something in a dossier, and why (R1 to R18): what the API would answer his account. */
export function explain(facts: ExplainedFacts, action: Action): Explanation {
  const { roles, closed } = facts;
  const judged = roles.map((role) => ({
    ...role,
    allows: allowsAction(capabilitiesOf([role], closed), action),
  }));
  const allowing = roles.filter((_, i) => judged[i]!.allows);
  const own = allowing.find((role) => isOwn(facts, role));
  const through = own ?? allowing[0] ?? null;
  const reason = through
    ? own
      ? whyAllowed(own, action)
      : 'other_role_allows'
    : (whyNotYet(facts, action) ?? whyNever(facts, action));
  return { allowed: through !== null, roles: judged, through, reason };
}

/** Whether a role is the one that the party asked about gives: the others are his account's other hats. */
function isOwn({ kind }: ExplainedFacts, { name, right }: Role): boolean {
  if (kind === 'member') return right === null;
  return kind === 'advisor' ? name === 'advisor' : right !== null && name !== 'advisor';
}

function whyAllowed({ name }: Role, action: Action): Reason {
  switch (name) {
    case 'manager':
      return 'manager_allows';
    case 'admin':
    case 'team_member':
    case 'firm_admin':
      return 'team_allows';
    case 'advisor':
      return 'advisor_allows';
    default:
      return action === 'familyAccess.give' ? 'holder_gives' : 'role_allows';
  }
}

/** What has to come first: the dossier reopened, the invitation accepted, access given. */
function whyNotYet(facts: ExplainedFacts, action: Action): Reason | null {
  const { roles, grant, kind, deceased, accountExists, hasLeft } = facts;
  if (allowsAction(capabilitiesOf(roles), action)) return 'dossier_closed';
  const own = roles.find((role) => isOwn(facts, role));
  if (own) return own.name === 'firm_admin' && !isManagers(action) ? 'no_team_access' : null;
  if (kind === 'member') return grant?.open ? 'no_team_access' : 'not_joined';
  if (deceased) return 'deceased';
  if (!grant) return hasLeft ? 'left_dossier' : 'no_access';
  if (accountExists) return 'number_unconfirmed';
  if (isWaiting(grant.state)) return 'invitation_pending';
  const ended: Partial<Record<InvitationState, Reason>> = {
    unanswered: 'invitation_unanswered',
    declined: 'invitation_declined',
    undeliverable: 'invitation_undeliverable',
  };
  return ended[grant.state] ?? 'invitation_ended';
}

const isManagers = (action: Action) => action.endsWith('.manage');

/** What the role doesn't allow, at the party's right or at any. */
function whyNever({ kind }: ExplainedFacts, action: Action): Reason {
  if (isManagers(action)) return 'manager_alone';
  const [section, level] = action.split('.') as [Section, string];
  if (section === 'settings') return 'settings_are_the_teams';
  if (section === 'familyAccess' || section === 'advisorAccess') {
    return level === 'give' ? 'holders_give' : 'may_not_list';
  }
  return kind === 'advisor' && level === 'create' ? 'advisor_creates_nothing' : 'read_only';
}
