import { Button, Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mobileNumber } from '../../domain/contact.ts';
import { isEmail } from '../../domain/email.ts';
import { advisorTypes, type Language, languages } from '../../domain/words.ts';
import { linesKey } from '../access-rights/use-lines.ts';
import { useIdempotencyKey } from '../api/use-idempotency-key.ts';
import { nameOf } from '../shell/name-of.ts';
import { PhoneField } from '../shell/phone-field.tsx';
import { RefusedSave } from '../shell/refused-save.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { saveAdvisor } from './save-advisor.ts';
import { type Advisor, advisorsKey } from './use-advisor.ts';
import { useDescribeAdvisor } from './use-describe-advisor.ts';

type Props = {
  dossierId: string;
  /** Who is edited; left out, somebody new. */
  advisor?: Advisor;
  onSaved: () => void;
};

const startOf = (advisor: Advisor | undefined, language: Language) => ({
  firstName: advisor?.firstName ?? '',
  lastName: advisor?.lastName ?? '',
  email: advisor?.email ?? '',
  phone: advisor?.phone ?? '',
  firmName: advisor?.firmName ?? '',
  language: advisor?.language ?? language,
  type: advisor?.type ?? 'notary',
  typeText: advisor?.typeText ?? '',
});

type Typed = ReturnType<typeof startOf>;
/** What is saved, and over whom: nobody, where he is new. */
type Saving = { typed: Typed; over: Advisor | undefined };

/** An outside advisor's personal data, language and type (R6). */
export function AdvisorForm({ dossierId, advisor: given, onSaved }: Props) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const describe = useDescribeAdvisor();
  // As he was when the form was opened: a save over what somebody else changed since is refused.
  const [advisor, setAdvisor] = useState(given);
  const keyOf = useIdempotencyKey();
  const needed = (value: string) => (value.trim() ? null : t('advisor.needed'));
  const changed = async () => {
    await queries.invalidateQueries({ queryKey: linesKey(dossierId) });
    void queries.invalidateQueries({ queryKey: advisorsKey(dossierId) });
  };
  const form = useForm<Typed>({
    initialValues: startOf(advisor, i18n.language as Language),
    validate: {
      firstName: needed,
      lastName: needed,
      email: (value) => (isEmail(value) ? null : t('right.emailNeeded')),
      phone: (value) => ('problem' in mobileNumber(value) ? t('right.phoneNeeded') : null),
      typeText: (value, { type }) => (type === 'other' ? needed(value) : null),
    },
  });
  const save = useMutation({
    mutationFn: ({ typed: { firmName, typeText, ...typed }, over }: Saving) => {
      const rest = { firmName: firmName.trim() || null, typeText: typed.type === 'other' ? typeText : null };
      return saveAdvisor(dossierId, over, { ...typed, email: typed.email.trim(), ...rest }, keyOf);
    },
    onSuccess: async (saved) => {
      await changed();
      const name = nameOf(saved);
      notifications.show({ message: t(advisor ? 'advisor.changed' : 'advisor.registered', { name }) });
      onSaved();
    },
  });
  const isBeside = useFieldErrors(save.error, form);
  const takeTheirs = (current: Advisor) => {
    form.setInitialValues(startOf(current, current.language));
    form.reset();
    setAdvisor(current);
    save.reset();
    void changed();
  };
  const keepMine = (version: number) => {
    const over = advisor && { ...advisor, version };
    setAdvisor(over);
    save.mutate({ typed: form.values, over });
  };
  return (
    <form noValidate onSubmit={form.onSubmit((typed) => save.mutate({ typed, over: advisor }))}>
      <Unsaved when={form.isDirty()} />
      <Stack>
        {!advisor && <Text size="sm">{t('advisor.sendsNothing')}</Text>}
        <RefusedSave<Advisor>
          error={save.error}
          isBeside={isBeside}
          describe={describe}
          onTakeTheirs={takeTheirs}
          onKeepMine={keepMine}
        />
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
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={t('advisor.type')}
            data={advisorTypes.map((type) => ({ value: type, label: t(`advisorTypes.${type}`) }))}
            {...form.getInputProps('type')}
          />
          <NativeSelect
            label={t('advisor.language')}
            data={languages.map((code) => ({ value: code, label: t(`advisor.languages.${code}`) }))}
            {...form.getInputProps('language')}
          />
        </SimpleGrid>
        {form.values.type === 'other' && (
          <TextInput label={t('advisor.typeText')} {...form.getInputProps('typeText')} />
        )}
        <Group justify="end">
          <Button type="submit" loading={save.isPending}>
            {t(advisor ? 'right.save' : 'advisor.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
