import { describe, expect, it } from 'vitest';
import {
  actionsOn,
  decideResend,
  type LineAction,
  lineActions,
  refusalOfRight,
  refusalToTouch,
} from '../../src/domain/access.ts';
import { type GrantedRight, type Right, rights } from '../../src/domain/words.ts';
import { actors, asks, type Case, decide, lineFacts, lines, me, other, parties } from './every-save.ts';

/* Each rule is a property over every save, which is decided once. */

const codeOf = ({ decision }: Case) => (decision.kind === 'refused' ? decision.code : null);
const refused = (c: Case) => c.decision.kind === 'refused';
const gives = (c: Case) => c.decision.kind === 'give' || c.decision.kind === 'update';
const opens = ({ decision }: Case) =>
  (decision.kind === 'give' || decision.kind === 'update') && decision.opens;
const above = (right: Right, level: GrantedRight | null) => right === 'read_write' && level === 'read_only';

/** A holder, and not the manager, at a line that R3 lets him touch. */
const holds = (c: Case) => c.actor.level !== null && !c.actor.manages;
const mayGive = (c: Case) =>
  holds(c) && c.party.isPerson && c.line.status === 'none' && !c.line.withdrawnBefore;
const mayCorrect = (c: Case) =>
  holds(c) && c.party.isPerson && c.line.status === 'pending' && c.line.mine && !c.line.own;
/** The manager, at a line that isn't his own. */
const rules = (c: Case) => c.actor.manages && !c.line.own;

const newAddress = (c: Case) => c.line.grant !== null && c.email !== c.line.grant.email;
const newPhone = (c: Case) => c.line.grant !== null && c.phone !== c.line.grant.phone;
const missing = ({ email, phone }: Case) => [...(email ? [] : ['email']), ...(phone ? [] : ['phone'])];
/** Who asks may ask for this right here, and with both contact data. */
const wellAsked = (c: Case) =>
  c.ask.right !== 'none' &&
  missing(c).length === 0 &&
  (rules(c) ||
    (mayGive(c) && !above(c.ask.right, c.actor.level)) ||
    (mayCorrect(c) && c.ask.right === c.line.grant?.right && !above(c.ask.right, c.actor.level)));
const ownTyped = (c: Case) => c.ask.address === 'mine' && c.line.grant?.email !== me.email;
/** So is the address: not his own, and not one that an open access refuses. */
const addressed = (c: Case) =>
  wellAsked(c) && !ownTyped(c) && !(c.line.status === 'open' && (newAddress(c) || newPhone(c)));

type Property = { rule: string; when: (c: Case) => boolean; holds: (c: Case) => boolean };
const properties: Property[] = [
  {
    rule: 'R2: who is neither manager nor holder is refused everything',
    when: ({ actor }) => !actor.manages && !actor.level,
    holds: (c) => codeOf(c) === 'not_permitted',
  },
  {
    rule: "R2, R3: only the manager touches an advisor's access",
    when: ({ actor, party }) => !actor.manages && !party.isPerson,
    holds: (c) => codeOf(c) === 'not_permitted',
  },
  {
    rule: 'R2: nobody touches his own access',
    when: ({ line }) => line.own,
    holds: refused,
  },
  {
    rule: 'R2: nobody gives access to his own address',
    when: (c) => ownTyped(c),
    holds: (c) => !gives(c),
  },
  {
    rule: 'R2: the manager hears own_access exactly at his own line or address',
    when: ({ actor }) => actor.manages,
    holds: (c) =>
      (codeOf(c) === 'own_access') ===
      (c.line.own || (ownTyped(c) && c.ask.right !== 'none' && missing(c).length === 0)),
  },
  {
    rule: 'R2: a holder hears own_access exactly at his own line, or at his own address where he may give',
    when: (c) => holds(c) && c.party.isPerson,
    holds: (c) => (codeOf(c) === 'own_access') === (c.line.own || (wellAsked(c) && ownTyped(c))),
  },
  {
    rule: 'R2: the manager is never refused for want of permission or level',
    when: rules,
    holds: (c) =>
      ![...['not_permitted', 'above_own_level', 'withdrawn_by_manager']].includes(codeOf(c) ?? ''),
  },
  {
    rule: 'R2: the manager withdraws whatever is revocable, pending or open',
    when: (c) => rules(c) && c.ask.right === 'none' && c.line.grant !== null && !c.party.central,
    holds: (c) => c.decision.kind === 'withdraw',
  },
  {
    rule: 'R3: a holder only gives, or corrects what he gave while it is pending',
    when: (c) => holds(c) && !refused(c),
    holds: (c) => (mayGive(c) || mayCorrect(c)) && c.ask.right !== 'none',
  },
  {
    rule: 'R3: a holder gives at most at his own level',
    when: (c) => holds(c) && c.decision.kind === 'give',
    holds: (c) => mayGive(c) && c.decision.kind === 'give' && !above(c.decision.right, c.actor.level),
  },
  {
    rule: "R3: a holder's correction leaves the right as it was",
    when: (c) => holds(c) && c.decision.kind === 'update',
    holds: (c) => mayCorrect(c) && c.decision.kind === 'update' && c.decision.right === c.line.grant?.right,
  },
  {
    rule: 'R3: nobody but the manager withdraws',
    when: ({ decision }) => decision.kind === 'withdraw',
    holds: ({ actor }) => actor.manages,
  },
  {
    rule: 'R3: a holder asks for no access, and is refused',
    when: (c) => holds(c) && c.ask.right === 'none',
    holds: refused,
  },
  {
    rule: 'R3: withdrawn_by_manager exactly where a holder would give again what the manager withdrew',
    when: () => true,
    holds: (c) =>
      (codeOf(c) === 'withdrawn_by_manager') ===
      (holds(c) && c.party.isPerson && c.line.status === 'none' && c.line.withdrawnBefore),
  },
  {
    rule: 'R3: above_own_level exactly where a holder who reads would give writing',
    when: ({ line }) => line.status === 'none',
    holds: (c) => (codeOf(c) === 'above_own_level') === (mayGive(c) && above(c.ask.right, c.actor.level)),
  },
  {
    rule: 'R3: above_own_level is said of nothing else',
    when: (c) => codeOf(c) === 'above_own_level',
    holds: (c) => (mayGive(c) || mayCorrect(c)) && above(c.ask.right, c.actor.level),
  },
  {
    rule: "R3: a holder is not permitted to touch another's gift, nor what is open",
    when: (c) => holds(c) && c.party.isPerson && c.line.grant !== null && !c.line.own && !mayCorrect(c),
    holds: (c) => codeOf(c) === 'not_permitted',
  },
  {
    rule: 'R3: a holder changes no level, not even of what he gave',
    when: (c) => mayCorrect(c) && c.ask.right !== c.line.grant?.right,
    holds: refused,
  },
  {
    rule: 'R3: a holder gives to living persons without access, at his level, with a free address',
    when: (c) =>
      mayGive(c) && wellAsked(c) && !c.party.deceased && c.ask.address === 'new' && c.phone !== undefined,
    holds: (c) => c.decision.kind === 'give',
  },
  {
    rule: 'R3: a holder corrects what he gave, within his level',
    when: (c) => mayCorrect(c) && wellAsked(c) && !c.party.deceased && c.ask.address === 'new',
    holds: (c) => c.decision.kind === 'update',
  },
  {
    rule: 'R4: contact_missing names exactly what is missing, to who may ask',
    when: (c) =>
      c.ask.right !== 'none' &&
      missing(c).length > 0 &&
      (rules(c) || (mayGive(c) && !above(c.ask.right, c.actor.level))),
    holds: ({ decision, ...c }) =>
      decision.kind === 'contact_missing' && decision.fields.join() === missing({ decision, ...c }).join(),
  },
  {
    rule: 'R4: contact_missing is never said where both are known, or to who may not ask',
    when: ({ decision }) => decision.kind === 'contact_missing',
    holds: (c) => missing(c).length > 0 && c.ask.right !== 'none' && (rules(c) || mayGive(c)),
  },
  {
    rule: 'R4: email_in_use exactly where another line of the dossier has the address',
    when: () => true,
    holds: (c) =>
      (codeOf(c) === 'email_in_use') === (addressed(c) && c.ask.address === 'taken' && !c.party.deceased),
  },
  {
    rule: 'R5: access given to a central person is never withdrawn, by nobody, in no state',
    when: ({ party, line }) => party.central !== null && line.grant !== null,
    holds: ({ decision }) => decision.kind !== 'withdraw',
  },
  {
    rule: 'R5: access_irrevocable exactly where the manager would',
    when: () => true,
    holds: (c) =>
      (codeOf(c) === 'access_irrevocable') ===
      (rules(c) && c.ask.right === 'none' && c.party.central !== null && c.line.grant !== null),
  },
  {
    rule: 'R5: the manager changes the level of a central person, pending and open, both ways',
    when: (c) =>
      rules(c) &&
      c.party.central !== null &&
      c.line.grant !== null &&
      c.ask.right !== 'none' &&
      c.ask.right !== c.line.grant.right &&
      !newAddress(c) &&
      !newPhone(c),
    holds: ({ decision, ask }) =>
      decision.kind === 'update' && decision.right === ask.right && !decision.newCycle,
  },
  {
    rule: 'R5: the manager corrects the contact data of a pending central person',
    when: (c) =>
      rules(c) &&
      c.party.central !== null &&
      !c.party.deceased &&
      c.line.status === 'pending' &&
      c.ask.right === c.line.grant.right &&
      c.ask.address === 'new',
    holds: ({ decision }) => decision.kind === 'update' && decision.email === other.address,
  },
  {
    rule: 'R10, R11: access opens exactly where the account has the number asked for and none is bound',
    when: (c) => gives(c) && !c.party.deceased,
    holds: (c) => opens(c) === (c.ask.account === 'same number' && c.line.status !== 'open'),
  },
  {
    rule: 'R11: what is open never binds anew',
    when: (c) => gives(c) && c.line.status === 'open',
    holds: (c) => !opens(c) && c.decision.kind === 'update' && !c.decision.newCycle,
  },
  {
    rule: 'R11: account_exists exactly where an open access would get another address or number',
    when: () => true,
    holds: (c) =>
      (codeOf(c) === 'account_exists') ===
      (wellAsked(c) && !ownTyped(c) && c.line.status === 'open' && (newAddress(c) || newPhone(c))),
  },
  {
    rule: 'R12: nothing is done exactly where nothing changes',
    when: (c) => !refused(c) && c.decision.kind !== 'contact_missing',
    holds: (c) =>
      (c.decision.kind === 'nothing') ===
      (c.line.grant === null
        ? c.ask.right === 'none'
        : c.ask.right === c.line.grant.right && !newAddress(c) && !newPhone(c)),
  },
  {
    rule: 'R12: saving again without a change does nothing, whatever is known of the address by then',
    when: (c) => addressed(c) && c.ask.right === c.line.grant?.right && !newAddress(c) && !newPhone(c),
    holds: ({ decision }) => decision.kind === 'nothing',
  },
  {
    rule: 'R13: a new cycle begins exactly where the address changes',
    when: ({ decision }) => decision.kind === 'update',
    holds: (c) => c.decision.kind === 'update' && c.decision.newCycle === newAddress(c),
  },
  {
    rule: 'R13: a new number alone begins no cycle',
    when: (c) => c.decision.kind === 'update' && newPhone(c) && !newAddress(c),
    holds: ({ decision }) => decision.kind === 'update' && !decision.newCycle,
  },
  {
    rule: 'R18: who has a date of death is given nothing',
    when: ({ party }) => party.deceased,
    holds: ({ decision }) => decision.kind !== 'give',
  },
  {
    rule: 'R18: no new address for who has a date of death',
    when: (c) => c.party.deceased && newAddress(c),
    holds: (c) => !gives(c),
  },
  {
    rule: 'R18: no access of who has a date of death opens by a save',
    when: ({ party }) => party.deceased,
    holds: (c) => !opens(c),
  },
  {
    rule: 'R18: person_deceased exactly where he would get access, or an address that could give it',
    // A phone number alone: see the actions below.
    when: (c) => !(newPhone(c) && !newAddress(c)),
    holds: (c) =>
      (codeOf(c) === 'person_deceased') ===
      (addressed(c) && c.party.deceased && (c.line.grant === null || newAddress(c))),
  },
  {
    rule: 'what is given or changed is what was asked for',
    when: gives,
    holds: ({ decision, ask, email, phone }) =>
      (decision.kind === 'give' || decision.kind === 'update') &&
      decision.right === ask.right &&
      decision.email === email &&
      decision.phone === phone,
  },
  {
    rule: 'giving is for lines without access, changing and withdrawing for lines with it',
    when: (c) => gives(c) || c.decision.kind === 'withdraw',
    holds: ({ decision, line }) => (decision.kind === 'give') === (line.grant === null),
  },
  {
    rule: 'whatever is well asked and breaks no rule is done',
    when: (c) =>
      addressed(c) &&
      c.ask.address !== 'taken' &&
      !(c.party.deceased && (!c.line.grant || newAddress(c) || newPhone(c))),
    holds: (c) => gives(c) || c.decision.kind === 'nothing',
  },
];

/** The kind of action that a request is, where it is one and isn't refused. */
function actionOf(c: Case): LineAction | null {
  const { line, ask } = c;
  if (refused(c) || c.decision.kind === 'contact_missing') return null;
  if (!line.grant) return ask.right === 'none' ? null : 'give';
  if (ask.right === 'none') return 'withdraw';
  const corrected = newAddress(c) || newPhone(c);
  if (ask.right !== line.grant.right) return corrected ? null : 'change';
  return corrected ? 'correct' : null;
}

const label = (c: Case) =>
  `${c.actor.label} | ${c.party.label} | ${c.line.label} | ${Object.values(c.ask).join(', ')} → ${JSON.stringify(c.decision)}`;

type Finding = { seen: number; broken: string[] };
const finding = (): Finding => ({ seen: 0, broken: [] });
const note = (found: Finding, right: boolean, what: () => string) => {
  found.seen++;
  if (!right && found.broken.length < 3) found.broken.push(what());
};

let count = 0;
const found = new Map(properties.map((property) => [property, finding()]));
const permission = finding();
const actions = Object.fromEntries(
  lineActions.map((action) => [action, { listed: 0, ...finding() }]),
) as Record<LineAction, Finding & { listed: number }>;

for (const actor of actors) {
  for (const party of parties) {
    for (const line of lines) {
      const facts = lineFacts(actor, party, line);
      const possible = new Set<LineAction>();
      const touch = refusalToTouch(facts);
      const ofRight = new Map(rights.map((right) => [right, refusalOfRight(facts, right)]));
      for (const ask of asks) {
        const c = decide(facts, actor, party, line, ask);
        count++;
        for (const property of properties) {
          if (property.when(c)) note(found.get(property)!, property.holds(c), () => label(c));
        }
        const early = touch ?? ofRight.get(ask.right);
        const sameReason = !touch || ofRight.get(ask.right)?.code === touch.code;
        note(permission, sameReason && (!early || codeOf(c) === early.code), () => label(c));
        const action = actionOf(c);
        if (action) possible.add(action);
      }
      if (decideResend(facts).kind !== 'refused') possible.add('resend');
      const listed = actionsOn(facts);
      for (const action of lineActions) {
        const is = listed.includes(action);
        if (is) actions[action].listed++;
        note(
          actions[action],
          is === possible.has(action),
          () =>
            `${actor.label} | ${party.label} | ${line.label}: ${action} is ${is ? 'listed, but refused' : 'not listed, but done'}`,
        );
      }
    }
  }
}

describe('every save on every line', () => {
  it('was decided', () => {
    expect(count).toBe(actors.length * parties.length * lines.length * asks.length);
    expect(count).toBeGreaterThan(1_000_000);
  });

  it.each(properties.map((property) => [property.rule, found.get(property)!] as const))(
    '%s',
    (_rule, { seen, broken }) => {
      expect(broken).toEqual([]);
      expect(seen, 'the rule was put to the test').toBeGreaterThan(0);
    },
  );

  it('permission comes before validation: the body changes no refusal of line or right', () => {
    expect(permission.broken).toEqual([]);
    expect(permission.seen).toBe(count);
  });
});

describe('actionsOn lists an action exactly where some request of its kind is not refused', () => {
  it.each(lineActions)('%s', (action) => {
    expect(actions[action].broken).toEqual([]);
    expect(actions[action].seen).toBe(actors.length * parties.length * lines.length);
    expect(actions[action].listed).toBeGreaterThan(0);
  });
});
