import { useTranslation } from 'react-i18next';
import { phoneText } from '../i18n/phone-text.ts';
import type { Advisor } from './use-advisor.ts';

/** Says what stands in a field of an advisor, in the reader's words: for what somebody else has changed meanwhile. */
export function useDescribeAdvisor() {
  const { t } = useTranslation();
  return (field: string, value: unknown): { label: string; text: string } => {
    const text = String(value || '–');
    switch (field) {
      case 'email':
        return { label: t('right.email'), text };
      case 'phone':
        return { label: t('right.phone'), text: phoneText(text) };
      case 'language':
        return { label: t('advisor.language'), text: t(`advisor.languages.${value as Advisor['language']}`) };
      case 'type':
        return { label: t('advisor.type'), text: t(`advisorTypes.${value as Advisor['type']}`) };
      case 'firstName':
      case 'lastName':
      case 'firmName':
      case 'typeText':
        return { label: t(`advisor.${field}`), text };
      default:
        return { label: field, text };
    }
  };
}
