import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../dossiers/use-dossier.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Section } from '../shell/section.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { useChangeDossier } from './use-change-dossier.ts';

/** The dossier's name, for its manager to change; not a closed one's. */
export function Name({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { name: dossier.name },
    validate: { name: (value) => (value.trim() ? null : t('settings.name.needed')) },
  });
  const save = useChangeDossier(dossier, ({ name }) => {
    form.setInitialValues({ name });
    form.reset();
    notifications.show({ message: t('settings.name.saved', { name }) });
  });
  const isBesideField = useFieldErrors(save.error, form);
  return (
    <Section title={t('settings.name.title')}>
      {save.error && !isBesideField && <ProblemAlert error={save.error} />}
      <Unsaved when={form.isDirty()} />
      <form noValidate onSubmit={form.onSubmit(({ name }) => save.mutate({ name: name.trim() }))}>
        <TextInput label={t('settings.name.label')} maxLength={200} {...form.getInputProps('name')} />
        <Group justify="end" mt="sm">
          <Button type="submit" disabled={!form.isDirty()} loading={save.isPending}>
            {t('settings.name.save')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
