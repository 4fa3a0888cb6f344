import { Alert, Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { mobileNumber } from '../../domain/contact.ts';
import { PhoneField } from '../shell/phone-field.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { type Typed, useSaveRight } from './save-right.ts';
import type { Line } from './use-lines.ts';

type Props = { dossierId: string; line: Line; onSaved: () => void };

/** What somebody may do with the dossier, and how to reach him. The least right is the default. */
export function RightForm({ dossierId, line, onSaved }: Props) {
  const { t } = useTranslation();
  const { party, right, open, revocable, actions } = line;
  const isPerson = party.kind === 'person';
  const givesForEver = !revocable && right === 'none';
  const save = useSaveRight(dossierId, line, onSaved);
  const form = useForm<Typed & { understood: boolean }>({
    initialValues: {
      email: line.email ?? '',
      phone: line.phone ?? '',
      right: right === 'none' ? 'read_only' : right,
      understood: false,
    },
    validate: {
      email: (value, { right: asked }) =>
        isPerson && asked !== 'none' && !value.includes('@') ? t('right.emailNeeded') : null,
      phone: (value, { right: asked }) =>
        isPerson && asked !== 'none' && 'problem' in mobileNumber(value) ? t('right.phoneNeeded') : null,
      understood: (value) => (givesForEver && !value ? t('right.understoodNeeded') : null),
    },
  });
  const isBesideFields = useFieldErrors(save.error, form.setFieldError);
  const options = (['read_only', 'read_write', 'none'] as const).filter(
    (option) => option !== 'none' || actions.includes('withdraw'),
  );
  return (
    <form noValidate onSubmit={form.onSubmit(({ understood, ...typed }) => save.mutate(typed))}>
      <Stack>
        {save.error && !isBesideFields && <ProblemAlert error={save.error} />}
        {isPerson && (
          <>
            <TextInput
              label={t('right.email')}
              type="email"
              autoComplete="off"
              disabled={open}
              data-autofocus
              {...form.getInputProps('email')}
            />
            <PhoneField label={t('right.phone')} disabled={open} {...form.getInputProps('phone')} />
          </>
        )}
        <Radio.Group label={t('right.right')} {...form.getInputProps('right')}>
          <Stack gap="xs" mt="xs">
            {options.map((option) => (
              <Radio
                key={option}
                value={option}
                label={t(`rights.${option}`)}
                description={t(
                  party.kind === 'advisor' ? `right.advisorMay.${option}` : `right.may.${option}`,
                )}
              />
            ))}
          </Stack>
        </Radio.Group>
        {!revocable && (
          <Alert color="orange" icon={<IconLock />} title={t('right.forEver')}>
            <Text size="sm">{t(givesForEver ? 'right.forEverGiving' : 'right.forEverGiven')}</Text>
            {givesForEver && (
              <Checkbox
                mt="sm"
                label={t('right.understood', { name: party.name })}
                {...form.getInputProps('understood', { type: 'checkbox' })}
              />
            )}
          </Alert>
        )}
        <Group justify="end">
          <Button
            type="submit"
            loading={save.isPending}
            color={form.values.right === 'none' ? 'red' : 'petrol'}
          >
            {t(form.values.right === 'none' ? 'right.withdraw' : 'right.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
