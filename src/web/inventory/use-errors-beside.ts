import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import type en from '../i18n/en.json';

type Known = keyof (typeof en)['inventory']['flaws'];

/** What is wrong with a field, or a line of a file, in the reader's language, by its stable code. */
export function useFlawText(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return (code) =>
    t(`inventory.flaws.${(i18n.exists(`inventory.flaws.${code}`) ? code : 'invalid') as Known}`);
}

/**
 * Puts what the API says of single fields beside them, in the reader's language.
 * @param placed the form's field that a field of the body is typed in
 * @returns whether all of the refusal is shown there
 */
export function useErrorsBeside(
  error: unknown,
  set: (field: string, message: string) => void,
  placed: (field: string) => string,
): boolean {
  const text = useFlawText();
  const errors = error instanceof Refusal ? (error.problem.errors ?? []) : [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refusal is shown once, whatever is typed after it
  useEffect(() => {
    for (const { field, code } of errors) set(placed(field), text(code));
  }, [error]);
  return errors.length > 0;
}
