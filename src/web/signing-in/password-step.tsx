import { Alert, Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isEmail } from '../../domain/email.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { TypedPassword } from '../shell/typed-password.tsx';

/** What the right password leads to: which codes the account takes, and whether sending one failed. */
export type Passed = {
  methods: Schemas['SecondFactorAwaited']['twoFactorMethods'];
  sendError: unknown;
};

type Props = {
  notice: string | undefined;
  email: string | undefined;
  /** Whether the time for the second step ran out before. */
  isLate: boolean;
  onPassed: (passed: Passed) => void;
};

/** The first step of signing in: e-mail address and password. Where codes come by text message, one is sent. */
export function PasswordStep({ notice, email, isLate, onPassed }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { email: email ?? '', password: '' },
    validate: {
      email: (value) => (isEmail(value) ? null : t('signIn.emailNeeded')),
      password: (value) => (value ? null : t('signIn.passwordNeeded')),
    },
  });
  const signIn = useMutation({
    mutationFn: async (body: { email: string; password: string }): Promise<Passed> => {
      const { twoFactorMethods: methods } = await answered(api.POST('/api/auth/sign-in/email', { body }));
      if (methods.includes('totp')) return { methods, sendError: null };
      const sending = answered(api.POST('/api/auth/two-factor/send-otp', { body: {} }));
      return { methods, sendError: await sending.then(() => null).catch((error: unknown) => error) };
    },
    onSuccess: onPassed,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
      <Stack>
        <Title order={1} size="h2">
          {t('signIn.title')}
        </Title>
        {isLate ? <Alert color="yellow">{t('signIn.late')}</Alert> : notice && <Text>{notice}</Text>}
        {signIn.error && <ProblemAlert error={signIn.error} />}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          readOnly={email !== undefined}
          {...form.getInputProps('email')}
        />
        <TypedPassword
          label={t('signIn.password')}
          autoComplete="current-password"
          data-autofocus
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.next')}
        </Button>
        <Anchor component={Link} to="/forgotten-password" state={{ email: form.values.email }} size="sm">
          {t('signIn.forgotten')}
        </Anchor>
        <Anchor component={Link} to="/lost-phone" size="sm">
          {t('secondFactor.lostPhone')}
        </Anchor>
      </Stack>
    </form>
  );
}
