import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type Member = Schemas['Member'];

/** A member's name as it is shown. */
export const memberName = ({ firstName, lastName }: Member) => `${firstName} ${lastName}`;

/** The team of a dossier's firm, those who have left too; for the team alone. */
export const useMembers = (firmId: string, enabled = true) =>
  useQuery({
    queryKey: ['members', firmId],
    queryFn: () => answered(api.GET('/api/firms/{f}/members', { params: { path: { f: firmId } } })),
    select: ({ items }) => items,
    enabled,
  });
