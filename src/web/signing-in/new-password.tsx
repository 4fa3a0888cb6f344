import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { passwordLength } from '../../domain/password.ts';
import { answered, api } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { PasswordField } from './password-field.tsx';

/** Where the link of a forgotten password leads: every session ends, the second factor stays (R15). */
export function NewPassword() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const [password, setPassword] = useState('');
  const save = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/auth/reset-password', {
          body: { token: query.get('token') ?? '', newPassword: password },
        }),
      ),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password.length >= passwordLength.min) save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <Title order={1} size="h2">
          {t('newPassword.title')}
        </Title>
        {save.error && <ProblemAlert error={save.error} />}
        {save.isSuccess ? (
          <Text role="status">{t('newPassword.saved')}</Text>
        ) : (
          <>
            <PasswordField value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
            <Button type="submit" loading={save.isPending}>
              {t('newPassword.save')}
            </Button>
          </>
        )}
        <Anchor component={Link} to="/sign-in" size="sm">
          {t('forgotten.back')}
        </Anchor>
      </Stack>
    </form>
  );
}
