import { useEffect } from 'react';
import { Refusal } from '../api/client.ts';
import { useFieldText } from './problem-text.ts';

type Saying = {
  /** The form's field that a field of the body is typed in, where its name is another. */
  placed?: (field: string) => string;
  /** What a code is called in this form, where it says more than the page's own text. */
  text?: (code: string) => string;
};

/**
 * Puts what the API says of single fields beside them, in the reader's language.
 * @returns whether all of the refusal is shown there
 */
export function useFieldErrors(
  error: unknown,
  set: (field: string, message: string) => void,
  { placed = (field) => field, text }: Saying = {},
): boolean {
  const own = useFieldText();
  const errors = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is shown once, whatever is typed after it
  useEffect(() => {
    for (const { field, code } of errors) set(placed(field), (text ?? own)(code));
  }, [error]);
  return errors.length > 0;
}
