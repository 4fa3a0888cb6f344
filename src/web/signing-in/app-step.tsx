import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { CodeField } from '../shell/code-field.tsx';
import { type Ends, useVerify } from './use-verify.ts';

/** The code that an authenticator app shows. */
export function AppStep({ takesTexts, ...ends }: Ends & { takesTexts: boolean }) {
  const { t } = useTranslation();
  const verify = useVerify(
    (code) => answered(api.POST('/api/auth/two-factor/verify-totp', { body: { code } })),
    ends,
  );
  return (
    <Stack>
      <Text>{t('secondFactor.appText')}</Text>
      <CodeField
        label={t('code.label')}
        error={verify.error}
        isPending={verify.isPending}
        onComplete={(code) => verify.mutate(code)}
      />
      {!takesTexts && <Text size="sm">{t('secondFactor.noTexts')}</Text>}
    </Stack>
  );
}
