import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { passwordLength } from '../../domain/password.ts';
import { answered, api, Refusal } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { DeadResetLink } from './dead-reset-link.tsx';
import { PasswordField } from './password-field.tsx';

/** Where the link of a forgotten password leads: every session ends, the second factor stays (R15). */
export function NewPassword() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const token = query.get('token') ?? '';
  const form = useForm({
    initialValues: { password: '' },
    validate: {
      password: ({ length }) => (length < passwordLength.min ? t('password.tooShort', passwordLength) : null),
    },
  });
  const save = useMutation({
    mutationFn: (newPassword: string) =>
      answered(api.POST('/api/auth/reset-password', { body: { token, newPassword } })),
  });
  const isDead = !token || (save.error instanceof Refusal && save.error.problem.code === 'bad_code');
  if (isDead) return <DeadResetLink />;
  if (save.isSuccess) {
    return (
      <Stack>
        <Title order={1} size="h2">
          {t('newPassword.savedTitle')}
        </Title>
        <Text role="status">{t('newPassword.saved')}</Text>
        <Button component={Link} to="/sign-in">
          {t('signIn.title')}
        </Button>
      </Stack>
    );
  }
  return (
    <form noValidate onSubmit={form.onSubmit(({ password }) => save.mutate(password))}>
      <Stack>
        <Title order={1} size="h2">
          {t('newPassword.title')}
        </Title>
        <Text>{t('newPassword.text')}</Text>
        {save.error && <ProblemAlert error={save.error} />}
        <PasswordField {...form.getInputProps('password')} />
        <Button type="submit" loading={save.isPending}>
          {t('newPassword.save')}
        </Button>
        <Anchor component={Link} to="/sign-in" size="sm">
          {t('forgotten.back')}
        </Anchor>
      </Stack>
    </form>
  );
}
