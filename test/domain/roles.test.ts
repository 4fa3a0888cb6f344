import { describe, expect, it } from 'vitest';
import { awaitsNumber, type RoleFacts, rolesOf } from '../../src/domain/roles.ts';
import { centrals, firmRoles, grantedRights, teamAccessModes } from '../../src/domain/words.ts';

/** What the team's access makes of a member who isn't the manager (R8), by how he stands in the dossier. */
const team = `
  admin   |        |           | all    | team_member
  admin   |        |           | listed | firm_admin
  admin   |        | self      | all    | admin
  admin   |        | self      | listed | admin
  admin   | listed |           | all    | team_member
  admin   | listed |           | listed | team_member
  admin   | listed | self      | all    | admin
  admin   | listed | self      | listed | admin
  manager |        |           | all    | team_member
  manager |        |           | listed | -
  manager |        | self      | all    | team_member
  manager |        | self      | listed | -
  manager | listed |           | all    | team_member
  manager | listed |           | listed | team_member
  manager | listed | self      | all    | team_member
  manager | listed | self      | listed | team_member
  support |        |           | all    | team_member
  support |        |           | listed | -
  support |        | self      | all    | team_member
  support |        | self      | listed | -
  support | listed |           | all    | team_member
  support | listed |           | listed | team_member
  support | listed | self      | all    | team_member
  support | listed | self      | listed | team_member`
  .trim()
  .split('\n')
  .map((line) => {
    const [role, listed, self, mode, expected] = line.split('|').map((cell) => cell.trim());
    return {
      facts: {
        managerId: 'other',
        teamMode: mode as RoleFacts['teamMode'],
        member: {
          id: 'me',
          role: role as (typeof firmRoles)[number],
          listed: listed === 'listed',
          selfGiven: self === 'self',
        },
      },
      expected: expected === '-' ? [] : [{ name: expected, right: null }],
    };
  });

type Hat = RoleFacts['hats'][number];
const hats: { hat: Hat; name: string }[] = grantedRights.flatMap((right) =>
  [true, false].flatMap((open) => [
    { hat: { kind: 'person', central: null, right, open }, name: 'family_member' },
    { hat: { kind: 'person', central: 'holder', right, open }, name: 'holder' },
    { hat: { kind: 'person', central: 'co_holder', right, open }, name: 'co_holder' },
    { hat: { kind: 'advisor', central: null, right, open }, name: 'advisor' },
  ]),
);
/** No hat, each one, and each ordered pair of hats. */
const outfits = [[], ...hats.map((a) => [a]), ...hats.flatMap((a) => hats.map((b) => [a, b]))];
const rolesOfOutfit = (outfit: typeof hats) =>
  outfit.filter(({ hat }) => hat.open).map(({ hat, name }) => ({ name, right: hat.right }));

describe('rolesOf', () => {
  it('the table holds every way to stand in a team', () => {
    expect(team).toHaveLength(firmRoles.length * 2 * 2 * teamAccessModes.length);
    expect(new Set(team.map(({ facts }) => JSON.stringify(facts))).size).toBe(team.length);
    expect(hats).toHaveLength((centrals.length + 2) * grantedRights.length * 2);
  });

  it('R8: the team has the access that the table gives, in whatever outfit, the team role first (R14)', () => {
    for (const { facts, expected } of team) {
      for (const outfit of outfits) {
        const roles = rolesOf({ ...facts, hats: outfit.map(({ hat }) => hat) });
        expect(roles, JSON.stringify({ facts, outfit })).toEqual([...expected, ...rolesOfOutfit(outfit)]);
      }
    }
    expect(team.length * outfits.length).toBe(24 * (1 + 16 + 256));
  });

  it('R1: the manager is the manager and nothing else of the team, whatever the team access says', () => {
    for (const { facts } of team) {
      for (const outfit of outfits) {
        const roles = rolesOf({ ...facts, managerId: 'me', hats: outfit.map(({ hat }) => hat) });
        expect(roles).toEqual([{ name: 'manager', right: null }, ...rolesOfOutfit(outfit)]);
      }
    }
  });

  it('who is no member has the roles of his open grants alone, also in a dossier open to the whole team', () => {
    for (const teamMode of teamAccessModes) {
      for (const outfit of outfits) {
        const roles = rolesOf({
          managerId: 'me',
          teamMode,
          member: null,
          hats: outfit.map(({ hat }) => hat),
        });
        expect(roles).toEqual(rolesOfOutfit(outfit));
      }
    }
  });

  it('R10: a grant that waits for its number gives no role', () => {
    const hat: Hat = { kind: 'person', central: 'holder', right: 'read_write', open: false };
    expect(rolesOf({ managerId: 'm', teamMode: 'all', member: null, hats: [hat] })).toEqual([]);
  });

  it('an advisor stays an advisor, whatever the row says of central', () => {
    const hat: Hat = { kind: 'advisor', central: 'holder', right: 'read_only', open: true };
    const roles = rolesOf({ managerId: 'm', teamMode: 'all', member: null, hats: [hat] });
    expect(roles).toEqual([{ name: 'advisor', right: 'read_only' }]);
  });
});

describe('awaitsNumber (R10)', () => {
  it('exactly when one of the grants is not open', () => {
    for (const outfit of outfits) {
      const facts: RoleFacts = {
        managerId: 'm',
        teamMode: 'listed',
        member: null,
        hats: outfit.map(({ hat }) => hat),
      };
      expect(awaitsNumber(facts)).toBe(outfit.filter(({ hat }) => !hat.open).length > 0);
    }
  });
});
