import { describe, expect, it } from 'vitest';
import {
  actionsOn,
  decideResend,
  type LineAction,
  lineActions,
  refusalOfRight,
  refusalToTouch,
} from '../../src/domain/access.ts';
import type { ProblemCode } from '../../src/domain/problems.ts';
import { rights } from '../../src/domain/words.ts';
import {
  above,
  actors,
  addressed,
  asHolder,
  asks,
  asManager,
  type Case,
  codeOf,
  decide,
  gives,
  levelled,
  lineFacts,
  lines,
  mayCorrect,
  mayGive,
  missing,
  newAddress,
  newPhone,
  opens,
  other,
  ownTyped,
  parties,
  refused,
  wellAsked,
} from './every-save.ts';

/* Each rule is a property over every save, which is decided once. */

/** `where`: the cases in which an 'exactly' is true; it is put to the test by those alone. */
type Property = {
  rule: string;
  when: (c: Case) => boolean;
  holds: (c: Case) => boolean;
  where?: (c: Case) => boolean;
};
const always = () => true;
/** Among the cases of `when`, `code` is the answer where `where` says so, and nowhere else. */
const exactly = (
  code: ProblemCode,
  rule: string,
  when: Property['when'],
  where: Property['when'],
): Property => ({
  rule: `${rule.slice(0, rule.indexOf(':'))}: ${code} exactly${rule.slice(rule.indexOf(':') + 1)}`,
  when,
  where,
  holds: (c) => (codeOf(c) === code) === where(c),
});
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
  exactly(
    'own_access',
    'R2: where the manager is at his own line or address',
    ({ actor }) => actor.manages,
    (c) => c.line.own || (ownTyped(c) && c.ask.right !== 'none'),
  ),
  exactly(
    'own_access',
    'R2: where a holder is at his own line, or at his own address where he may give',
    (c) => asHolder(c) && c.party.isPerson,
    (c) => c.line.own || (levelled(c) && ownTyped(c)),
  ),
  {
    rule: 'R2: the manager is never refused for want of permission or level',
    when: asManager,
    holds: (c) => !['not_permitted', 'above_own_level', 'withdrawn_by_manager'].includes(codeOf(c) ?? ''),
  },
  {
    rule: 'R2: the manager withdraws whatever is revocable, pending or open',
    when: (c) => asManager(c) && c.ask.right === 'none' && c.line.grant !== null && !c.party.central,
    holds: (c) => c.decision.kind === 'withdraw',
  },
  {
    rule: 'R3: a holder only gives, or corrects what he gave while it is pending',
    when: (c) => asHolder(c) && !refused(c),
    holds: (c) => (mayGive(c) || mayCorrect(c)) && c.ask.right !== 'none',
  },
  {
    rule: 'R3: a holder gives at most at his own level',
    when: (c) => asHolder(c) && c.decision.kind === 'give',
    holds: (c) => mayGive(c) && c.decision.kind === 'give' && !above(c.decision.right, c.actor.level),
  },
  {
    rule: "R3: a holder's correction leaves the right as it was",
    when: (c) => asHolder(c) && c.decision.kind === 'update',
    holds: (c) => mayCorrect(c) && c.decision.kind === 'update' && c.decision.right === c.line.grant?.right,
  },
  {
    rule: 'R3: nobody but the manager withdraws',
    when: ({ decision }) => decision.kind === 'withdraw',
    holds: ({ actor }) => actor.manages,
  },
  {
    rule: 'R3: a holder asks for no access, and is refused',
    when: (c) => asHolder(c) && c.ask.right === 'none',
    holds: refused,
  },
  exactly(
    'withdrawn_by_manager',
    'R3: where a holder would give again what the manager withdrew',
    always,
    (c) => asHolder(c) && c.party.isPerson && c.line.status === 'none' && c.line.withdrawnBefore,
  ),
  exactly(
    'above_own_level',
    'R3: where a holder who reads would give writing',
    ({ line }) => line.status === 'none',
    (c) => mayGive(c) && above(c.ask.right, c.actor.level),
  ),
  {
    rule: 'R3: above_own_level is said of nothing else',
    when: (c) => codeOf(c) === 'above_own_level',
    holds: (c) => (mayGive(c) || mayCorrect(c)) && above(c.ask.right, c.actor.level),
  },
  {
    rule: "R3: a holder is not permitted to touch another's gift, nor what is open",
    when: (c) => asHolder(c) && c.party.isPerson && c.line.grant !== null && !c.line.own && !mayCorrect(c),
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
    rule: 'R3: a holder corrects what he gave, where he could still give it',
    when: (c) => mayCorrect(c) && wellAsked(c) && !c.party.deceased && c.ask.address === 'new',
    holds: (c) => c.decision.kind === 'update',
  },
  {
    rule: 'R4: contact_missing names exactly what is missing, to who may ask',
    when: (c) =>
      c.ask.right !== 'none' &&
      missing(c).length > 0 &&
      !ownTyped(c) &&
      (asManager(c) || (mayGive(c) && !above(c.ask.right, c.actor.level))),
    holds: ({ decision, ...c }) =>
      decision.kind === 'contact_missing' && decision.fields.join() === missing({ decision, ...c }).join(),
  },
  {
    rule: 'R4: contact_missing is never said where both are known, or to who may not ask',
    when: ({ decision }) => decision.kind === 'contact_missing',
    holds: (c) => missing(c).length > 0 && c.ask.right !== 'none' && (asManager(c) || mayGive(c)),
  },
  exactly(
    'email_in_use',
    'R4: where another line of the dossier has the address',
    always,
    (c) => addressed(c) && c.ask.address === 'taken' && !c.party.deceased,
  ),
  {
    rule: 'R5: access given to a central person is never withdrawn, by nobody, in no state',
    when: ({ party, line }) => party.central !== null && line.grant !== null,
    holds: ({ decision }) => decision.kind !== 'withdraw',
  },
  exactly(
    'access_irrevocable',
    'R5: where the manager would withdraw access of a central person',
    always,
    (c) => asManager(c) && c.ask.right === 'none' && c.party.central !== null && c.line.grant !== null,
  ),
  {
    rule: 'R5: the manager changes the level of a central person, pending and open, both ways',
    when: (c) =>
      asManager(c) &&
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
      asManager(c) &&
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
    where: opens,
    holds: (c) => opens(c) === (c.ask.account === 'same number' && c.line.status !== 'open'),
  },
  {
    rule: 'R11: what is open never binds anew',
    when: (c) => gives(c) && c.line.status === 'open',
    holds: (c) => !opens(c) && c.decision.kind === 'update' && !c.decision.newCycle,
  },
  exactly(
    'account_exists',
    'R11: where an open access would get another address or number',
    always,
    (c) => wellAsked(c) && !ownTyped(c) && c.line.status === 'open' && (newAddress(c) || newPhone(c)),
  ),
  {
    rule: 'R12: nothing is done exactly where nothing changes',
    when: (c) => !refused(c) && c.decision.kind !== 'contact_missing',
    where: ({ decision }) => decision.kind === 'nothing',
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
    where: newAddress,
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
  // A number alone: see what actionsOn lists.
  exactly(
    'person_deceased',
    'R18: where the deceased would get access, or another address',
    (c) => newAddress(c) || !newPhone(c),
    (c) => addressed(c) && c.party.deceased && (c.line.grant === null || newAddress(c)),
  ),
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
function note(found: Finding, right: boolean, c: Case, where?: (c: Case) => boolean) {
  if (!where || where(c)) found.seen++;
  if (!right && found.broken.length < 3) found.broken.push(label(c));
}

let count = 0;
let whole = 0;
const found = new Map(properties.map((property) => [property, finding()]));
const permission = finding();
/** Of the lines of the living, and of those of the deceased. */
const agreement = [false, true].flatMap((deceased) =>
  lineActions.map((action) => ({ deceased, action, listed: 0, ...finding() })),
);

for (const actor of actors) {
  for (const party of parties) {
    for (const line of lines) {
      const facts = lineFacts(actor, party, line);
      const touch = refusalToTouch(facts);
      const ofRight = new Map(rights.map((right) => [right, refusalOfRight(facts, right) ?? touch]));
      const possible = new Set<LineAction>();
      for (const ask of asks) {
        const c = decide(facts, actor, party, line, ask);
        count++;
        for (const property of properties) {
          if (property.when(c)) note(found.get(property)!, property.holds(c), c, property.where);
        }
        const early = touch ?? ofRight.get(ask.right);
        note(permission, !early || codeOf(c) === early.code, c);
        const action = actionOf(c);
        if (action) possible.add(action);
      }
      if (decideResend(facts).kind !== 'refused') possible.add('resend');
      const listed = new Set(actionsOn(facts));
      whole++;
      for (const found of agreement) {
        if (found.deceased !== party.deceased) continue;
        found.seen++;
        const [is, may] = [listed.has(found.action), possible.has(found.action)];
        if (is) found.listed++;
        if (is !== may && found.broken.length < 3) {
          const what = is ? 'is listed, but refused' : 'is done, but not listed';
          found.broken.push(`${actor.label} | ${party.label} | ${line.label}: ${what}`);
        }
      }
    }
  }
}

describe('every save on every line', () => {
  it('was decided', () => {
    expect(whole).toBe(22 * 7 * 106);
    expect(count).toBe(whole * asks.length);
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
  it.each(agreement.map((found) => [found.deceased ? 'deceased' : 'living', found.action, found] as const))(
    'to %s people: %s',
    (_whom, action, { seen, broken, listed, deceased }) => {
      expect(broken).toEqual([]);
      expect(seen).toBe(22 * (deceased ? 3 : 4) * 106);
      // Nobody gives to the deceased, corrects or resends.
      const never = deceased && (action === 'give' || action === 'correct' || action === 'resend');
      expect(listed > 0).toBe(!never);
    },
  );
});
