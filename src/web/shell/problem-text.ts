import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import type en from '../i18n/en.json';

type Texts = (typeof en)['problems'];

/** The text of a refusal in the reader's language, by the problem's stable code. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return (error) => {
    const { code, retryAfter = 0 } = error instanceof Refusal ? error.problem : { code: 'internal' };
    const known = (i18n.exists(`problems.codes.${code}`) ? code : 'internal') as keyof Texts['codes'];
    const text: string = t(`problems.codes.${known}`);
    return retryAfter ? `${text} ${t('problems.again', { count: Math.ceil(retryAfter / 60) })}` : text;
  };
}

/** What is wrong with one field, in the reader's language, by the code of its entry in a problem's `errors`. */
export function useFieldText(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return (code) => {
    if (i18n.exists(`problems.fields.${code}`)) return t(`problems.fields.${code as keyof Texts['fields']}`);
    return i18n.exists(`problems.codes.${code}`)
      ? t(`problems.codes.${code as keyof Texts['codes']}`)
      : t('problems.fields.other');
  };
}
