import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import type { Donation } from './use-donations.ts';

/** Says what stands in a field of a donation, in the reader's words: for what somebody else has changed meanwhile. */
export function useDescribeDonation(nameOf: (id: string | null) => string, currency: string) {
  const { t } = useTranslation();
  const { money, day } = useFormats();
  return (field: string, value: unknown): { label: string; text: string } => {
    switch (field) {
      case 'donorId':
        return { label: t('donations.form.donor'), text: nameOf(value as string) };
      case 'donees': {
        const donees = value as Donation['donees'];
        const text = donees.map(({ personId, share }) => `${nameOf(personId)} ${share}`).join(', ');
        return { label: t('donations.form.donees'), text };
      }
      case 'cents':
        return { label: t('donations.form.amount'), text: money(value as number, currency) };
      case 'category':
        return {
          label: t('donations.form.category'),
          text: t(`donations.categories.${value as Donation['category']}`),
        };
      case 'form':
        return { label: t('donations.form.form'), text: t(`donations.forms.${value as Donation['form']}`) };
      case 'givenOn':
      case 'registeredOn':
        return { label: t(`donations.form.${field}`), text: day(value as string | null) || '–' };
      case 'registered':
      case 'usufructReserved':
        return { label: t(`donations.form.${field}`), text: t(value ? 'donations.yes' : 'donations.no') };
      case 'description':
      case 'currency':
      case 'conditions':
      case 'country':
      case 'region':
        return { label: t(`donations.form.${field}`), text: String(value ?? '–') };
      case 'tax':
        return { label: t('donations.tax.title'), text: t('donations.tax.other') };
      default:
        return { label: field, text: String(value ?? '–') };
    }
  };
}
