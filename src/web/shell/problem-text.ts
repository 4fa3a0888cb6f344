import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/client.ts';
import type en from '../i18n/en.json';

type Texts = (typeof en)['problems'];
/** Where some codes mean more than they do elsewhere: its texts go before those that all features share. */
export type Feature = keyof Texts['of'];
/** What a form finds wrong with itself: the codes of its fields, for which there are texts. */
export type Flaws = Record<string, keyof Texts['fields']>;

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

/**
 * What is wrong with one field, in the reader's language, by the code of its entry in a problem's `errors`. What isn't
 * written as it should be is told by the field's name (`holder.email`): how it is written.
 */
export function useFieldText(
  of?: Feature,
): (code: string, field?: string, values?: Record<string, unknown>) => string {
  const { t } = useTranslation();
  return (code, field = '', values = {}) => {
    const isFormat = code === 'invalid_format' || code === 'invalid_value';
    const keys = [
      ...(of ? [`problems.of.${of}.${code}`] : []),
      ...(isFormat ? [`problems.formats.${field.split('.').at(-1)}`] : []),
      `problems.fields.${code}`,
      `problems.codes.${code}`,
      'problems.fields.other',
    ];
    return t(keys as 'problems.fields.other'[], values);
  };
}

/** The same for all that is wrong with a form, field by field. */
export function useFlawTexts(of?: Feature) {
  const text = useFieldText(of);
  return (flaws: Flaws): Record<string, string> =>
    Object.fromEntries(Object.entries(flaws).map(([field, code]) => [field, text(code, field)]));
}
