import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mobileNumber } from '../../domain/contact.ts';
import { type AdvisorType, advisorTypes, type Language } from '../../domain/words.ts';
import { linesKey } from '../access-rights/use-lines.ts';
import { answered, api } from '../api/client.ts';
import { PhoneField } from '../shell/phone-field.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';

type Props = { dossierId: string; onSaved: () => void };
const started = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  firmName: '',
  type: 'notary' as AdvisorType,
  typeText: '',
};

/** An outside advisor's personal data and type (R6). He is written to in the manager's language. */
export function AdvisorForm({ dossierId, onSaved }: Props) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const needed = (value: string) => (value.trim() ? null : t('advisor.needed'));
  const form = useForm({
    initialValues: started,
    validate: {
      firstName: needed,
      lastName: needed,
      email: (value) => (value.includes('@') ? null : t('right.emailNeeded')),
      phone: (value) => ('problem' in mobileNumber(value) ? t('right.phoneNeeded') : null),
      typeText: (value, { type }) => (type === 'other' ? needed(value) : null),
    },
  });
  const save = useMutation({
    mutationFn: ({ firmName, typeText, ...typed }: typeof started) =>
      answered(
        api.POST('/api/dossiers/{d}/advisors', {
          params: { path: { d: dossierId } },
          body: {
            ...typed,
            language: i18n.language as Language,
            ...(firmName ? { firmName } : {}),
            ...(typed.type === 'other' ? { typeText } : {}),
          },
        }),
      ),
    onSuccess: async (_, { firstName, lastName }) => {
      await queries.invalidateQueries({ queryKey: linesKey(dossierId) });
      notifications.show({ message: t('advisor.registered', { name: `${firstName} ${lastName}` }) });
      onSaved();
    },
  });
  const isBesideFields = useFieldErrors(save.error, form.setFieldError);
  return (
    <form noValidate onSubmit={form.onSubmit((typed) => save.mutate(typed))}>
      <Stack>
        <Text size="sm">{t('advisor.sendsNothing')}</Text>
        {save.error && !isBesideFields && <ProblemAlert error={save.error} />}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput label={t('advisor.firstName')} data-autofocus {...form.getInputProps('firstName')} />
          <TextInput label={t('advisor.lastName')} {...form.getInputProps('lastName')} />
        </SimpleGrid>
        <TextInput
          label={t('right.email')}
          type="email"
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <PhoneField label={t('right.phone')} {...form.getInputProps('phone')} />
        <TextInput label={t('advisor.firm')} {...form.getInputProps('firmName')} />
        <NativeSelect
          label={t('advisor.type')}
          data={advisorTypes.map((type) => ({ value: type, label: t(`advisorTypes.${type}`) }))}
          {...form.getInputProps('type')}
        />
        {form.values.type === 'other' && (
          <TextInput label={t('advisor.typeText')} {...form.getInputProps('typeText')} />
        )}
        <Group justify="end">
          <Button type="submit" loading={save.isPending}>
            {t('advisor.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
