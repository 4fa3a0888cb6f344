import { type Capabilities, capabilityTable, type Section } from '../../../src/domain/capabilities.ts';
import type { FirmRole, GrantedRight, TeamAccessMode } from '../../../src/domain/words.ts';
import {
  type Account,
  account,
  type Colleague,
  colleague,
  invitedRelative,
  letIn,
  list,
  newDossier,
  newFirm,
  type PartyName,
  type Place,
  session,
} from '../by-sql.ts';
import type { Client } from '../client.ts';
import type { World } from '../world.ts';

/** Somebody who calls, as the table of the contract names him. */
export type Caller = {
  label: string;
  /** Rows of the capability table: the roles he has in his dossier. */
  roles: string[];
  /** Whose account it is; null: nobody is signed in. */
  account: 'admin' | 'manager' | 'support' | 'outsider' | 'stranger' | null;
  mode?: TeamAccessMode;
  /** An access of his waits for the code that confirms its number (R10). */
  pending?: boolean;
  /** He had access, which was withdrawn. */
  withdrawn?: boolean;
};

const accountOf = (row: string): Caller['account'] =>
  row === 'manager' || row === 'admin'
    ? row
    : row === 'firm_admin'
      ? 'admin'
      : row === 'team_member'
        ? 'support'
        : 'outsider';

/** Every row of the capability table, alone. */
const single = Object.keys(capabilityTable).map(
  (row): Caller => ({ label: row, roles: [row], account: accountOf(row) }),
);

/** Several hats (R14), each of whose roles allows what another doesn't. */
const hats = [
  ['team_member', 'family_member read_only'],
  ['team_member', 'advisor read_write'],
  ['firm_admin', 'family_member read_only'],
  ['firm_admin', 'advisor read_write'],
  ['admin', 'family_member read_only'],
  ['manager', 'advisor read_only'],
  ['holder read_only', 'advisor read_write'],
  ['holder read_write', 'advisor read_only'],
  ['family_member read_only', 'advisor read_write'],
  ['family_member read_write', 'advisor read_only'],
].map((roles): Caller => ({ label: roles.join(' + '), roles, account: accountOf(roles[0]!) }));

export const callers: Caller[] = [
  ...single,
  ...hats,
  {
    label: 'team_member, the dossier being open to all',
    roles: ['team_member'],
    account: 'support',
    mode: 'all',
  },
  {
    label: 'advisor read_write + a number unconfirmed',
    roles: ['advisor read_write'],
    account: 'outsider',
    pending: true,
  },
  { label: 'a number unconfirmed', roles: [], account: 'outsider', pending: true },
  { label: 'withdrawn', roles: [], account: 'outsider', withdrawn: true },
  { label: 'a colleague without access', roles: [], account: 'support' },
  { label: 'an admin of another firm', roles: [], account: 'stranger' },
  { label: 'nobody signed in', roles: [], account: null },
];

/** The scale of each section, least first, as the contract words it. */
const scale: { [S in Section]: readonly Capabilities[S][] } = {
  family: ['none', 'read', 'write'],
  wealth: ['none', 'read', 'write'],
  donations: ['none', 'read', 'write'],
  simulations: ['none', 'read', 'create'],
  reports: ['none', 'read', 'create'],
  familyAccess: ['none', 'view', 'give', 'manage'],
  advisorAccess: ['none', 'view', 'manage'],
  settings: ['none', 'team_access', 'manage'],
};
export const sections = Object.keys(scale) as Section[];

const rank = (section: Section, level: string) => (scale[section] as readonly string[]).indexOf(level);

/** What a caller may do: in each section the most that the table gives to any of his roles (R14). */
export function allowedTo({ roles }: Caller): Capabilities {
  const most = (section: Section) =>
    roles
      .map((row) => capabilityTable[row]![section] as string)
      .reduce((best, level) => (rank(section, level) > rank(section, best) ? level : best), 'none');
  return Object.fromEntries(sections.map((section) => [section, most(section)])) as Capabilities;
}

/** Whether a caller's capabilities reach a level in a section. */
export const reaches = <S extends Section>(caller: Caller, section: S, level: Capabilities[S]) =>
  rank(section, allowedTo(caller)[section]) >= rank(section, level);

/** The firm and its people, from whom every caller is taken. */
export type House = {
  world: World;
  firm: string;
  /** Who manages the dossiers in which the caller doesn't. */
  boss: Colleague;
  accounts: Record<'admin' | 'manager' | 'support' | 'stranger', Colleague> & { outsider: Account };
};

export async function house(world: World): Promise<House> {
  const firm = await newFirm(world);
  const stranger = await colleague(world, await newFirm(world), 'admin');
  const boss = await colleague(world, firm, 'manager');
  await colleague(world, firm, 'admin');
  const accounts = {
    admin: await colleague(world, firm, 'admin'),
    manager: await colleague(world, firm, 'manager'),
    support: await colleague(world, firm, 'support'),
    outsider: await account(world, 'outsider'),
    stranger,
  };
  return { world, firm, boss, accounts };
}

/** A caller in a dossier of his, with whom an entry's request is made. */
export type At = House & {
  caller: Caller;
  where: Place;
  client: Client;
  me: (Account & { memberId?: string }) | null;
  /** The role in the firm that owns the dossier. */
  firmRole: FirmRole | null;
  /** Contact data of the access that waits for a code. */
  typed: Pick<Account, 'email' | 'phone'> | null;
  /** The same caller in another dossier, for a call that changes what the next one needs. */
  anew(): Promise<At>;
};

/** Makes a dossier in which a caller is what his label says. */
export async function place(at: House, caller: Caller, client?: Client): Promise<At> {
  const { world, firm, boss, accounts } = at;
  const me = caller.account && accounts[caller.account];
  const memberId = me && 'memberId' in me ? me.memberId : undefined;
  const managerId = caller.roles.includes('manager') ? memberId! : boss.memberId;
  const where = await newDossier(world, firm, managerId, caller.mode);
  for (const row of caller.roles) {
    const [name, right] = row.split(' ') as [string, GrantedRight | undefined];
    if (right) await letIn(world, where, me!, name as PartyName, right);
    else if (name === 'admin') await list(world, where, memberId!, true);
    else if (name === 'team_member' && caller.mode !== 'all') await list(world, where, memberId!);
  }
  if (caller.withdrawn) {
    const personId = await letIn(world, where, me!, 'family_member', 'read_write');
    await world.owner`update grants set ended_at = now() where person_id = ${personId}`;
  }
  const typed = caller.pending ? await invitedRelative(world, where, { email: me!.email }) : null;
  const signedIn = client ?? (me ? await session(world, me) : world.client());
  return {
    ...at,
    caller,
    where,
    client: signedIn,
    me,
    firmRole: caller.account === 'stranger' || !memberId ? null : (caller.account as FirmRole),
    typed,
    anew: () => place(at, caller, signedIn),
  };
}
