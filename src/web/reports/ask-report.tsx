import { Button, Checkbox, Group, List, NativeSelect, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mayListRights } from '../../domain/access.ts';
import { type Language, languages } from '../../domain/words.ts';
import type { Schemas } from '../api/client.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useSimulations } from '../simulations/use-simulations.ts';
import { askFor } from './ask-for.ts';
import { reportsKey } from './use-reports.ts';

type Props = { dossier: Schemas['Dossier']; onClose: () => void };

/** What is to be in a report: its language, a simulation, and, for who may list them, the access rights (R17). */
export function AskReport({ dossier: { id: d, me }, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const keyOf = useIdempotencyKey();
  const { data: simulations = [] } = useSimulations(d);
  const form = useForm({
    initialValues: { language: i18n.language as Language, simulationId: '', withAccess: false },
  });
  const ask = useMutation({
    mutationFn: ({ simulationId, ...typed }: typeof form.values) => {
      const body = { ...typed, simulationId: simulationId || null };
      return askFor(d, body, keyOf(body));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: reportsKey(d) });
      notifications.show({ message: t('reports.asked') });
      onClose();
    },
  });
  return (
    <FormDialog opened onClose={onClose} title={t('reports.create')}>
      <form noValidate onSubmit={form.onSubmit((typed) => ask.mutate(typed))}>
        <Unsaved when={form.isDirty()} />
        <Stack>
          {ask.error && <ProblemAlert error={ask.error} />}
          <div>
            <Text size="sm">{t('reports.always')}</Text>
            <List size="sm">
              {(['family', 'wealth', 'donations'] as const).map((part) => (
                <List.Item key={part}>{t(`dossier.tabs.${part}`)}</List.Item>
              ))}
            </List>
          </div>
          <NativeSelect
            label={t('reports.language')}
            data-autofocus
            data={languages.map((value) => ({ value, label: t(`reports.languages.${value}`) }))}
            {...form.getInputProps('language')}
          />
          <NativeSelect
            label={t('reports.simulation')}
            data={[
              { value: '', label: t('reports.noSimulation') },
              ...simulations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...form.getInputProps('simulationId')}
          />
          {mayListRights(me.capabilities) && (
            <Checkbox
              label={t('reports.withAccess')}
              description={t('reports.withAccessText')}
              {...form.getInputProps('withAccess', { type: 'checkbox' })}
            />
          )}
          <Text size="sm">{t('reports.takes')}</Text>
          <Group justify="end">
            <Button type="submit" loading={ask.isPending}>
              {t('reports.ask')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormDialog>
  );
}
