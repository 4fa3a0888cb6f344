import { describe, expect, it } from 'vitest';
import { mayListRights } from '../../src/domain/access.ts';
import {
  allows,
  type Capabilities,
  capabilitiesOf,
  capabilityTable,
  type Role,
  roleNames,
  type Section,
  sections,
} from '../../src/domain/capabilities.ts';

/** The contract's table, typed from its page. `firm_admin` is the admin without access: name, manager, team. */
const contract = `
  manager                  | write | write | write | create | create | manage | manage | manage
  admin                    | write | write | write | create | create | view   | view   | team_access
  team_member              | write | write | write | create | create | view   | view   | none
  holder read_write        | write | write | write | create | create | give   | view   | none
  holder read_only         | read  | read  | read  | read   | read   | give   | view   | none
  co_holder read_write     | write | write | write | create | create | give   | view   | none
  co_holder read_only      | read  | read  | read  | read   | read   | give   | view   | none
  family_member read_write | write | write | write | create | create | none   | none   | none
  family_member read_only  | read  | read  | read  | read   | read   | none   | none   | none
  advisor read_write       | write | write | write | read   | read   | none   | none   | none
  advisor read_only        | read  | read  | read  | read   | read   | none   | none   | none
  firm_admin               | none  | none  | none  | none   | none   | none   | none   | none`;

const columns = [
  'family',
  'wealth',
  'donations',
  'simulations',
  'reports',
  'familyAccess',
  'advisorAccess',
  'settings',
] as const;

/** Every word that a section knows, least first. */
const scale: Record<Section, string[]> = {
  family: ['none', 'read', 'write'],
  wealth: ['none', 'read', 'write'],
  donations: ['none', 'read', 'write'],
  simulations: ['none', 'read', 'create'],
  reports: ['none', 'read', 'create'],
  familyAccess: ['none', 'view', 'give', 'manage'],
  advisorAccess: ['none', 'view', 'manage'],
  settings: ['none', 'team_access', 'manage'],
};

type Row = { label: string; role: Role; cells: Record<Section, string> };

const rows: Row[] = contract
  .trim()
  .split('\n')
  .map((line) => {
    const [label = '', ...cells] = line.split('|').map((cell) => cell.trim());
    const [name, right = null] = label.split(' ');
    return {
      label,
      role: { name, right } as Role,
      cells: Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as Row['cells'],
    };
  });

const most = (section: Section, of: readonly Row[]) =>
  of
    .map((row) => row.cells[section])
    .sort((a, b) => scale[section].indexOf(b) - scale[section].indexOf(a))[0];

describe('the capability table', () => {
  it('has the eight sections and the twelve rows of the contract', () => {
    expect([...sections].sort()).toEqual([...columns].sort());
    expect(Object.keys(capabilityTable).sort()).toEqual(rows.map((row) => row.label).sort());
    expect(new Set(rows.map((row) => row.role.name))).toEqual(new Set(roleNames));
  });

  it.each(rows)('$label', ({ role, cells }) => {
    expect(capabilitiesOf([role])).toEqual(cells);
  });

  it('gives nothing to who has no role', () => {
    expect(new Set(Object.values(capabilitiesOf([])))).toEqual(new Set(['none']));
  });

  it('R2: only the manager manages access', () => {
    const managing = rows.filter(
      ({ role }) =>
        capabilitiesOf([role]).familyAccess === 'manage' || capabilitiesOf([role]).advisorAccess === 'manage',
    );
    expect(managing.map((row) => row.label)).toEqual(['manager']);
  });

  it('R7: an advisor creates neither simulations nor reports', () => {
    for (const right of ['read_only', 'read_write'] as const) {
      expect(capabilitiesOf([{ name: 'advisor', right }])).toMatchObject({
        simulations: 'read',
        reports: 'read',
      });
    }
  });

  it('R17: the manager, the team with access and the holders list the access rights, nobody else', () => {
    const listing = rows.filter(({ role }) => mayListRights(capabilitiesOf([role])));
    expect(listing.map((row) => row.label)).toEqual([
      'manager',
      'admin',
      'team_member',
      'holder read_write',
      'holder read_only',
      'co_holder read_write',
      'co_holder read_only',
    ]);
    expect(mayListRights(capabilitiesOf([]))).toBe(false);
  });
});

describe('R14: several hats', () => {
  const combinations = rows.flatMap((a) => rows.flatMap((b) => [[a, b], ...rows.map((c) => [a, b, c])]));

  it('every pair and every triple allows in each section the most that any of its roles does', () => {
    for (const combination of combinations) {
      const capabilities = capabilitiesOf(combination.map((row) => row.role));
      for (const section of columns) {
        if (capabilities[section] !== most(section, combination)) {
          expect.fail(`${combination.map((row) => row.label).join(' + ')}: ${section}`);
        }
      }
    }
    expect(combinations).toHaveLength(12 ** 2 + 12 ** 3);
  });

  it('one more role never takes anything away', () => {
    for (const combination of combinations) {
      const roles = combination.map((row) => row.role);
      const [fewer, more] = [capabilitiesOf(roles.slice(1)), capabilitiesOf(roles)];
      for (const section of columns) {
        if (scale[section].indexOf(more[section]) < scale[section].indexOf(fewer[section])) {
          expect.fail(`${combination.map((row) => row.label).join(' + ')}: ${section}`);
        }
      }
    }
  });

  it('a cousin who is also the notary creates reports as the cousin', () => {
    const cousin: Role = { name: 'family_member', right: 'read_write' };
    const notary: Role = { name: 'advisor', right: 'read_write' };
    expect(capabilitiesOf([notary, cousin]).reports).toBe('create');
    expect(capabilitiesOf([notary, { ...cousin, right: 'read_only' }]).reports).toBe('read');
  });
});

describe('allows', () => {
  const cases = columns.flatMap((section) =>
    scale[section].flatMap((has, i) =>
      scale[section].map((asked, j) => ({ section, has, asked, expected: i >= j })),
    ),
  );

  it.each(cases)('$section: $has reaches $asked: $expected', ({ section, has, asked, expected }) => {
    const capabilities = { ...capabilitiesOf([]), [section]: has } as Capabilities;
    expect(allows(capabilities, section, asked as Capabilities[typeof section])).toBe(expected);
  });

  it('has looked at every pair of levels', () => {
    expect(cases).toHaveLength(7 * 3 ** 2 + 4 ** 2);
  });
});
