import { useTranslation } from 'react-i18next';
import type en from '../i18n/en.json';

type Known = keyof (typeof en)['inventory']['flaws'];

/** What is wrong with a field, or a line of a file, in the reader's language, by its stable code. */
export function useFlawText(): (code: string) => string {
  const { t, i18n } = useTranslation();
  return (code) =>
    t(`inventory.flaws.${(i18n.exists(`inventory.flaws.${code}`) ? code : 'invalid') as Known}`);
}
