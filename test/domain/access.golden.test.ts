import { describe, expect, it } from 'vitest';
import {
  decideResend,
  decideSave,
  type LineFacts,
  type SaveDecision,
  type SaveRequest,
} from '../../src/domain/access.ts';
import type { Role } from '../../src/domain/capabilities.ts';
import { type InvitationState, invitationStates } from '../../src/domain/invitation.ts';
import type { Central, GrantedRight } from '../../src/domain/words.ts';

/*
 * What the manager and a holder get, cell by cell. Access that exists reads only, at old@example.com.
 * 'level' asks for the other right; 'both' for another address and number and the other right.
 * 'cycle' is an update that begins a new cycle of the invitation.
 */

const me = { accountId: 'me', email: 'me@example.com' };
const phone = '+32470000002';
const columns = ['none', 'same', 'level', 'phone', 'address', 'taken', 'own', 'both'] as const;
type Column = (typeof columns)[number];

/** What each column asks for, of a line with access and of one without. */
const asked: Record<Column, [withAccess: SaveRequest, without: SaveRequest]> = {
  none: [{ right: 'none' }, { right: 'none' }],
  same: [{ right: 'read_only', email: 'old@example.com' }, { right: 'read_only' }],
  level: [{ right: 'read_write' }, { right: 'read_write' }],
  phone: [
    { right: 'read_only', phone },
    { right: 'read_only', phone },
  ],
  address: [
    { right: 'read_only', email: 'new@example.com' },
    { right: 'read_only', email: 'new@example.com', phone },
  ],
  taken: [
    { right: 'read_only', email: 'taken@example.com' },
    { right: 'read_only', email: 'taken@example.com', phone },
  ],
  own: [
    { right: 'read_only', email: me.email },
    { right: 'read_only', email: me.email, phone },
  ],
  both: [
    { right: 'read_write', email: 'new@example.com', phone },
    { right: 'read_write', email: 'new@example.com', phone },
  ],
};

const manager = `
  line                            | none               | same       | level      | phone           | address         | taken           | own        | both
  person, none                    | nothing            | missing    | missing    | missing         | give            | email_in_use    | own_access | give
  person, withdrawn               | nothing            | missing    | missing    | missing         | give            | email_in_use    | own_access | give
  person, pending, mine           | withdraw           | nothing    | update     | update          | cycle           | email_in_use    | own_access | cycle
  person, pending, another's      | withdraw           | nothing    | update     | update          | cycle           | email_in_use    | own_access | cycle
  person, open                    | withdraw           | nothing    | update     | account_exists  | account_exists  | account_exists  | own_access | account_exists
  person, pending, own            | own_access         | own_access | own_access | own_access      | own_access      | own_access      | own_access | own_access
  person, open, own               | own_access         | own_access | own_access | own_access      | own_access      | own_access      | own_access | own_access
  holder, none                    | nothing            | missing    | missing    | missing         | give            | email_in_use    | own_access | give
  holder, withdrawn               | nothing            | missing    | missing    | missing         | give            | email_in_use    | own_access | give
  holder, pending                 | access_irrevocable | nothing    | update     | update          | cycle           | email_in_use    | own_access | cycle
  holder, open                    | access_irrevocable | nothing    | update     | account_exists  | account_exists  | account_exists  | own_access | account_exists
  holder, open, own               | own_access         | own_access | own_access | own_access      | own_access      | own_access      | own_access | own_access
  co_holder, none                 | nothing            | missing    | missing    | missing         | give            | email_in_use    | own_access | give
  co_holder, pending              | access_irrevocable | nothing    | update     | update          | cycle           | email_in_use    | own_access | cycle
  co_holder, open                 | access_irrevocable | nothing    | update     | account_exists  | account_exists  | account_exists  | own_access | account_exists
  person, deceased, none          | nothing            | missing    | missing    | missing         | person_deceased | person_deceased | own_access | person_deceased
  person, deceased, pending       | withdraw           | nothing    | update     | person_deceased | person_deceased | person_deceased | own_access | person_deceased
  person, deceased, open          | withdraw           | nothing    | update     | account_exists  | account_exists  | account_exists  | own_access | account_exists
  holder, deceased, none          | nothing            | missing    | missing    | missing         | person_deceased | person_deceased | own_access | person_deceased
  holder, deceased, pending       | access_irrevocable | nothing    | update     | person_deceased | person_deceased | person_deceased | own_access | person_deceased
  holder, deceased, open          | access_irrevocable | nothing    | update     | account_exists  | account_exists  | account_exists  | own_access | account_exists
  advisor, none                   | nothing            | missing    | missing    | missing         | give            | email_in_use    | own_access | give
  advisor, withdrawn              | nothing            | missing    | missing    | missing         | give            | email_in_use    | own_access | give
  advisor, pending                | withdraw           | nothing    | update     | update          | cycle           | email_in_use    | own_access | cycle
  advisor, open                   | withdraw           | nothing    | update     | account_exists  | account_exists  | account_exists  | own_access | account_exists
  advisor, open, own              | own_access         | own_access | own_access | own_access      | own_access      | own_access      | own_access | own_access`;

const holder = `
  line                            | none                 | same                 | level                | phone                | address              | taken                | own                  | both
  person, none                    | not_permitted        | missing              | missing              | missing              | give                 | email_in_use         | own_access           | give
  person, withdrawn               | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager
  person, pending, mine           | not_permitted        | nothing              | not_permitted        | update               | cycle                | email_in_use         | own_access           | not_permitted
  person, pending, another's      | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted
  person, open, mine              | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted
  person, open, another's         | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted
  holder, open, own               | own_access           | own_access           | own_access           | own_access           | own_access           | own_access           | own_access           | own_access
  co_holder, none                 | not_permitted        | missing              | missing              | missing              | give                 | email_in_use         | own_access           | give
  co_holder, pending, mine        | not_permitted        | nothing              | not_permitted        | update               | cycle                | email_in_use         | own_access           | not_permitted
  co_holder, pending, another's   | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted
  co_holder, open, mine           | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted
  person, deceased, none          | not_permitted        | missing              | missing              | missing              | person_deceased      | person_deceased      | own_access           | person_deceased
  person, deceased, pending, mine | not_permitted        | nothing              | not_permitted        | person_deceased      | person_deceased      | person_deceased      | own_access           | not_permitted
  person, deceased, open, mine    | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted
  advisor, none                   | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted
  advisor, withdrawn              | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted
  advisor, pending, mine          | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted
  advisor, open, another's        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted        | not_permitted`;

/** Where a holder who only reads gets another answer than one who writes. */
const readingHolder = `
  line                            | none                 | same                 | level                | phone                | address              | taken                | own                  | both
  person, none                    | not_permitted        | missing              | above_own_level      | missing              | give                 | email_in_use         | own_access           | above_own_level
  co_holder, none                 | not_permitted        | missing              | above_own_level      | missing              | give                 | email_in_use         | own_access           | above_own_level
  person, deceased, none          | not_permitted        | missing              | above_own_level      | missing              | person_deceased      | person_deceased      | own_access           | above_own_level
  person, withdrawn               | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager | withdrawn_by_manager`;

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [line = '', ...cells] = row.split('|').map((cell) => cell.trim());
      return { line, cells };
    });

/** The facts that a line's words stand for. */
function factsOf(line: string, roles: Role[], state: InvitationState = 'accepted'): LineFacts {
  const words = line.split(', ');
  const own = words.includes('own');
  const open = words.includes('open');
  const party = words[0] as Central | 'person' | 'advisor';
  return {
    actor: { ...me, roles },
    party:
      party === 'advisor'
        ? { kind: 'advisor' }
        : {
            kind: 'person',
            central: party === 'person' ? null : party,
            deceased: words.includes('deceased'),
          },
    grant:
      open || words.includes('pending')
        ? {
            right: 'read_only',
            email: own ? me.email : 'old@example.com',
            phone: '+32470000001',
            accountId: open ? (own ? me.accountId : 'theirs') : null,
            givenBy: words.includes('mine') ? me.accountId : 'another',
            state,
            until: null,
          }
        : null,
    withdrawnBefore: words.includes('withdrawn'),
    closed: false,
  };
}

const wordOf = (decision: SaveDecision) =>
  decision.kind === 'refused'
    ? decision.code
    : decision.kind === 'contact_missing'
      ? 'missing'
      : decision.kind === 'update' && decision.newCycle
        ? 'cycle'
        : decision.kind;

function answersOf(line: string, roles: Role[]) {
  const facts = factsOf(line, roles);
  return columns.map((column) => {
    const request = asked[column][facts.grant ? 0 : 1];
    return wordOf(decideSave({ ...facts, account: null, emailInUse: column === 'taken' }, request));
  });
}

const holderOf = (right: GrantedRight): Role[] => [{ name: 'holder', right }];

describe('saves', () => {
  it.each(rowsOf(manager))('the manager: $line', ({ line, cells }) => {
    expect(answersOf(line, [{ name: 'manager', right: null }])).toEqual(cells);
  });

  it.each(rowsOf(holder))('a holder who writes: $line', ({ line, cells }) => {
    expect(answersOf(line, holderOf('read_write'))).toEqual(cells);
    expect(answersOf(line, [{ name: 'co_holder', right: 'read_write' }])).toEqual(cells);
  });

  it.each(rowsOf(readingHolder))('a holder who reads: $line', ({ line, cells }) => {
    expect(answersOf(line, holderOf('read_only'))).toEqual(cells);
    expect(answersOf(line, [{ name: 'co_holder', right: 'read_only' }])).toEqual(cells);
  });
});

it('R14: who holds at two levels gives at the higher, in whichever order', () => {
  const two: Role[] = [
    { name: 'holder', right: 'read_only' },
    { name: 'co_holder', right: 'read_write' },
  ];
  const writing = answersOf('person, none', holderOf('read_write'));
  expect(answersOf('person, none', two)).toEqual(writing);
  expect(answersOf('person, none', two.toReversed())).toEqual(writing);
});

/** R13, and R3 for a holder: what a resend does in each state of a pending invitation. */
const resends: Record<InvitationState, 'nothing' | 'repeat' | 'new_cycle'> = {
  queued: 'nothing',
  inviting: 'nothing',
  waiting_first_reminder: 'repeat',
  waiting_second_reminder: 'repeat',
  accepted: 'repeat',
  notified: 'repeat',
  unanswered: 'new_cycle',
  undeliverable: 'new_cycle',
  declined: 'new_cycle',
  withdrawn: 'new_cycle',
};

/** Who may resend where; `state` stands for what the table above says. */
const resendLines = `
  line                            | manager         | holder               | others
  person, none                    | no_access       | no_access            | not_permitted
  person, withdrawn               | no_access       | withdrawn_by_manager | not_permitted
  person, pending, mine           | state           | state                | not_permitted
  person, pending, another's      | state           | not_permitted        | not_permitted
  person, open, mine              | already_open    | not_permitted        | not_permitted
  person, open, another's         | already_open    | not_permitted        | not_permitted
  person, pending, own            | own_access      | own_access           | not_permitted
  person, open, own               | own_access      | own_access           | not_permitted
  holder, pending, another's      | state           | not_permitted        | not_permitted
  holder, pending, own            | own_access      | own_access           | not_permitted
  co_holder, pending, mine        | state           | state                | not_permitted
  person, deceased, pending, mine | person_deceased | person_deceased      | not_permitted
  holder, deceased, pending, mine | person_deceased | person_deceased      | not_permitted
  advisor, none                   | no_access       | not_permitted        | not_permitted
  advisor, pending, mine          | state           | not_permitted        | not_permitted
  advisor, pending, another's     | state           | not_permitted        | not_permitted
  advisor, pending, own           | own_access      | not_permitted        | not_permitted
  advisor, open                   | already_open    | not_permitted        | not_permitted`;

const bothRights = (name: 'holder' | 'co_holder' | 'family_member' | 'advisor'): Role[][] =>
  (['read_only', 'read_write'] as const).map((right) => [{ name, right }]);
const who: Role[][][] = [
  [[{ name: 'manager', right: null }], [{ name: 'manager', right: null }, ...holderOf('read_only')]],
  [...bothRights('holder'), ...bothRights('co_holder')],
  [
    [],
    [{ name: 'admin', right: null }],
    [{ name: 'team_member', right: null }],
    [{ name: 'firm_admin', right: null }],
    ...bothRights('family_member'),
    ...bothRights('advisor'),
  ],
];

describe('resends', () => {
  it.each(rowsOf(resendLines))('$line', ({ line, cells }) => {
    for (const state of invitationStates) {
      for (const [column, cell] of cells.entries()) {
        for (const roles of who[column]!) {
          const expected = cell === 'state' ? { kind: resends[state] } : { kind: 'refused', code: cell };
          expect(decideResend(factsOf(line, roles, state)), `${state} ${JSON.stringify(roles)}`).toEqual(
            expected,
          );
        }
      }
    }
  });
});
