import { Alert, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api, type Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { confirmed } from '../shell/confirm.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';

/** A new number that was asked for the account: how far it is, and the way to cancel it (R15). */
export function PendingNumber({ change }: { change: NonNullable<Schemas['Me']['phoneChange']> }) {
  const { t } = useTranslation();
  const { instant } = useFormats();
  const queries = useQueryClient();
  const { state, newPhone: phone, expiresAt, effectiveAt } = change;
  const cancel = useMutation({
    mutationFn: () => answered(api.POST('/api/me/phone-change/cancel')),
    onSuccess: async () => {
      notifications.show({ message: t('yourAccount.pending.cancelled') });
      await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
  const ask = async () => {
    const question = {
      title: t('phoneChange.cancelTitle'),
      consequences: t('phoneChange.cancelConsequences', { phone }),
      verb: t('phoneChange.cancel'),
    };
    if (await confirmed(t, question)) cancel.mutate();
  };
  return (
    <Alert color="orange" title={t('yourAccount.pending.title', { phone })}>
      <Stack gap="sm" align="start">
        <Text size="sm">{t(`yourAccount.pending.${state}`, { at: instant(effectiveAt ?? expiresAt) })}</Text>
        <Text size="sm">{t('yourAccount.pending.notYou')}</Text>
        {cancel.error && <ProblemAlert error={cancel.error} />}
        <Button color="red" size="xs" loading={cancel.isPending} onClick={() => void ask()}>
          {t('phoneChange.cancel')}
        </Button>
      </Stack>
    </Alert>
  );
}
