import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A password, hidden until its reader asks to see it. The library doesn't tell screen readers that it is refused. */
export function TypedPassword(props: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      {...props}
      aria-invalid={Boolean(props.error)}
    />
  );
}
