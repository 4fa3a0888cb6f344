import { useQuery } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../api/client.ts';

export type WaitingChange = Schemas['PhoneChangesToConfirm']['items'][number];

export const waitingKey = ['phone-changes'];

/** The new numbers that the reader may confirm or refuse at this moment (R15). */
export const useWaitingChanges = () =>
  useQuery({
    queryKey: waitingKey,
    queryFn: () => answered(api.GET('/api/phone-changes')),
    select: ({ items }) => items,
  });

/** Who asks, as named in the reader's own dossiers and team. */
export const nameOf = ({ accesses }: WaitingChange) =>
  [...new Set(accesses.map(({ name }) => name))].join(', ');
