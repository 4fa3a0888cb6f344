import type { Role } from './capabilities.ts';
import type { Central, FirmRole, GrantedRight, TeamAccessMode } from './words.ts';

/** What the database knows about one account in one dossier. */
export type RoleFacts = {
  managerId: string;
  teamMode: TeamAccessMode;
  /** The account's membership of the dossier's firm. */
  member: { id: string; role: FirmRole; listed: boolean; selfGiven: boolean } | null;
  /** The account's grants in the dossier that haven't ended; pending ones of its address too. */
  hats: { kind: 'person' | 'advisor'; central: Central | null; right: GrantedRight; open: boolean }[];
};

/** The roles that somebody holds in a dossier, the team's first (R1, R8, R14). None: he has no access. */
export function rolesOf({ managerId, teamMode, member, hats }: RoleFacts): Role[] {
  const roles: Role[] = [];
  if (member) {
    if (member.id === managerId) roles.push({ name: 'manager', right: null });
    else if (member.role === 'admin' && member.selfGiven) roles.push({ name: 'admin', right: null });
    else if (teamMode === 'all' || member.listed) roles.push({ name: 'team_member', right: null });
    else if (member.role === 'admin') roles.push({ name: 'firm_admin', right: null });
  }
  for (const { kind, central, right, open } of hats) {
    if (open) roles.push({ name: kind === 'advisor' ? 'advisor' : (central ?? 'family_member'), right });
  }
  return roles;
}

/** Whether access waits for the code that confirms a typed number (R10). */
export const awaitsNumber = ({ hats }: RoleFacts) => hats.some((hat) => !hat.open);
