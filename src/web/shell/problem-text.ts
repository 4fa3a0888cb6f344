import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import en from '../i18n/en.json';

type Known = keyof typeof en.problems.codes;

const isKnown = (code: string): code is Known => code in en.problems.codes;

/** The text of a refusal in the reader's language, by the problem's stable code. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    const { code, retryAfter = 0 } = error instanceof Refusal ? error.problem : { code: 'internal' };
    const text: string = t(`problems.codes.${isKnown(code) ? code : 'internal'}`);
    return retryAfter ? `${text} ${t('problems.again', { count: Math.ceil(retryAfter / 60) })}` : text;
  };
}
