import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { CodeField } from '../shell/code-field.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
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
  const send = useMutation({
    mutationFn: () => answered(api.POST('/api/auth/two-factor/send-otp', { body: {} })),
    onMutate: () => verify.reset(),
  });
  const failed = send.error ?? (send.isIdle ? sendError : null);
  const isThere = send.isSuccess || (isSent && !sendError);
  return (
    <Stack>
      {Boolean(failed) && <ProblemAlert error={failed} />}
      {isThere ? (
        <>
          <Text>{t('code.text')}</Text>
          <CodeField
            label={t('code.label')}
            error={verify.error}
            isPending={verify.isPending}
            onComplete={(code) => verify.mutate(code)}
          />
        </>
      ) : (
        <Text>{t('secondFactor.textFirst')}</Text>
      )}
      <Text role="status" size="sm">
        {send.isSuccess ? t('code.sentAgain') : ''}
      </Text>
      <Button variant={isThere ? 'light' : 'filled'} loading={send.isPending} onClick={() => send.mutate()}>
        {t(isThere ? 'code.again' : 'secondFactor.send')}
      </Button>
    </Stack>
  );
}
