import { useLayoutEffect, useState } from 'react';
import { Refusal } from '../api/client.ts';
import { type Feature, useFieldText } from './problem-text.ts';

/** Of a form: where what is wrong with a field is put, and the field in the document, by the path that it was given. */
type Form = {
  setFieldError: (field: string, message: string) => void;
  getInputNode: (field: string) => Element | null;
};

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
 * @returns whether all of the refusal is shown there: each of its fields is in the document
 */
export function useFieldErrors(
  error: unknown,
  { setFieldError, getInputNode }: Form,
  { placed = (field) => field, of }: Saying = {},
): boolean {
  const text = useFieldText(of);
  const errors = errorsOf(error);
  const [isBeside, setBeside] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is shown once, whatever is typed after it
  useLayoutEffect(() => {
    for (const { field, code } of errors) setFieldError(placed(field), text(code, field));
    setBeside(errors.length > 0 && errors.every(({ field }) => getInputNode(placed(field))));
  }, [error]);
  return isBeside;
}
