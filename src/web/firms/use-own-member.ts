import { useMe } from '../shell/use-me.ts';
import type { Member } from './use-members.ts';

/** Whether a member is the reader himself, told by the address, which belongs to one team at most. Contact data is the admin's alone. */
export function useIsMe(): (member: Member) => boolean {
  const { data: me } = useMe();
  return ({ contact, joined }) => joined && contact !== null && contact.email === me?.email;
}
