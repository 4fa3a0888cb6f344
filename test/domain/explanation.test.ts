import { expect, test } from 'vitest';
import {
  actions,
  allowsAction,
  capabilitiesOf,
  capabilityTable,
  type Role,
} from '../../src/domain/capabilities.ts';
import { type ExplainedFacts, explain, reasons } from '../../src/domain/explanation.ts';
import { invitationStates } from '../../src/domain/invitation.ts';
import { partyKinds } from '../../src/domain/words.ts';

const rows = Object.keys(capabilityTable).map((row) => {
  const [name, right = null] = row.split(' ');
  return { name, right } as Role;
});
/** Nobody, every role, and every two of them. */
const hats: Role[][] = [[], ...rows.map((role) => [role]), ...rows.flatMap((a) => rows.map((b) => [a, b]))];
const grants: ExplainedFacts['grant'][] = [
  null,
  ...invitationStates.flatMap((state) => [true, false].map((open) => ({ open, state }))),
];
const flags = [true, false];

/** Every fact that an explanation can stand on, with every action. */
function* everything(roleSets: Role[][]) {
  for (const roles of roleSets)
    for (const kind of partyKinds)
      for (const grant of grants)
        for (const accountExists of flags)
          for (const deceased of flags)
            for (const closed of flags) {
              const hasLeft = !accountExists;
              const facts = { roles, kind, grant, accountExists, deceased, hasLeft, closed };
              for (const action of actions) yield { facts, action };
            }
}

test('R14: what is explained is what the capability table allows, whoever, whatever, in an open and a closed dossier', () => {
  const given = new Set<string>();
  for (const { facts, action } of everything(hats.slice(0, rows.length + 1))) {
    const { allowed, through, roles, reason } = explain(facts, action);
    const may = allowsAction(capabilitiesOf(facts.roles, facts.closed), action);
    if (allowed !== may) expect({ facts, action, allowed }).toEqual({ facts, action, allowed: may });
    if ((through !== null) !== may || roles.some(({ allows }) => allows) !== may) expect(through).toBe(may);
    given.add(reason);
  }
  expect([...Object.keys(reasons)].filter((reason) => !given.has(reason))).toEqual([]);
});

test('R14: with two roles it is the one of the party asked about, where it allows, and the other one else', () => {
  for (const roles of hats.slice(rows.length + 1))
    for (const closed of flags)
      for (const action of actions) {
        const facts = {
          kind: 'advisor',
          grant: null,
          accountExists: true,
          deceased: false,
          hasLeft: false,
          roles,
          closed,
        } as const;
        const { allowed, through, reason } = explain(facts, action);
        expect(allowed).toBe(allowsAction(capabilitiesOf(roles, closed), action));
        if (!through) continue;
        expect(allowsAction(capabilitiesOf([through], closed), action)).toBe(true);
        const advisor = roles.find(
          (role) => role.name === 'advisor' && allowsAction(capabilitiesOf([role], closed), action),
        );
        expect([through.name === 'advisor', reason === 'other_role_allows']).toEqual([
          advisor !== undefined,
          advisor === undefined,
        ]);
      }
});

test('every rule that is quoted is one of the contract’s, and every text says something', () => {
  for (const [rule, text] of Object.values(reasons)) {
    expect(rule).toMatch(/^R([1-9]|1[0-8])$/);
    expect(text).toMatch(/^[A-Z].{10,}\.$/);
  }
});
