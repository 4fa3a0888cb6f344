import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { phoneText } from '../i18n/phone-text.ts';
import { PhoneField } from '../shell/phone-field.tsx';
import type { Line } from './use-lines.ts';
import type { RightFields } from './use-right-form.ts';

type Props = { line: Line; form: RightFields };

/** How a person is reached: typed while the access is pending (R4), bound to an account from then on (R11). */
export function ContactFields({ line, form }: Props) {
  const { t } = useTranslation();

  if (!line.actions.includes('give') && !line.actions.includes('correct')) {
    return (
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {line.email} · {line.phone && phoneText(line.phone)}
        {line.open && line.party.kind === 'person' && (
          <>
            <br />
            {t('right.bound')}
          </>
        )}
      </Text>
    );
  }
  return (
    <>
      <TextInput
        label={t('right.email')}
        type="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <PhoneField label={t('right.phone')} {...form.getInputProps('phone')} />
    </>
  );
}
