import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { mobileNumber } from '../../domain/contact.ts';
import { isEmail, normalEmail } from '../../domain/email.ts';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { startOf, type Typed } from './typed.ts';
import { type Line, useLines } from './use-lines.ts';

/** Today by the calendar that days of access are told by, ISO 8601. */
export const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());

/** The fields of a line's dialog, with what is wrong with them beside them. */
export function useRightForm(dossierId: string, line: Line, error: unknown) {
  const { t } = useTranslation();
  const { data: lines = [] } = useLines(dossierId);
  const isPerson = line.party.kind === 'person';
  /** The other person of the dossier who has access with an address (R4). */
  const holderOf = (email: string) =>
    lines.find(
      ({ party, right, email: known }) =>
        party.kind === 'person' &&
        party.id !== line.party.id &&
        right !== 'none' &&
        known === normalEmail(email.trim()),
    );
  const givesForEver = !line.revocable && line.right === 'none';
  const needsContact = ({ right }: Typed) => isPerson && right !== 'none' && !line.open;
  const form = useForm<Typed & { understood: boolean }>({
    initialValues: { ...startOf(line), understood: false },
    validate: {
      email: (value, typed) => {
        if (!needsContact(typed)) return null;
        if (!isEmail(value)) return t('right.emailNeeded');
        const holder = holderOf(value);
        return holder ? t('right.addressTaken', { name: holder.party.name }) : null;
      },
      phone: (value, typed) =>
        needsContact(typed) && 'problem' in mobileNumber(value) ? t('right.phoneNeeded') : null,
      until: (value, { right }) =>
        right !== 'none' && value && value !== line.until && value < today() ? t('right.untilPassed') : null,
      understood: (value) => (givesForEver && !value ? t('right.understoodNeeded') : null),
    },
  });
  return { form, isBesideFields: useFieldErrors(error, form) };
}

export type RightFields = ReturnType<typeof useRightForm>['form'];
