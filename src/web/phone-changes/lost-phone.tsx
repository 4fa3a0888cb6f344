import { Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mobileNumber } from '../../domain/contact.ts';
import { isEmail } from '../../domain/email.ts';
import { answered, api, type Schemas } from '../api/client.ts';
import { PhoneField } from '../shell/phone-field.tsx';
import { ProblemAlert } from '../shell/problem-alert.tsx';
import { TypedPassword } from '../shell/typed-password.tsx';
import { useFieldErrors } from '../shell/use-field-errors.ts';
import { AskedByMail } from '../signing-in/asked-by-mail.tsx';
import { NumberSteps } from './number-steps.tsx';

/** 'I lost my phone' (R15): asks for a new number. What is shown doesn't tell whether the password was right. */
export function LostPhone() {
  const { t } = useTranslation();
  const form = useForm<Schemas['LostPhone']>({
    initialValues: { email: '', password: '', newPhone: '' },
    validate: {
      email: (value) => (isEmail(value) ? null : t('signIn.emailNeeded')),
      password: (value) => (value ? null : t('signIn.passwordNeeded')),
      newPhone: (value) => ('problem' in mobileNumber(value) ? t('lostPhone.phoneNeeded') : null),
    },
  });
  const ask = useMutation({
    mutationFn: (body: Schemas['LostPhone']) => answered(api.POST('/api/auth/lost-phone', { body })),
  });
  const isBesideFields = useFieldErrors(ask.error, form);
  return (
    <AskedByMail
      title={t('lostPhone.title')}
      onSubmit={form.onSubmit((values) => ask.mutate(values))}
      isSent={ask.isSuccess}
      sent={t('lostPhone.sent')}
      nothingCame={t('lostPhone.nothingCame')}
      onAgain={ask.reset}
    >
      <Text>{t('lostPhone.recoveryFirst')}</Text>
      <NumberSteps />
      {ask.error && !isBesideFields && <ProblemAlert error={ask.error} />}
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        {...form.getInputProps('email')}
      />
      <TypedPassword
        label={t('signIn.password')}
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      <PhoneField label={t('lostPhone.newPhone')} {...form.getInputProps('newPhone')} />
      <Button type="submit" loading={ask.isPending}>
        {t('lostPhone.ask')}
      </Button>
    </AskedByMail>
  );
}
