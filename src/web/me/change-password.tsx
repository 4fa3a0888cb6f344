import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { passwordLength } from '../../domain/password.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { TypedPassword } from '../shell/typed-password.tsx';
import { Unsaved } from '../shell/unsaved.tsx';
import { PasswordField } from '../signing-in/password-field.tsx';
import { isWrongPassword } from './password-again.tsx';

type Props = { me: Schemas['Me']; onClose: () => void };

/** Changes the password; every other session ends (R15). */
export function ChangePassword({ me, onClose }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useForm<Schemas['ChangePassword']>({
    initialValues: { password: '', newPassword: '' },
    validate: {
      password: (value) => (value ? null : t('signIn.passwordNeeded')),
      newPassword: ({ length }) =>
        length < passwordLength.min ? t('password.tooShort', passwordLength) : null,
    },
  });
  const change = useMutation({
    mutationFn: (body: Schemas['ChangePassword']) => answered(api.POST('/api/me/password', { body })),
    onSuccess: async () => {
      notifications.show({ message: t('yourAccount.passwordChanged') });
      onClose();
      await queries.invalidateQueries({ queryKey: ['sessions'] });
    },
    onError: (error) => {
      if (isWrongPassword(error)) form.setFieldError('password', t('yourAccount.wrongPassword'));
    },
  });
  return (
    <FormDialog opened onClose={onClose} title={t('yourAccount.changePassword')}>
      <form noValidate onSubmit={form.onSubmit((typed) => change.mutate(typed))}>
        <Unsaved when={form.isDirty()} />
        <Stack>
          <Text size="sm">{t('yourAccount.changePasswordText')}</Text>
          {change.error && !isWrongPassword(change.error) && <ProblemAlert error={change.error} />}
          <input type="text" autoComplete="username" value={me.email} readOnly hidden />
          <TypedPassword
            label={t('yourAccount.presentPassword')}
            autoComplete="current-password"
            data-autofocus
            {...form.getInputProps('password')}
          />
          <PasswordField personal={[me.name, me.email]} {...form.getInputProps('newPassword')} />
          <Group justify="end">
            <Button type="submit" loading={change.isPending}>
              {t('yourAccount.changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormDialog>
  );
}
