import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { CodeField } from '../shell/code-field.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useTextedCode } from '../shell/use-texted-code.ts';

/** Proves a new number by the code that is sent to it; somebody else is then asked to confirm it (R15). */
export function ProveNumber({ token, newPhone }: { token: string; newPhone: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [isAlone, setAlone] = useState(false);
  const params = { path: { token } };
  const prove = useMutation({
    mutationFn: (code: string) =>
      answered(api.POST('/api/phone-changes/{token}', { params, body: { code } })),
    onSuccess: async ({ canBeConfirmed }) => {
      setAlone(!canBeConfirmed);
      if (canBeConfirmed) await queries.invalidateQueries({ queryKey: ['phone-change', token] });
    },
  });
  const texted = useTextedCode(() => answered(api.POST('/api/phone-changes/{token}/code', { params })), {
    onAsk: prove.reset,
  });
  if (isAlone) {
    return (
      <Alert color="orange" title={t('phoneChange.aloneTitle')}>
        {t('phoneChange.alone')}
      </Alert>
    );
  }
  return (
    <Stack>
      {Boolean(texted.error) && <ProblemAlert error={texted.error} />}
      {texted.sent > 0 ? (
        <CodeField
          label={t('phoneChange.codeSent', { phone: newPhone })}
          error={prove.error}
          isPending={prove.isPending}
          onComplete={(code) => prove.mutate(code)}
          texted={texted}
        />
      ) : (
        <>
          <Text>{t('phoneChange.prove')}</Text>
          <Button loading={texted.isPending} onClick={texted.ask}>
            {t('phoneChange.send', { phone: newPhone })}
          </Button>
        </>
      )}
    </Stack>
  );
}
