import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { nameOf, type WaitingChange, waitingKey } from './use-waiting-changes.ts';

type Props = { change: WaitingChange; onClose: () => void };

/** Confirms a new number once the reader says that he has spoken to the person (R15); what follows is said before. */
export function ConfirmForm({ change, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const name = nameOf(change);
  const form = useForm({
    initialValues: { spoken: false },
    validate: { spoken: (value) => (value ? null : t('phoneChange.list.spokenNeeded')) },
  });
  const confirm = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/phone-changes/{change}/confirm', { params: { path: { change: change.id } } })),
    onSuccess: async () => {
      notifications.show({ message: t('phoneChange.list.confirmed', { name }) });
      await queries.invalidateQueries({ queryKey: waitingKey });
      onClose();
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(() => confirm.mutate())}>
      <Stack>
        <Alert color="orange">{t('phoneChange.list.speakFirst')}</Alert>
        <Text size="sm">{t('phoneChange.list.confirmConsequences', { phone: change.newPhone })}</Text>
        <Checkbox
          label={t('phoneChange.list.spoken', { name })}
          {...form.getInputProps('spoken', { type: 'checkbox' })}
        />
        {confirm.error && <ProblemAlert error={confirm.error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('leave.cancel')}
          </Button>
          <Button type="submit" loading={confirm.isPending}>
            {t('phoneChange.list.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
