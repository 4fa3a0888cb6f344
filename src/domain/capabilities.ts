import type { Central, GrantedRight } from './words.ts';

/** What a role may do in each section, least first. */
const levels = {
  family: ['none', 'read', 'write'],
  wealth: ['none', 'read', 'write'],
  donations: ['none', 'read', 'write'],
  simulations: ['none', 'read', 'create'],
  reports: ['none', 'read', 'create'],
  familyAccess: ['none', 'view', 'give', 'manage'],
  advisorAccess: ['none', 'view', 'manage'],
  settings: ['none', 'team_access', 'manage'],
} as const;

export type Section = keyof typeof levels;
/** A level that takes a right in a section, by name: `wealth.write`, `familyAccess.give`. */
export type Action = {
  [S in Section]: `${S}.${Exclude<(typeof levels)[S][number], 'none'>}`;
}[Section];
export const actions = Object.entries(levels).flatMap(([section, scale]) =>
  scale.slice(1).map((level) => `${section}.${level}`),
) as Action[];
export const sections = Object.keys(levels) as Section[];
/** What somebody may do in each section of a dossier. */
export type Capabilities = { [S in Section]: (typeof levels)[S][number] };

/** The roles of the capability table. `firm_admin`: the firm's admin, who has no access of his own (R8). */
export const roleNames = [
  'manager',
  'admin',
  'team_member',
  'holder',
  'co_holder',
  'family_member',
  'advisor',
  'firm_admin',
] as const;

/** A role that somebody holds in a dossier, with the right it was given with where it was given with one. */
export type Role =
  | { name: 'manager' | 'admin' | 'team_member' | 'firm_admin'; right: null }
  | { name: Central | 'family_member' | 'advisor'; right: GrantedRight };

const nothing: Capabilities = {
  family: 'none',
  wealth: 'none',
  donations: 'none',
  simulations: 'none',
  reports: 'none',
  familyAccess: 'none',
  advisorAccess: 'none',
  settings: 'none',
};
const readAll = {
  family: 'read',
  wealth: 'read',
  donations: 'read',
  simulations: 'read',
  reports: 'read',
} as const;
const writeAll = {
  family: 'write',
  wealth: 'write',
  donations: 'write',
  simulations: 'create',
  reports: 'create',
} as const;
const team: Capabilities = { ...nothing, ...writeAll, familyAccess: 'view', advisorAccess: 'view' };
const central = { ...nothing, familyAccess: 'give', advisorAccess: 'view' } as const;

/** The capability table of the contract (R1, R2, R3, R7, R8): one row a role and right. */
export const capabilityTable: Record<string, Capabilities> = {
  manager: { ...team, familyAccess: 'manage', advisorAccess: 'manage', settings: 'manage' },
  admin: { ...team, settings: 'team_access' },
  team_member: team,
  firm_admin: nothing,
  'holder read_write': { ...central, ...writeAll },
  'holder read_only': { ...central, ...readAll },
  'co_holder read_write': { ...central, ...writeAll },
  'co_holder read_only': { ...central, ...readAll },
  'family_member read_write': { ...nothing, ...writeAll },
  'family_member read_only': { ...nothing, ...readAll },
  'advisor read_write': { ...nothing, ...writeAll, simulations: 'read', reports: 'read' },
  'advisor read_only': { ...nothing, ...readAll },
};

const rowOf = (role: Role) =>
  capabilityTable[role.right ? `${role.name} ${role.right}` : role.name] ?? nothing;

/**
 * What is left of a level in a closed dossier (R16): everybody reads on, nobody writes, gives or creates. The settings
 * stay: who manages them hands the dossier over, narrows the team's access, and reopens. He can withdraw, too, as the
 * rules of a line say.
 */
const whenClosed: Record<string, string> = { write: 'read', create: 'read', give: 'view', manage: 'view' };

/**
 * What the roles allow together: in each section the most that any of them does (R14). `closed`: whether the dossier
 * is (R16).
 */
export function capabilitiesOf(roles: readonly Role[], closed = false): Capabilities {
  const most = (section: Section) =>
    roles
      .map((role) => rowOf(role)[section])
      .reduce<string>((best, level) => (rank(section, level) > rank(section, best) ? level : best), 'none');
  const left = (section: Section, level: string) =>
    closed && section !== 'settings' ? (whenClosed[level] ?? level) : level;
  return Object.fromEntries(
    sections.map((section) => [section, left(section, most(section))]),
  ) as Capabilities;
}

const rank = (section: Section, level: string) => (levels[section] as readonly string[]).indexOf(level);

/** Whether the capabilities reach the level that an action takes. */
export function allowsAction(capabilities: Capabilities, action: Action): boolean {
  const [section, level] = action.split('.') as [Section, never];
  return allows(capabilities, section, level);
}

/** Whether the capabilities reach a level in a section. */
export const allows = <S extends Section>(capabilities: Capabilities, section: S, level: Capabilities[S]) =>
  rank(section, capabilities[section]) >= rank(section, level);
