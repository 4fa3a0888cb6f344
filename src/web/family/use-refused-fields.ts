import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { inWords } from './refused-fields.ts';

/** Puts what the API refuses of a family beside its field, in the reader's language. @returns whether all of it is shown there */
export function useRefusedFields(
  error: unknown,
  set: (field: string, message: string) => void,
  renamed?: Record<string, string>,
): boolean {
  const { t } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one refusal is one error, whatever is drawn again
  const said = useMemo(() => inWords(error, t, renamed), [error]);
  return useFieldErrors(said, set);
}
