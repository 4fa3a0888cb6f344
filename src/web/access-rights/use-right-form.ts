import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { mobileNumber } from '../../domain/contact.ts';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { startOf, type Typed } from './typed.ts';
import type { Line } from './use-lines.ts';

/** Today by the calendar that days of access are told by, ISO 8601. */
export const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

const isEmail = (text: string) => /^\S+@[^\s@]+\.[^\s@]+$/.test(text.trim());

/** The fields of a line's dialog, with what is wrong with them beside them. */
export function useRightForm(line: Line, error: unknown) {
  const { t } = useTranslation();
  const isPerson = line.party.kind === 'person';
  const givesForEver = !line.revocable && line.right === 'none';
  const needsContact = ({ right }: Typed) => isPerson && right !== 'none' && !line.open;
  const form = useForm<Typed & { understood: boolean }>({
    initialValues: { ...startOf(line), understood: false },
    validate: {
      email: (value, typed) => (needsContact(typed) && !isEmail(value) ? t('right.emailNeeded') : null),
      phone: (value, typed) =>
        needsContact(typed) && 'problem' in mobileNumber(value) ? t('right.phoneNeeded') : null,
      until: (value, { right }) =>
        right !== 'none' && value && value !== line.until && value < today() ? t('right.untilPassed') : null,
      understood: (value) => (givesForEver && !value ? t('right.understoodNeeded') : null),
    },
  });
  return { form, isBesideFields: useFieldErrors(error, form.setFieldError) };
}

export type RightFields = ReturnType<typeof useRightForm>['form'];
