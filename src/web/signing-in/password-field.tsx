import { type PasswordInputProps, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { passwordLength } from '../../domain/password.ts';
import { TypedPassword } from '../shell/typed-password.tsx';
import { useStrength } from './use-strength.ts';

const colors = { weak: 'red', fair: 'yellow', strong: 'green' } as const;

type Props = PasswordInputProps & {
  value?: string;
  /** Names and addresses that the password had better not be made of. */
  personal?: string[];
};

/** A new password, with how strong it is in words and in a bar, why, and what would make it stronger. */
export function PasswordField({ personal = [], ...props }: Props) {
  const { t } = useTranslation();
  const strength = useStrength(props.value ?? '', personal);
  const advice = strength && strength.level !== 'strong' ? strength : null;
  return (
    <Stack gap={6}>
      <TypedPassword
        label={t('password.label')}
        description={t('password.rule', passwordLength)}
        autoComplete="new-password"
        maxLength={passwordLength.max}
        {...props}
      />
      <Progress
        value={(strength?.share ?? 0) * 100}
        color={strength ? colors[strength.level] : 'gray'}
        aria-hidden
      />
      <Text component="div" size="sm" role="status">
        {strength && (
          <Text inherit fw={500}>
            {t(`password.${strength.level}`)}
          </Text>
        )}
        {advice?.warning && <Text inherit>{t(`password.warnings.${advice.warning}`)}</Text>}
        {advice?.suggestions.map((key) => (
          <Text key={key} inherit>
            {t(`password.suggestions.${key}`)}
          </Text>
        ))}
      </Text>
    </Stack>
  );
}
