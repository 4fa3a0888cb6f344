import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { confirmed } from '../shell/confirm.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';

type Props = { token: string; newPhone: string; onCancelled: () => void };

/** Cancels a new number, by whom the address or the old number belongs to (R15). */
export function CancelChange({ token, newPhone, onCancelled }: Props) {
  const { t } = useTranslation();
  const cancel = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/phone-changes/{token}/cancel', { params: { path: { token } } })),
    onSuccess: onCancelled,
  });
  const ask = async () => {
    const question = {
      title: t('phoneChange.cancelTitle'),
      consequences: t('phoneChange.cancelConsequences', { phone: newPhone }),
      verb: t('phoneChange.cancel'),
    };
    if (await confirmed(t, question)) cancel.mutate();
  };
  return (
    <Stack gap="xs">
      {cancel.error && <ProblemAlert error={cancel.error} />}
      <Text size="sm">{t('phoneChange.notYou')}</Text>
      <Button variant="outline" color="red" loading={cancel.isPending} onClick={() => void ask()}>
        {t('phoneChange.cancel')}
      </Button>
    </Stack>
  );
}
