import type { Member } from './use-members.ts';
import { useIsMe } from './use-own-member.ts';

export type RoleHindrance = 'lastAdmin' | 'own';

/** Why the admin can't change a member's role, nor remove him: nobody does that to himself, and the last admin stays (R1, R2). */
export function useRoleHindrance(team: Member[]): (member: Member) => RoleHindrance | null {
  const isMe = useIsMe();
  const admins = team.filter(({ role, joined }) => role === 'admin' && joined);
  return (member) => {
    if (!isMe(member)) return null;
    return admins.length === 1 ? 'lastAdmin' : 'own';
  };
}
