import { Button, Fieldset, Group, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { useCreateDossier } from './use-create-dossier.ts';

type Props = { onCreated: () => void };

/** The name of a new dossier, and whose it is; whoever creates it manages it (R1). Nobody is written to. */
export function NewDossierForm({ onCreated }: Props) {
  const { t } = useTranslation();
  const create = useCreateDossier(onCreated);
  const needed = (value: string) => (value.trim() ? null : t('newDossier.needed'));
  const form = useForm({
    initialValues: {
      name: '',
      holder: { firstName: '', lastName: '' },
      isCouple: false,
      coHolder: { firstName: '', lastName: '' },
    },
    validate: {
      name: needed,
      holder: { firstName: needed, lastName: needed },
      coHolder: {
        firstName: (value, { isCouple }) => (isCouple ? needed(value) : null),
        lastName: (value, { isCouple }) => (isCouple ? needed(value) : null),
      },
    },
  });
  const isBesideFields = useFieldErrors(create.error, form);
  const names = (who: 'holder' | 'coHolder') => (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        label={t('newDossier.firstName')}
        autoComplete="off"
        {...form.getInputProps(`${who}.firstName`)}
      />
      <TextInput
        label={t('newDossier.lastName')}
        autoComplete="off"
        {...form.getInputProps(`${who}.lastName`)}
      />
    </SimpleGrid>
  );
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ isCouple, coHolder, ...values }) =>
        create.mutate({ ...values, ...(isCouple ? { coHolder } : {}) }),
      )}
    >
      <Unsaved when={form.isDirty()} />
      <Stack>
        {create.error && !isBesideFields && <ProblemAlert error={create.error} />}
        <Text size="sm">{t('newDossier.text')}</Text>
        <TextInput
          label={t('newDossier.name')}
          description={t('newDossier.nameExample')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Fieldset legend={t('newDossier.holder')}>{names('holder')}</Fieldset>
        <Switch label={t('newDossier.isCouple')} {...form.getInputProps('isCouple', { type: 'checkbox' })} />
        {form.values.isCouple && <Fieldset legend={t('newDossier.coHolder')}>{names('coHolder')}</Fieldset>}
        <Group justify="end">
          <Button type="submit" loading={create.isPending}>
            {t('newDossier.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
