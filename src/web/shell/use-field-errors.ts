import { useEffect } from 'react';
import { Refusal } from '../api/client.ts';
import { type Feature, useFieldText } from './problem-text.ts';

type Saying = {
  /** The form's field that a field of the body is typed in, where its name is another. */
  placed?: (field: string) => string;
  of?: Feature;
};

/** What a refusal says of single fields; an address that somebody else has is said beside the address. */
function errorsOf(error: unknown): { field: string; code: string }[] {
  if (!(error instanceof Refusal)) return [];
  const { code, errors = [] } = error.problem;
  return code === 'email_in_use' ? [{ field: 'email', code }] : errors;
}

/**
 * Puts what the API says of single fields beside them, in the reader's language.
 * @returns whether all of the refusal is shown there
 */
export function useFieldErrors(
  error: unknown,
  set: (field: string, message: string) => void,
  { placed = (field) => field, of }: Saying = {},
): boolean {
  const text = useFieldText(of);
  const errors = errorsOf(error);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is shown once, whatever is typed after it
  useEffect(() => {
    for (const { field, code } of errors) set(placed(field), text(code, field));
  }, [error]);
  return errors.length > 0;
}
