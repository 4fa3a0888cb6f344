import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { isEmail } from '../../domain/email.ts';
import { answered, api } from '../api/client.ts';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { AskedByMail } from './asked-by-mail.tsx';

/** Asks for a link to a new password; what is shown doesn't tell whether the address has an account. */
export function ForgottenPassword() {
  const { t } = useTranslation();
  const { state } = useLocation() as { state: { email?: string } | null };
  const form = useForm({
    initialValues: { email: state?.email ?? '' },
    validate: { email: (value) => (isEmail(value) ? null : t('signIn.emailNeeded')) },
  });
  const ask = useMutation({
    mutationFn: (body: { email: string }) => answered(api.POST('/api/auth/request-password-reset', { body })),
  });
  return (
    <AskedByMail
      title={t('forgotten.title')}
      onSubmit={form.onSubmit((values) => ask.mutate(values))}
      isSent={ask.isSuccess}
      sent={t('forgotten.sent')}
      nothingCame={t('forgotten.nothingCame')}
      onAgain={ask.reset}
    >
      <Text>{t('forgotten.text')}</Text>
      {ask.error && <ProblemAlert error={ask.error} />}
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        {...form.getInputProps('email')}
      />
      <Button type="submit" loading={ask.isPending}>
        {t('forgotten.send')}
      </Button>
    </AskedByMail>
  );
}
