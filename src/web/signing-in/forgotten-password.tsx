import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { answered, api } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';

/** Asks for a link to a new password; what is shown doesn't tell whether the address has an account. */
export function ForgottenPassword() {
  const { t } = useTranslation();
  const { state } = useLocation() as { state: { email?: string } | null };
  const form = useForm({
    initialValues: { email: state?.email ?? '' },
    validate: { email: (value) => (value.includes('@') ? null : t('signIn.emailNeeded')) },
  });
  const ask = useMutation({
    mutationFn: (body: { email: string }) => answered(api.POST('/api/auth/request-password-reset', { body })),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => ask.mutate(values))}>
      <Stack>
        <Title order={1} size="h2">
          {t('forgotten.title')}
        </Title>
        {ask.error && <ProblemAlert error={ask.error} />}
        {ask.isSuccess ? (
          <>
            <Text role="status">{t('forgotten.sent')}</Text>
            <Text size="sm">{t('forgotten.nothingCame')}</Text>
            <Button variant="light" onClick={() => ask.reset()}>
              {t('forgotten.again')}
            </Button>
          </>
        ) : (
          <>
            <Text>{t('forgotten.text')}</Text>
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              {...form.getInputProps('email')}
            />
            <Button type="submit" loading={ask.isPending}>
              {t('forgotten.send')}
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
