import { useEffect } from 'react';
import { Refusal } from '../api/client.ts';
import { useFieldText } from './problem-text.ts';

/**
 * Puts what the API says of single fields beside them.
 * @returns whether all of the refusal is shown there
 */
export function useFieldErrors(error: unknown, set: (field: string, message: string) => void): boolean {
  const text = useFieldText();
  const errors = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is shown once, whatever is typed after it
  useEffect(() => {
    for (const { field, code } of errors) set(field, text(code));
  }, [error]);
  return errors.length > 0;
}
