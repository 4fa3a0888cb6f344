import { Button, Group, PinInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';

/** The second factor: six digits, taken over from the text message where the browser can. */
export function CodeStep({ onIn, onBack }: { onIn: () => Promise<void>; onBack: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const verify = useMutation({
    mutationFn: (entered: string) =>
      answered(api.POST('/api/auth/two-factor/verify-otp', { body: { code: entered } })),
    onSuccess: onIn,
    onError: () => setCode(''),
  });
  const again = useMutation({
    mutationFn: () => answered(api.POST('/api/auth/two-factor/send-otp', { body: {} })),
  });
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('code.title')}
      </Title>
      <Text>{t('code.text')}</Text>
      {(verify.error ?? again.error) && <ProblemAlert error={verify.error ?? again.error} />}
      <PinInput
        oneTimeCode
        autoFocus
        type="number"
        length={6}
        ariaLabel={t('code.digit')}
        value={code}
        onChange={setCode}
        onComplete={(entered) => verify.mutate(entered)}
        disabled={verify.isPending}
        error={verify.isError}
      />
      {again.isSuccess && <Text role="status">{t('code.sentAgain')}</Text>}
      <Group justify="space-between">
        <Button variant="subtle" onClick={onBack}>
          {t('code.back')}
        </Button>
        <Button variant="light" loading={again.isPending} onClick={() => again.mutate()}>
          {t('code.again')}
        </Button>
      </Group>
    </Stack>
  );
}
