import { Anchor, Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answered, api } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';

export function PasswordStep({ onPassed }: { onPassed: () => void }) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : t('signIn.emailNeeded')),
      password: (value) => (value ? null : t('signIn.passwordNeeded')),
    },
  });
  const signIn = useMutation({
    mutationFn: async (body: { email: string; password: string }) => {
      await answered(api.POST('/api/auth/sign-in/email', { body }));
      await answered(api.POST('/api/auth/two-factor/send-otp', { body: {} }));
    },
    onSuccess: onPassed,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      <Stack>
        <Title order={1} size="h2">
          {t('signIn.title')}
        </Title>
        {signIn.error && <ProblemAlert error={signIn.error} />}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.next')}
        </Button>
        <Anchor component={Link} to="/forgotten-password" size="sm">
          {t('signIn.forgotten')}
        </Anchor>
      </Stack>
    </form>
  );
}
