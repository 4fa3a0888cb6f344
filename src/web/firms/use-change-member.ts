import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';
import { nameOf } from '../shell/name-of.ts';
import { type Member, membersKey } from './use-members.ts';

/** Changes a member, or lets him leave; a toast says what was done, by his name. */
export function useChangeMember(
  f: string,
  member: Member,
  done: (name: string) => string,
  onSaved: () => void,
) {
  const queries = useQueryClient();
  const params = { path: { f, m: member.id }, header: { 'If-Match': `"${member.version}"` } };
  return useMutation({
    mutationFn: (body: Schemas['ChangeMember']) =>
      answered(api.PATCH('/api/firms/{f}/members/{m}', { params, body })),
    onSuccess: (_, { firstName = member.firstName, lastName = member.lastName }) => {
      notifications.show({ message: done(nameOf({ firstName, lastName })) });
      onSaved();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: membersKey(f) }),
  });
}
