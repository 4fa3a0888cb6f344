import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import en from '../i18n/en.json';

const { codes, fields } = en.problems;
const isIn = <Texts extends object>(texts: Texts, code: string): code is keyof Texts & string =>
  code in texts;

/** The text of a refusal in the reader's language, by the problem's stable code. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    const { code, retryAfter = 0 } = error instanceof Refusal ? error.problem : { code: 'internal' };
    const text: string = t(`problems.codes.${isIn(codes, code) ? code : 'internal'}`);
    return retryAfter ? `${text} ${t('problems.again', { count: Math.ceil(retryAfter / 60) })}` : text;
  };
}

/** What is wrong with one field, in the reader's language, by the code of its entry in a problem's `errors`. */
export function useFieldText(): (code: string) => string {
  const { t } = useTranslation();
  return (code) =>
    isIn(fields, code)
      ? t(`problems.fields.${code}`)
      : t(isIn(codes, code) ? `problems.codes.${code}` : 'problems.fields.other');
}
