import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { usePersons } from '../inventory/use-persons.ts';
import type { Item } from './use-inventory.ts';

/** Says what stands in a field of an item, in the reader's words: for what somebody else has changed meanwhile. */
export function useDescribeItem(d: string, currency: string) {
  const { t } = useTranslation();
  const { money, day } = useFormats();
  const { nameOf } = usePersons(d);
  const amountOf = ({ cents, valuedOn }: Item['value']) => `${money(cents, currency)} (${day(valuedOn)})`;
  return (field: string, value: unknown): { label: string; text: string } => {
    switch (field) {
      case 'kind':
        return { label: t('wealth.form.kind'), text: t(`wealth.kinds.${value as Item['kind']}`) };
      case 'value': {
        return { label: t('wealth.form.amount'), text: amountOf(value as Item['value']) };
      }
      case 'owners': {
        const owners = value as Item['owners'];
        const text = owners
          .map(({ personId, form, share }) => `${nameOf(personId)} ${share} (${t(`wealth.forms.${form}`)})`)
          .join(', ');
        return { label: t('wealth.form.owners'), text };
      }
      case 'values': {
        const text = (value as Item['value'][]).map(amountOf).join(', ');
        return { label: t('wealth.history.title'), text: text || '–' };
      }
      case 'name':
      case 'description':
      case 'country':
      case 'currency':
        return { label: t(`wealth.form.${field}`), text: String(value ?? '–') };
      default:
        return { label: field, text: String(value ?? '–') };
    }
  };
}
