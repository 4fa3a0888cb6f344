import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { CodeField } from '../shell/code-field.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useTextedCode } from '../shell/use-texted-code.ts';
import { type Ends, useVerify } from './use-verify.ts';

type Props = Ends & {
  /** Whether a code was sent with the password, or why not. */
  isSent: boolean;
  sendError: unknown;
};

/** The code of a text message to the account's phone. */
export function TextStep({ isSent, sendError, ...ends }: Props) {
  const { t } = useTranslation();
  const verify = useVerify(
    (code) => answered(api.POST('/api/auth/two-factor/verify-otp', { body: { code } })),
    ends,
  );
  const texted = useTextedCode(() => answered(api.POST('/api/auth/two-factor/send-otp', { body: {} })), {
    isSent: isSent && !sendError,
    onAsk: verify.reset,
  });
  const failed = texted.error ?? (texted.sent === 0 && !texted.isPending ? sendError : null);
  return (
    <Stack>
      {Boolean(failed) && <ProblemAlert error={failed} />}
      {texted.sent > 0 ? (
        <>
          <Text>{t('code.text')}</Text>
          <CodeField
            label={t('code.label')}
            error={verify.error}
            isPending={verify.isPending}
            onComplete={(code) => verify.mutate(code)}
            texted={texted}
          />
        </>
      ) : (
        <>
          <Text>{t('secondFactor.textFirst')}</Text>
          <Button loading={texted.isPending} onClick={texted.ask}>
            {t('secondFactor.send')}
          </Button>
        </>
      )}
    </Stack>
  );
}
