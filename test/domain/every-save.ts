/**
 * Every save: actor × party × line × request, for the rules of access.test.ts.
 * What an actor may do is written here by hand: nothing in this file asks the capability table.
 */
import {
  type Actor,
  decideSave,
  type LineFacts,
  type SaveDecision,
  type SaveFacts,
  type SaveRequest,
} from '../../src/domain/access.ts';
import type { Role } from '../../src/domain/capabilities.ts';
import { invitationStates } from '../../src/domain/invitation.ts';
import {
  type Central,
  type GrantedRight,
  grantedRights as levels,
  type Right,
  rights,
} from '../../src/domain/words.ts';

const me = { accountId: 'me', email: 'me@example.com' };
const typed = { address: 'typed@example.com', phone: '+32470000001' };
export const other = { address: 'new@example.com', taken: 'taken@example.com', phone: '+32470000002' };
const elsewhere = '+32470000009';

/** `manages`: R2. `level`: that of a holder (R3), null for who is none. */
export type ActorKind = { label: string; roles: Role[]; manages: boolean; level: GrantedRight | null };

const of = (name: Role['name'], right: GrantedRight | null = null) => ({ name, right }) as Role;
const actor = (roles: Role[], manages: boolean, level: GrantedRight | null): ActorKind => ({
  label: roles.map(({ name, right }) => (right ? `${name} ${right}` : name)).join(' + ') || 'nobody',
  roles,
  manages,
  level,
});
export const actors: ActorKind[] = [
  actor([], false, null),
  actor([of('manager')], true, null),
  actor([of('admin')], false, null),
  actor([of('team_member')], false, null),
  actor([of('firm_admin')], false, null),
  ...levels.flatMap((right) => [
    actor([of('holder', right)], false, right),
    actor([of('co_holder', right)], false, right),
    actor([of('family_member', right)], false, null),
    actor([of('advisor', right)], false, null),
    actor([of('manager'), of('holder', right)], true, right),
    actor([of('team_member'), of('holder', right)], false, right),
    ...levels.map((second) => actor([of('family_member', right), of('advisor', second)], false, null)),
  ]),
  actor([of('holder', 'read_only'), of('advisor', 'read_write')], false, 'read_only'),
];

export type Party = { label: string; isPerson: boolean; central: Central | null; deceased: boolean };
export const parties: Party[] = [
  ...[null, 'holder' as const, 'co_holder' as const].flatMap((central) =>
    [false, true].map((deceased) => ({
      label: `${central ?? 'person'}${deceased ? ', deceased' : ''}`,
      isPerson: true,
      central,
      deceased,
    })),
  ),
  { label: 'advisor', isPerson: false, central: null, deceased: false },
];

/** `mine`: given by the actor. `own`: the access is the actor's. */
export type Line = { label: string; withdrawnBefore: boolean } & (
  | { status: 'none'; grant: null; mine: false; own: false }
  | { status: 'pending' | 'open'; grant: NonNullable<LineFacts['grant']>; mine: boolean; own: boolean }
);
const bare: Line[] = [false, true].map((withdrawnBefore) => ({
  label: withdrawnBefore ? 'withdrawn before' : 'no access',
  status: 'none',
  grant: null,
  mine: false,
  own: false,
  withdrawnBefore,
}));
const held: Line[] = (['pending', 'open'] as const).flatMap((status) =>
  (status === 'pending' ? invitationStates : (['accepted', 'notified'] as const)).flatMap((state) =>
    levels.flatMap((right) =>
      [true, false].flatMap((mine) =>
        [true, false].flatMap((own) =>
          // Access withdrawn once may have been given again, by the manager.
          (own || state !== 'accepted' ? [false] : [false, true]).map((withdrawnBefore) => ({
            label: `${status} ${state} ${right}${mine ? ', given by him' : ''}${own ? ', his own' : ''}`,
            status,
            mine,
            own,
            withdrawnBefore,
            grant: {
              right,
              state,
              // An own pending access is known by its address, an open one by its account.
              email: own && status === 'pending' ? me.email : typed.address,
              phone: typed.phone,
              accountId: status === 'pending' ? null : own ? me.accountId : 'theirs',
              givenBy: mine ? me.accountId : 'another',
              until: null,
            },
          })),
        ),
      ),
    ),
  ),
);
export const lines = [...bare, ...held];

export type Ask = {
  right: Right;
  address: 'kept' | 'same' | 'new' | 'mine' | 'taken';
  phone: 'kept' | 'same' | 'new';
  account: 'none' | 'same number' | 'another number';
};
const contacts: [Ask['address'], Ask['phone']][] = [
  ['kept', 'kept'],
  ['kept', 'new'],
  ['same', 'same'],
  ['same', 'new'],
  ['new', 'kept'],
  ['new', 'same'],
  ['new', 'new'],
  ['mine', 'kept'],
  ['mine', 'same'],
  ['mine', 'new'],
  ['taken', 'kept'],
  ['taken', 'new'],
];
const accounts: Ask['account'][] = ['none', 'same number', 'another number'];
export const asks: Ask[] = rights.flatMap((right) =>
  (right === 'none' ? contacts.slice(0, 3) : contacts).flatMap(([address, phone]) =>
    (right === 'none' ? accounts.slice(0, 2) : accounts).map((account) => ({
      right,
      address,
      phone,
      account,
    })),
  ),
);

export type Case = {
  actor: ActorKind;
  party: Party;
  line: Line;
  ask: Ask;
  request: SaveRequest;
  /** What is asked for, the grant's own where nothing is typed. */
  email: string | undefined;
  phone: string | undefined;
  decision: SaveDecision;
};

const phoneOf = { same: typed.phone, new: other.phone };
const addressOf = { same: typed.address, new: other.address, mine: me.email, taken: other.taken };

export function lineFacts(
  { roles }: ActorKind,
  { isPerson, central, deceased }: Party,
  line: Line,
): LineFacts {
  return {
    actor: { ...me, roles } satisfies Actor,
    party: isPerson ? { kind: 'person', central, deceased } : { kind: 'advisor' },
    grant: line.grant,
    withdrawnBefore: line.withdrawnBefore,
    closed: false,
  };
}

export function decide(facts: LineFacts, actor: ActorKind, party: Party, line: Line, ask: Ask): Case {
  const { grant } = line;
  const request: SaveRequest = {
    right: ask.right,
    // 'Same' is what the line shows: nothing, where nothing was given.
    email:
      ask.address === 'kept'
        ? undefined
        : ask.address === 'same'
          ? (grant?.email ?? undefined)
          : addressOf[ask.address],
    phone: ask.phone === 'kept' || (ask.phone === 'same' && !grant) ? undefined : phoneOf[ask.phone],
  };
  const email = request.email ?? grant?.email;
  const phone = request.phone ?? grant?.phone;
  const account: SaveFacts['account'] =
    ask.account === 'none'
      ? null
      : {
          id: email === me.email ? me.accountId : 'theirs',
          phone: ask.account === 'same number' ? (phone ?? other.phone) : elsewhere,
        };
  const decision = decideSave({ ...facts, account, emailInUse: ask.address === 'taken' }, request);
  return { actor, party, line, ask, request, email, phone, decision };
}

export const codeOf = ({ decision }: Case) => (decision.kind === 'refused' ? decision.code : null);
export const refused = (c: Case) => c.decision.kind === 'refused';
export const gives = (c: Case) => c.decision.kind === 'give' || c.decision.kind === 'update';
export const opens = ({ decision }: Case) =>
  (decision.kind === 'give' || decision.kind === 'update') && decision.opens;
export const above = (right: Right, level: GrantedRight | null) =>
  right === 'read_write' && level === 'read_only';

/** A holder, and not the manager, at a line that R3 lets him touch. */
export const asHolder = (c: Case) => c.actor.level !== null && !c.actor.manages;
export const mayGive = (c: Case) =>
  asHolder(c) && c.party.isPerson && c.line.status === 'none' && !c.line.withdrawnBefore;
export const mayCorrect = (c: Case) =>
  asHolder(c) && c.party.isPerson && c.line.status === 'pending' && c.line.mine && !c.line.own;
/** The manager, at a line that isn't his own. */
export const asManager = (c: Case) => c.actor.manages && !c.line.own;

export const newAddress = (c: Case) => c.line.grant !== null && c.email !== c.line.grant.email;
export const newPhone = (c: Case) => c.line.grant !== null && c.phone !== c.line.grant.phone;
export const missing = ({ email, phone }: Case) => [...(email ? [] : ['email']), ...(phone ? [] : ['phone'])];
/** Who asks may ask for this right here. */
export const levelled = (c: Case) =>
  c.ask.right !== 'none' &&
  (asManager(c) ||
    (mayGive(c) && !above(c.ask.right, c.actor.level)) ||
    (mayCorrect(c) && c.ask.right === c.line.grant?.right && !above(c.ask.right, c.actor.level)));
/** And asks with both contact data. */
export const wellAsked = (c: Case) => levelled(c) && missing(c).length === 0;
export const ownTyped = (c: Case) => c.ask.address === 'mine' && c.line.grant?.email !== me.email;
/** So is the address: not his own, and not one that an open access refuses. */
export const addressed = (c: Case) =>
  wellAsked(c) && !ownTyped(c) && !(c.line.status === 'open' && (newAddress(c) || newPhone(c)));
