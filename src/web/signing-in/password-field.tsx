import { PasswordInput, type PasswordInputProps, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { passwordLength } from '../../domain/password.ts';
import { strengthOf } from './strength.ts';

const colors = { weak: 'red', fair: 'yellow', strong: 'green' } as const;

/** A new password, with how strong it is in words and in a bar. */
export function PasswordField(props: PasswordInputProps & { value: string }) {
  const { t } = useTranslation();
  const { level, share } = strengthOf(props.value);
  return (
    <Stack gap={6}>
      <PasswordInput
        label={t('password.label')}
        description={t('password.rule', passwordLength)}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        {...props}
      />
      <Progress value={share * 100} color={colors[level]} aria-hidden />
      <Text size="sm" role="status">
        {props.value ? t(`password.${level}`) : ''}
      </Text>
    </Stack>
  );
}
