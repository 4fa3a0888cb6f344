import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type Member = Schemas['Member'];

export const membersKey = (f: string) => ['members', f];

/** The firm's team, in the order of entry, those who left too; not asked for without one. */
export const useMembers = (f: string | undefined) =>
  useQuery({
    queryKey: membersKey(f ?? ''),
    queryFn: () => answered(api.GET('/api/firms/{f}/members', { params: { path: { f: f! } } })),
    select: ({ items }) => items,
    enabled: f !== undefined,
  });

/** Whether a dossier can be handed to a member: he is there, has joined, and may manage dossiers (R1). */
export const mayManage = ({ joined, leftAt, role }: Member) => joined && !leftAt && role !== 'support';
