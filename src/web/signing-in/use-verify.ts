import { useMutation } from '@tanstack/react-query';
import { Refusal } from '../api/client.ts';

/** How a second step ends: signed in, or too late, so that it begins again with the password. */
export type Ends = { onIn: () => Promise<void>; onLate: () => void };

/** Sends a code of the second step. */
export const useVerify = (call: (code: string) => Promise<unknown>, { onIn, onLate }: Ends) =>
  useMutation({
    mutationFn: call,
    onSuccess: onIn,
    onError: (error) => {
      if (error instanceof Refusal && error.problem.code === 'not_signed_in') onLate();
    },
  });
