import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../api/client.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { type Summary, simulationsKey } from './use-simulations.ts';

type Props = { dossierId: string; simulation: Summary; opened: boolean; onClose: () => void };

/** Another name for a simulation: what was assumed and what came of it stay. */
export function RenameSimulation({
  dossierId: d,
  simulation: { id: s, version, name },
  opened,
  onClose,
}: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { name },
    validate: { name: (typed) => (typed.trim() ? null : t('simulations.nameNeeded')) },
  });
  const save = useMutation({
    mutationFn: (body: { name: string }) =>
      answered(
        api.PATCH('/api/dossiers/{d}/simulations/{s}', {
          params: { path: { d, s }, header: { 'If-Match': `"${version}"` } },
          body,
        }),
      ),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: simulationsKey(d) });
      notifications.show({ message: t('simulations.renamed', { name: saved.name }) });
      onClose();
    },
  });
  return (
    <FormDialog
      opened={opened}
      onClose={() => {
        form.setValues({ name });
        save.reset();
        onClose();
      }}
      title={t('simulations.renameTitle', { name })}
    >
      <form noValidate onSubmit={form.onSubmit((typed) => save.mutate(typed))}>
        <Unsaved when={form.values.name !== name} />
        <Stack>
          {save.error && <ProblemAlert error={save.error} />}
          <TextInput
            label={t('simulations.name')}
            maxLength={100}
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Group justify="end">
            <Button type="submit" loading={save.isPending}>
              {t('simulations.rename')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormDialog>
  );
}
